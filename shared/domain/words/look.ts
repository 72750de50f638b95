import * as z from 'zod';

/** What keeps something from working as it is configured. */
export const FoundProblem = z.object({
  /** The same for as long as the problem is: made of settings, keys and ids, and of no words that somebody may change. */
  code: z.string(),
  problem: z.string(),
  /** What somebody does about it. */
  advice: z.string(),
});
export type FoundProblem = z.infer<typeof FoundProblem>;

/** What a look at one thing of a ticketing system found. It tells nothing of any record. */
export const Look = z.object({
  what: z.string(),
  problems: z.array(FoundProblem),
  /** What cannot be known yet. */
  notes: z.array(z.string()),
  /** Why it could not be looked at. Then nothing is known of it, and its problems of before may be there or not. */
  unseen: z.string().optional(),
  /** Name of the looks that this is one of. */
  oneOf: z.string().optional(),
  /**
   * Looks, by `what` or by `oneOf`, that could not be had, or not to their end, because of what was found: of those as well,
   * nothing is known, and their problems of before may be there or not.
   */
  leavesOpen: z.array(z.string()).optional(),
});
export type Look = z.infer<typeof Look>;

export const looked = (what: string, problems: readonly FoundProblem[] = [], notes: readonly string[] = []): Look => ({
  what,
  problems: [...problems],
  notes: [...notes],
});

export const notSeen = (what: string, error: unknown): Look => ({
  ...looked(what),
  unseen: error instanceof Error ? error.message : String(error),
});
