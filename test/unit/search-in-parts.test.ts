import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LongSearch, SearchPlaceUnknown } from '../../shared/domain/ticket/long-search.ts';
import { type SearchedPart, searchInParts } from '../../shared/search-in-parts.ts';
import { mustHold } from '../support/texts/must-hold.ts';

const SINCE = '2026-11-21T09:00:00.000Z';
const BEGUN = '2026-11-21T10:00:00.000Z';

type System = {
  changed: number;
  pageSize: number;
  /** The page of a run that fails, counted from 0, of the first so many runs. */
  fails?: { page: number; runs: number };
  /** Places are good in so many runs at first, and not any more. */
  placesUntilRun?: number;
};

/** A system in which so many tickets changed at the same moment, asked by one run after the other. */
function system({ changed, pageSize, fails, placesUntilRun = Number.POSITIVE_INFINITY }: System) {
  const all = Array.from({ length: changed }, (_, index) => index);
  let run = 0;
  async function* pages(from: number) {
    for (let start = from, page = 0; start === from || start < changed; start += pageSize, page += 1) {
      if (fails !== undefined && run <= fails.runs && page === fails.page) throw new Error('no answer');
      const next = start + pageSize;
      yield { found: all.slice(start, next), next: next < changed ? String(next) : undefined };
    }
  }
  /** @param mostPages pages that the run has time for: one at least */
  return (before: LongSearch | undefined, mostPages: number): Promise<SearchedPart<number>> => {
    run += 1;
    let read = 0;
    return searchInParts({
      before,
      usual: {
        since: SINCE,
        pages: async function* () {
          for await (const { found } of pages(0)) yield found;
        },
      },
      long: ({ next }) => {
        if (next !== undefined && run >= placesUntilRun) throw new SearchPlaceUnknown('POST /search');
        return pages(Number(next ?? 0));
      },
      hasTime: () => {
        read += 1;
        return read < mostPages;
      },
      now: () => BEGUN,
    });
  };
}

describe('a search that is cut off', () => {
  it('finds all in a finite number of runs, though all changed at once and a run has time for one page', async () => {
    const sizes = fc.record({
      changed: fc.integer({ min: 0, max: 400 }),
      pageSize: fc.integer({ min: 1, max: 50 }),
      mostPages: fc.integer({ min: 1, max: 5 }),
    });
    await mustHold(
      fc.asyncProperty(sizes, async ({ changed, pageSize, mostPages }) => {
        const run = system({ changed, pageSize });
        const found = new Set<number>();
        let part = await run(undefined, mostPages);
        let runs = 1;
        for (; part.search !== undefined; runs += 1) {
          for (const one of part.found) found.add(one);
          part = await run(part.search, mostPages);
        }
        for (const one of part.found) found.add(one);
        const mostRuns = 1 + Math.ceil(Math.max(1, Math.ceil(changed / pageSize)) / mostPages);
        expect([found.size, runs <= mostRuns]).toEqual([changed, true]);
      }),
    );
  });

  it('keeps what it found before it failed, and goes on behind it', async () => {
    const run = system({ changed: 5, pageSize: 1, fails: { page: 2, runs: 2 } });
    const first = await run(undefined, 100);
    const second = await run(first.search, 100);
    const third = await run(second.search, 100);
    expect([first, second, third]).toEqual([
      { found: [1, 0], begunAt: BEGUN, search: { since: SINCE, begunAt: BEGUN }, failure: new Error('no answer') },
      {
        found: [0, 1],
        begunAt: BEGUN,
        search: { since: SINCE, begunAt: BEGUN, next: '2' },
        failure: new Error('no answer'),
      },
      { found: [2, 3, 4], begunAt: BEGUN, search: undefined },
    ]);
  });

  it('begins anew, and says so, where its place is not known any more', async () => {
    const run = system({ changed: 5, pageSize: 1, placesUntilRun: 3 });
    const first = await run(undefined, 2);
    const second = await run(first.search, 2);
    const third = await run(second.search, 2);
    expect(third).toEqual({ found: [], begunAt: BEGUN, search: { since: SINCE, begunAt: BEGUN }, isLost: true });
  });

  it('fails as it does where nothing was found', async () => {
    const run = system({ changed: 5, pageSize: 1, fails: { page: 0, runs: 1 } });
    await expect(run(undefined, 2)).rejects.toThrow('no answer');
  });
});
