import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { instruction } from '../words/marks.ts';
import { readable } from '../words/readable.ts';

/** Subject of a signal. Senders choose its id, so that it may be words without blanks. */
export const Subject = z.object({
  type: z.enum(['control', 'technique', 'detection', 'remediation']),
  id: instruction(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^#\s]+$/, { error: 'expected an id without spaces or #' })
      .regex(readable(1), { error: 'expected an id that can be read' }),
  ),
});
export type Subject = z.infer<typeof Subject>;

/** An outcome about a subject at a time, from a named source. `id` is the sender's own: the same id counts once. */
export const Signal = z.object({
  id: z.string().min(1).max(200),
  subject: Subject,
  outcome: z.enum(['pass', 'fail']),
  observedAt: Instant,
  source: z.string().min(1).max(200),
  detail: z.string().max(4_000).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type Signal = z.infer<typeof Signal>;
