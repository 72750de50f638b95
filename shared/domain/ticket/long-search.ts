import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';

/**
 * A search that one run has no time for. It asks for what changed since a time in an order that does not move while people work, so that
 * the next run goes on in it.
 */
export const LongSearch = z.object({
  /** Changes from then on are found. The same in all its runs: the place is good for one question only. */
  since: Instant,
  /** When it was first asked for: what changed later may not be in it. */
  begunAt: Instant,
  /** Where the next page begins, as the system names it; absent before the first. */
  next: z.string().optional(),
});
export type LongSearch = z.infer<typeof LongSearch>;

/** Page of a long search, and the place where the next one begins: undefined with the last. */
export type SearchPage<Found> = { readonly found: readonly Found[]; readonly next: string | undefined };

/** The system does not know the place in a search, or not any more: the search has to begin anew. */
export class SearchPlaceUnknown extends Error {
  constructor(endpoint: string, options?: ErrorOptions) {
    super(`${endpoint}: the place in the search is unknown by now; it begins anew`, options);
    this.name = 'SearchPlaceUnknown';
  }
}
