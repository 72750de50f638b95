import * as z from 'zod';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import type { Table } from '../table.ts';
import { type LineOrder, LinePlace, linesOf, type PlacedLine } from './lines.ts';

/** Place in lists that come one after the other: in which of them, where in it, and as of when all of them are read. */
export const GroupPlace = LinePlace.extend({ group: z.int().min(0).max(9), asOf: Instant });
export type GroupPlace = z.infer<typeof GroupPlace>;

type PlacedInGroup<Line> = Omit<PlacedLine<Line>, 'place'> & { place: GroupPlace };

/**
 * Groups of lists, one after the other: all that is critical, then all that is high. All pages of a walk show the lists as of
 * the moment when it began, as far as they can: what came into a list since is left out, because it may have been shown in
 * another one. So nothing comes twice, and what did not move comes once.
 *
 *     critical ─ a ──── b ─┐        walk: a, b, …
 *     high     ─ c ─ (b) ──┘        b was regraded once it was shown: it is not shown again
 */
export async function* groupedLines<Line>(
  table: Table,
  groups: readonly (readonly ListPath[])[],
  shape: z.ZodType<Line>,
  {
    after,
    asOf,
    ...order
  }: Pick<LineOrder, 'newestFirst' | 'before'> & { after: GroupPlace | undefined; asOf: string },
): AsyncGenerator<PlacedInGroup<Line>> {
  const began = after?.asOf ?? asOf;
  for (const [group, lists] of groups.entries()) {
    if (group < (after?.group ?? 0)) continue;
    const within = group === after?.group ? after : undefined;
    for await (const { line, place } of linesOf(table, lists, shape, { ...order, after: within, asOf: began })) {
      yield { line, place: { ...place, group, asOf: began } };
    }
  }
}
