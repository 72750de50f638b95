import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';

/**
 * Why a source is asked. `fail`: it says fail, and may say it again. `step`: evidence is wanted for a step of the plan soon.
 * `decay`: its newest pass will soon be too old.
 */
export const ASKED_BECAUSE = ['fail', 'step', 'decay'] as const;
export type AskedBecause = (typeof ASKED_BECAUSE)[number];

/**
 * Question to a source about a resource, once for each claim. All but its number is made of facts, so that whoever judges the
 * claim, and however often, knows whether it was asked.
 */
export const Asking = z.object({
  /** Count of the questions of a claim. A restricted record tells no more of one on the bus. */
  number: z.int().positive(),
  /** Index in the plan. */
  check: z.int().nonnegative(),
  source: z.string(),
  resource: z.string(),
  because: z.enum(ASKED_BECAUSE),
  /** Start of the fail, time of the step, or time of the newest pass; later by `unprovenAfter` when it is asked once more. */
  at: Instant,
});
export type Asking = z.infer<typeof Asking>;

/** Ways in which a question brings no evidence. */
export const NO_ANSWERS = ['error', 'timed out', 'nothing', 'unreadable', 'about something else', 'not asked'] as const;
export type NoAnswer = (typeof NO_ANSWERS)[number];

/** True for two that ask the same for the same reason. */
export const isSameAsking = (a: Omit<Asking, 'number'>, b: Omit<Asking, 'number'>): boolean =>
  a.check === b.check &&
  a.source === b.source &&
  a.resource === b.resource &&
  a.because === b.because &&
  Date.parse(a.at) === Date.parse(b.at);
