import * as z from 'zod';
import { Instant } from '../domain/words/identifiers.ts';
import { FoundProblem, Look } from '../domain/words/look.ts';

/** What the doctor is called for. By itself it runs after a deployment, and on its schedule. */
export const Occasion = z.enum(['deployment', 'schedule', 'by hand']);
export type Occasion = z.infer<typeof Occasion>;

export const RanByItself = z.object({ at: Instant, occasion: Occasion.exclude(['by hand']) });

/** A look, with the system that it was at. */
export type SystemLook = Look & { readonly system: string };

/** Answer of the function `doctor`. */
export const Examination = z.object({
  looks: z.array(
    Look.extend({
      system: z.string(),
      /** `driftedSince`: when the problem was first seen, where the last deployment had not had it. */
      problems: z.array(FoundProblem.extend({ driftedSince: Instant.optional() })),
    }),
  ),
  /** When the doctor ran by itself, before this time. */
  ranByItself: RanByItself.optional(),
});
export type Examination = z.infer<typeof Examination>;
