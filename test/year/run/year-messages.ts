import * as z from 'zod';
import { Figures } from '../figures/figures.ts';

/** A year to live through, as a process of its own is told. */
export const YearTask = z.object({
  kind: z.enum(['noisy', 'honest']),
  seed: z.int().positive(),
  incidents: z.int().positive(),
  days: z.int().positive(),
});
export type YearTask = z.infer<typeof YearTask>;

/** What came of it. `report`: for people, and empty when every promise was kept. */
export const YearDone = z.object({ figures: Figures, report: z.string(), seconds: z.number() });
export type YearDone = z.infer<typeof YearDone>;

export const nameOf = ({ kind, seed }: YearTask): string => `${kind} ${seed}`;
