import * as z from 'zod';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { TLP_MARKS, type Tlp } from '../../domain/words/tlp.ts';
import { sha256 } from '../../sha256.ts';
import { keys, partitions } from '../keys.ts';
import { isRemoved } from '../records/append.ts';
import { getItem, itemsUnder, queryPages, type Table } from '../table.ts';
import { ListPlace } from './after-place.ts';

export const LinePlace = ListPlace;
export type LinePlace = ListPlace;

/** A line of a list, and where the list goes on after it. */
export type PlacedLine<Line> = { line: Line; place: LinePlace };

const LineItem = z.looseObject({ sk: z.string(), line: z.unknown().optional(), since: Instant.optional() });

/** What stands in a list, or stood there a while ago: a line that is gone still says where it was. */
type Raw = { sk: string; line?: unknown; since?: string | undefined; isGone: boolean };

/** How lines are read: which come first, up to where, and from where on. */
export type LineOrder = {
  newestFirst: boolean;
  before?: string | undefined;
  /** Lists that end earlier than the others, each with its own `before`. */
  endsOf?: ReadonlyMap<ListPath, string> | undefined;
  after?: LinePlace | undefined;
  /** Lines that came into their list after that are left out. */
  asOf?: string | undefined;
};

/** A page of a query: as many as a page of the answer may need of each list, so that many lists cost about what they show. */
const LEAST_AT_ONCE = 3;
const MOST_AT_ONCE = 25;

const placeOf = (sk: string): LinePlace => ({ at: sk.slice(0, sk.indexOf('#')), mark: sha256(sk).slice(0, 16) });

/**
 * The lines of several lists as one, in the order of their times. What stands in two of them comes once.
 *
 *     open      ─ 3 ──── 9      3, 5, 9
 *     verifying ─── 5 ──
 */
export async function* linesOf<Line>(
  table: Table,
  lists: readonly ListPath[],
  shape: z.ZodType<Line>,
  order: LineOrder,
): AsyncGenerator<PlacedLine<Line>> {
  const atOnce = Math.max(LEAST_AT_ONCE, Math.ceil(MOST_AT_ONCE / lists.length));
  const readers = lists.map((list) => rawLines(table, list, { ...order, before: endOf(list, order) }, atOnce));
  const { after, newestFirst, asOf } = order;
  const sameTime: Raw[] = [];
  let isPast = after === undefined;
  let last = '';
  for await (const found of mergedInOrder(readers, newestFirst)) {
    const place = placeOf(found.sk);
    if (place.at === after?.at && place.mark === after.mark) {
      isPast = true;
      sameTime.length = 0;
      continue;
    }
    if (found.isGone || found.sk === last || isLater(found.since, asOf)) continue;
    last = found.sk;
    if (!isPast && place.at === after?.at) {
      sameTime.push(found);
      continue;
    }
    // Where nothing tells of the line of the place any more, all of its time come again: twice is better than never.
    isPast = true;
    for (const one of sameTime.splice(0)) yield { line: shape.parse(one.line), place: placeOf(one.sk) };
    yield { line: shape.parse(found.line), place };
  }
  if (isPast) return;
  for (const one of sameTime) yield { line: shape.parse(one.line), place: placeOf(one.sk) };
}

const endOf = (list: ListPath, { before, endsOf }: LineOrder): string | undefined =>
  [before, endsOf?.get(list)].filter((one) => one !== undefined).toSorted()[0];

/** Lines from before this was kept were always there. */
const isLater = (since: string | undefined, asOf: string | undefined): boolean =>
  since !== undefined && asOf !== undefined && since > asOf;

/** What several readers have, each in its order, as one. */
export async function* mergedInOrder<Found extends { sk: string }>(
  readers: readonly AsyncIterator<Found, undefined>[],
  newestFirst: boolean,
): AsyncGenerator<Found> {
  const heads = await Promise.all(readers.map((reader) => reader.next()));
  for (;;) {
    const next = firstOf(
      heads.map(({ value }) => value),
      newestFirst,
    );
    const [found, reader] = next === undefined ? [] : [heads[next]?.value, readers[next]];
    if (next === undefined || found === undefined || reader === undefined) return;
    heads[next] = await reader.next();
    yield found;
  }
}

function firstOf(heads: readonly ({ sk: string } | undefined)[], newestFirst: boolean): number | undefined {
  let first: number | undefined;
  for (const [index, head] of heads.entries()) {
    const best = first === undefined ? undefined : heads[first];
    if (head === undefined) continue;
    if (best === undefined || (newestFirst ? head.sk > best.sk : head.sk < best.sk)) first = index;
  }
  return first;
}

async function* rawLines(
  table: Table,
  list: ListPath,
  { newestFirst, before, after }: LineOrder,
  atOnce: number,
): AsyncGenerator<Raw, undefined> {
  // `$` is what comes after `#`: all of a time, whatever their ids. Whatever is `before` a time comes without it.
  const from = newestFirst ? undefined : after?.at;
  const end = newestFirst && after !== undefined ? `${after.at}$` : before;
  // A page of the others may begin where this list has ended; the table refuses to look between the two.
  if (from !== undefined && end !== undefined && from > end) return undefined;
  const conditions = [
    'pk = :pk',
    ...(from === undefined ? [] : ['sk >= :from']),
    ...(end === undefined ? [] : ['sk < :end']),
  ];
  const isBetween = from !== undefined && end !== undefined;
  const input = {
    KeyConditionExpression: isBetween ? 'pk = :pk AND sk BETWEEN :from AND :end' : conditions.join(' AND '),
    ExpressionAttributeValues: {
      ':pk': partitions.lines(list),
      ...(from === undefined ? {} : { ':from': from }),
      ...(end === undefined ? {} : { ':end': end }),
    },
    ScanIndexForward: !newestFirst,
    Limit: atOnce,
  };
  for await (const page of queryPages(table, input))
    for (const item of page) {
      const { sk, line, since } = LineItem.parse(item);
      yield isRemoved(item) ? { sk, isGone: true } : { sk, line, since, isGone: false };
    }
  return undefined;
}

const CountItem = z.looseObject({
  sk: z.string(),
  ...Object.fromEntries(TLP_MARKS.map((tlp) => [tlp, z.number().optional()])),
});

const sumOf = (item: Record<string, unknown>, marks: readonly Tlp[]): number =>
  marks.reduce((sum, tlp) => sum + Number(item[tlp] ?? 0), 0);

/** How many lines of records with these marks the lists have together; one that stands in two of them counts twice. */
export async function lengthOf(table: Table, lists: readonly ListPath[], marks: readonly Tlp[]): Promise<number> {
  const items = await Promise.all(lists.map((list) => getItem(table, keys.count(list))));
  return items.reduce((sum, item) => sum + (item === undefined ? 0 : sumOf(CountItem.parse(item), marks)), 0);
}

/** Lists whose names begin so, with how many lines of records with these marks each has; empty ones are left out. */
export async function countsUnder(
  table: Table,
  beginning: ListPath,
  marks: readonly Tlp[],
): Promise<{ list: string[]; count: number }[]> {
  const { pk, sk } = keys.count(beginning);
  const items = await itemsUnder(table, pk, `${sk}#`);
  return items
    .map((item) => CountItem.parse(item))
    .map((item) => ({ list: item.sk.split('#').map(decodeURIComponent), count: sumOf(item, marks) }))
    .filter(({ count }) => count > 0);
}

/** True when a list has a line of this thing now. */
export async function isListed(table: Table, list: ListPath, at: string, id: string): Promise<boolean> {
  const item = await getItem(table, keys.listLine(list, at, id));
  return item !== undefined && !isRemoved(item);
}
