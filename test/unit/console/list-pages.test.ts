import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorIn, gatherCsv } from '../../../console/lists/gather-csv.ts';
import { gatherPage, MOST_ASKED, type ServerPage } from '../../../console/lists/gather-page.ts';
import { joinPages } from '../../../console/lists/join-pages.ts';
import { windowOf } from '../../../console/lists/window-of.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

/** A server with these pages, in which each cursor is the number of the page. */
function serverOf(pages: readonly (readonly number[])[]) {
  const asked: number[] = [];
  const read = async (cursor: string | undefined): Promise<ServerPage<number>> => {
    const at = Number(cursor ?? 0);
    asked.push(at);
    return {
      lines: pages[at] ?? [],
      next: at + 1 < pages.length ? String(at + 1) : undefined,
      looked: { at: 500 },
    };
  };
  return { read, asked };
}

describe('pages of a list', () => {
  it('are asked for until all is read, in order, none twice', async () => {
    const pages = fc.array(fc.array(fc.nat(), { maxLength: 60 }), { minLength: 1, maxLength: 20 });
    await mustHold(
      fc.asyncProperty(pages, async (made) => {
        const { read, asked } = serverOf(made);
        const read1 = [];
        let cursor: string | undefined;
        do {
          const page = await gatherPage(read, cursor);
          read1.push(page);
          cursor = page.next;
        } while (cursor !== undefined);
        expect(asked).toEqual(made.map((_, at) => at));
        expect(read1.flatMap(({ lines }) => lines)).toEqual(made.flat());
      }),
    );
  });

  it('stop after a few that found little, and tell how much was looked at', async () => {
    const { read, asked } = serverOf([[1], [], [2], [], [3], [4]]);
    const page = await gatherPage(read, undefined);
    expect(page).toEqual({ lines: [1, 2, 3], next: '5', lookedAt: 2_500, isTiring: true });
    expect(asked).toHaveLength(MOST_ASKED);
  });

  it('do not tire where the list ended', async () => {
    expect(await gatherPage(serverOf([[], [], []]).read, undefined)).toMatchObject({ lines: [], isTiring: false });
  });

  it('are joined so that each line stands once, at its first place', () => {
    const page = (lines: number[]) => ({ lines, next: undefined, lookedAt: lines.length, isTiring: false });
    expect(joinPages([page([3, 1]), page([1, 2, 3])], String)).toEqual({ lines: [3, 1, 2], lookedAt: 5 });
  });
});

describe('the rows of a long list that are drawn', () => {
  it('cover what is seen, and are few, wherever one scrolls to', () => {
    const seen = fc.record({
      top: fc.integer({ min: -5_000, max: 5_000_000 }),
      height: fc.integer({ min: 100, max: 2_000 }),
      rowHeight: fc.constantFrom(44, 80),
      count: fc.nat({ max: 100_000 }),
    });
    mustHold(
      fc.property(seen, ({ top, height, rowHeight, count }) => {
        const { from, to } = windowOf({ top, height, rowHeight, count });
        expect(to - from).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 41);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        const first = Math.max(0, Math.floor(top / rowHeight));
        const last = Math.min(count - 1, Math.floor((top + height - 1) / rowHeight));
        if (first <= last) expect([from <= first, to > last]).toEqual([true, true]);
      }),
    );
  });
});

describe('the file of a list', () => {
  const HEAD = 'id,title\r\n';
  /** A table of these titles, as the API writes it: each in quotes, which may hold lines and quotes of their own. */
  const tableOf = (titles: readonly string[]) =>
    HEAD + titles.map((title) => `SEC-1,"${title.replaceAll('"', '""')}"\r\n`).join('');
  const readOf = (pages: readonly (readonly string[])[]) => async (limit: number, cursor: string | undefined) => {
    const at = Number(cursor ?? 0);
    const next = at + 1 < pages.length ? String(at + 1) : undefined;
    return { text: tableOf((pages[at] ?? []).slice(0, limit)), next };
  };

  it('has the lines of all pages in order, under one head, and says where there may be more', async () => {
    const title = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é') });
    const pages = fc.array(fc.array(title, { maxLength: 8 }), { minLength: 1, maxLength: 8 });
    await mustHold(
      fc.asyncProperty(pages, async (made) => {
        const titles = made.slice(0, MOST_ASKED).flat();
        expect(await gatherCsv(readOf(made))).toEqual({
          text: tableOf(titles),
          lines: titles.length,
          isCut: made.length > MOST_ASKED,
        });
      }),
    );
  });

  it('is not empty because the first page is', async () => {
    expect(await gatherCsv(readOf([[], [], ['found']]))).toMatchObject({ lines: 1, isCut: false });
  });

  it('ends after 100 lines', async () => {
    const sixty = Array.from({ length: 60 }, (_, at) => `line ${at}`);
    expect(await gatherCsv(readOf([sixty, sixty, sixty]))).toMatchObject({ lines: 100, isCut: true });
  });

  it('finds the next page in the header, as the API writes it', () => {
    expect(cursorIn('<?severity=high&limit=2&format=csv&cursor=ab_c-9>; rel="next"')).toBe('ab_c-9');
    expect([cursorIn(null), cursorIn('<?cursor=a>; rel="prev"')]).toEqual([undefined, undefined]);
  });
});
