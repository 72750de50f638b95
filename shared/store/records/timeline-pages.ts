import { itemNames } from '../../domain/history/item-names.ts';
import { inOrder, type TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, PREFIX } from '../keys.ts';
import { getItem, itemsUnder, queryPages, type Table } from '../table.ts';
import { isRemoved } from './append.ts';
import { EntryItem, PackItem } from './timeline-items.ts';

/** End of a page: the place of its last entry. */
export type TimelinePosition = { at: string; id: string };

export type TimelinePage = { entries: TimelineEntry[]; next: TimelinePosition | undefined };

/** The timeline of a record. */
export function timelineReads(table: Table) {
  return {
    /** A page of the timeline, by time. */
    timelinePage: (
      id: PostMortemId,
      wanted: { after?: TimelinePosition | undefined; limit: number },
    ): Promise<TimelinePage> => timelinePage(table, id, wanted),

    /** The whole of it, by time. */
    wholeTimeline: (id: PostMortemId): Promise<TimelineEntry[]> => wholeTimeline(table, id),

    /** One entry of it. */
    timelineEntry: (id: PostMortemId, position: TimelinePosition): Promise<TimelineEntry | undefined> =>
      timelineEntry(table, id, position),
  };
}

/**
 * A page of a record's timeline, by time. The entries of the ticket are few and lie in packs, those of people are
 * sorted in the table; a page is the beginning of both together.
 *
 *     packs     ── t1 ── t4 ── t9        ┐
 *     entries   ──── t2 ─ t3 ──── t7 ──  ┘─▶ after t1, three of them: t2 t3 t4, and the next page begins after t4
 *
 * @param limit entries on the page, 1 or more
 */
async function timelinePage(
  table: Table,
  id: PostMortemId,
  { after, limit }: { after?: TimelinePosition | undefined; limit: number },
): Promise<TimelinePage> {
  const own: TimelineEntry[] = [];
  const input = {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :last',
    ExpressionAttributeValues: {
      ':pk': keys.record(id).pk,
      ':after': after === undefined ? PREFIX.timelineEntry : `${keys.timelineEntry(id, after).sk}~`,
      ':last': `${itemNames.timeline}$`,
    },
    Limit: limit + 1,
  };
  for await (const page of queryPages(table, input)) {
    own.push(...entriesOf(page));
    if (own.length > limit) break;
  }
  const ofTicket = (await ticketEntries(table, id)).filter((entry) => after === undefined || isAfter(entry, after));
  const together = inOrder([...own, ...ofTicket]);
  const entries = together.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: together.length > limit && last !== undefined ? { at: last.at, id: last.id } : undefined };
}

/** The whole of a timeline, by time. */
async function wholeTimeline(table: Table, id: PostMortemId): Promise<TimelineEntry[]> {
  const ofTicket = await ticketEntries(table, id);
  const own: TimelineEntry[] = [];
  const input = {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': keys.record(id).pk, ':prefix': PREFIX.timelineEntry },
  };
  // Page by page, so that the items do not stand beside their entries in memory.
  for await (const page of queryPages(table, input)) own.push(...entriesOf(page));
  return inOrder([...ofTicket, ...own]);
}

/** One entry, by its time and its id. */
export async function timelineEntry(
  table: Table,
  id: PostMortemId,
  position: TimelinePosition,
): Promise<TimelineEntry | undefined> {
  const item = await getItem(table, keys.timelineEntry(id, position));
  if (item !== undefined) return entriesOf([item])[0];
  return (await ticketEntries(table, id)).find((entry) => entry.id === position.id && entry.at === position.at);
}

const entriesOf = (items: readonly Record<string, unknown>[]): TimelineEntry[] =>
  items.filter((item) => !isRemoved(item)).map((item) => EntryItem.parse(item).entry);

async function ticketEntries(table: Table, id: PostMortemId): Promise<TimelineEntry[]> {
  const packs = await itemsUnder(table, keys.record(id).pk, PREFIX.ticketPack);
  return packs.flatMap((item) => PackItem.parse(item).entries);
}

/** Times are stored as UTC with milliseconds, so they compare as text. */
function isAfter(entry: TimelinePosition, position: TimelinePosition): boolean {
  return entry.at > position.at || (entry.at === position.at && entry.id > position.id);
}
