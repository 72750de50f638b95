import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
      rowHeight: fc.constantFrom(36, 68),
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
