import { anchorKey, anchorText, daysToAnchor } from '../domain/history/anchor.ts';
import { type Day, dayAfter, startOfDay } from '../domain/words/day.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import { changedHeads, lookedHeads } from '../store/records/changed-heads.ts';
import type { Table } from '../store/table.ts';

/** The first instant that is not anchored. */
const CURSOR = 'anchor-chains';

export type AnchorChainsDependencies = {
  table: Table;
  /** Writes a file where none stands under that key. @returns false when there is one, which stays as it is */
  putNew: (file: { key: string; body: string }) => Promise<boolean>;
  now: () => string;
};

/**
 * Anchors the days that are over and not anchored yet, the oldest first. A day without changes gets its file, too: a
 * missing one then means something. A run that fails half-way goes on from there the next time.
 *
 * @returns the days that it anchored, with the number of heads in each
 */
export async function anchorChains(deps: AnchorChainsDependencies): Promise<{ day: Day; heads: number }[]> {
  const { table, putNew, now } = deps;
  const anchored: { day: Day; heads: number }[] = [];
  for (const day of daysToAnchor(await readCursor(table, CURSOR), now())) {
    const [heads, looks] = [await changedHeads(table, day), await lookedHeads(table, day)];
    const isNew = await putNew({ key: anchorKey(day), body: anchorText(day, heads, looks) });
    // After the file: a crash in between repeats the day, and finds its file there.
    await writeCursor(table, CURSOR, startOfDay(dayAfter(day)));
    if (isNew) anchored.push({ day, heads: heads.length });
  }
  return anchored;
}
