import { type LongSearch, type SearchPage, SearchPlaceUnknown } from './domain/ticket/long-search.ts';

type SearchParts<Found> = {
  /** Search that runs before this one began and did not finish. */
  before: LongSearch | undefined;
  /** The usual question: what changed since then, the latest change first. */
  usual: { readonly since: string; readonly pages: () => AsyncIterable<readonly Found[]> };
  /** The same for whoever goes on in it later, in an order that does not move. */
  long: (search: LongSearch) => AsyncIterable<SearchPage<Found>>;
  hasTime: () => boolean;
  now: () => string;
};

export type SearchedPart<Found> = {
  /** Of the usual question the earliest change first: what has waited for the longest is done first. */
  readonly found: Found[];
  /** With no search left: all that changed before is found. */
  readonly begunAt: string;
  /** What the next run goes on with; undefined when the search came to its end. */
  readonly search: LongSearch | undefined;
  /** What went wrong after some pages. They are found, and the search is cut off behind them. */
  readonly failure?: unknown;
  /** The system did not know the place any more. */
  readonly isLost?: true;
};

/**
 * Searches for what changed as long as there is time. A search that does not fit into a run is asked in another way from the next
 * run on: by an order that does not move, and with a place in it that is kept. So any number of changes is a finite number of runs, though all
 * changed at the same moment, and though each run has time for one page only:
 *
 *     run 1   usual: page 1, 2, out of time
 *     run 2   long, from the begin: page 1, 2, 3, out of time
 *     run 3   long, from page 4: 4, 5, 6, out of time
 *     run 4   long, from page 7: 7, the last
 *
 * @throws what the search throws before its first page
 */
export async function searchInParts<Found>(parts: SearchParts<Found>): Promise<SearchedPart<Found>> {
  return parts.before === undefined ? usualSearch(parts) : longSearch(parts, parts.before);
}

async function usualSearch<Found>({ usual, hasTime, now }: SearchParts<Found>): Promise<SearchedPart<Found>> {
  const begunAt = now();
  const cutOff = { begunAt, search: { since: usual.since, begunAt } };
  const found: Found[] = [];
  let pages = 0;
  try {
    for await (const page of usual.pages()) {
      pages += 1;
      found.push(...page);
      if (!hasTime()) return { found: found.reverse(), ...cutOff };
    }
  } catch (failure) {
    if (pages === 0) throw failure;
    return { found: found.reverse(), ...cutOff, failure };
  }
  return { found: found.reverse(), begunAt, search: undefined };
}

async function longSearch<Found>(
  { long, hasTime }: SearchParts<Found>,
  before: LongSearch,
): Promise<SearchedPart<Found>> {
  const { since, begunAt } = before;
  const found: Found[] = [];
  let search = before;
  try {
    for await (const page of long(before)) {
      found.push(...page.found);
      if (page.next === undefined) break;
      search = { since, begunAt, next: page.next };
      if (!hasTime()) return { found, begunAt, search };
    }
  } catch (failure) {
    if (failure instanceof SearchPlaceUnknown) return { found, begunAt, search: { since, begunAt }, isLost: true };
    if (search === before) throw failure;
    return { found, begunAt, search, failure };
  }
  return { found, begunAt, search: undefined };
}
