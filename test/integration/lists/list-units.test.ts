import { describe, expect, it } from 'vitest';
import { measureLists } from '../../bench/lists.ts';

describe('what a page of a list costs', () => {
  it('is about what it shows, however many records there are', { timeout: 600_000 }, async () => {
    const { lists } = await measureLists([1_000, 4_000]);
    expect(lists.filter(({ ratio }) => ratio > 1.1)).toEqual([]);
    // A row is below half a kilobyte, and a unit reads 8 KB where it need not be the newest; the rest is for the beginning of each list.
    expect(lists.filter(({ units, rows }) => (units[1] ?? 0) > 15 + 2.2 * rows)).toEqual([]);
    const empty = lists.filter(({ rows }) => rows === 0).map(({ question }) => question);
    expect(empty).toEqual(['a status that nobody has', 'verified fixes that are proven']);
  });
});
