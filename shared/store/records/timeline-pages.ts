import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { inOrder, type TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { queryPages } from '../query-pages.ts';
import { isRemoved } from './append.ts';
import { EntryItem, PackItem } from './timeline-items.ts';

type Place = { client: DynamoDBDocumentClient; table: string };

/** Where a page ends: the place of its last entry. */
export type TimelinePosition = { at: string; id: string };

export type TimelinePage = { entries: TimelineEntry[]; next: TimelinePosition | undefined };

/**
 * A page of a record's timeline, by time. The entries of the ticket are few and lie in packs, those of people are
 * sorted in the table; a page is the beginning of both together.
 *
 *     packs     ── t1 ── t4 ── t9        ┐
 *     entries   ──── t2 ─ t3 ──── t7 ──  ┘─▶ after t1, three of them: t2 t3 t4, and the next page begins after t4
 *
 * @param limit entries on the page, 1 or more
 */
export async function timelinePage(
  { client, table }: Place,
  id: PostMortemId,
  { after, limit }: { after?: TimelinePosition | undefined; limit: number },
): Promise<TimelinePage> {
  const own: TimelineEntry[] = [];
  const input = {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :last',
    ExpressionAttributeValues: {
      ':pk': keys.record(id).pk,
      ':after': after === undefined ? 'TIMELINE#' : `${keys.timelineEntry(id, after).sk}~`,
      ':last': 'TIMELINE$',
    },
    Limit: limit + 1,
  };
  for await (const page of queryPages(client, input)) {
    own.push(...entriesOf(page));
    if (own.length > limit) break;
  }
  const ofTicket = (await ticketEntries({ client, table }, id)).filter(
    (entry) => after === undefined || isAfter(entry, after),
  );
  const together = inOrder([...own, ...ofTicket]);
  const entries = together.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: together.length > limit && last !== undefined ? { at: last.at, id: last.id } : undefined };
}

/** The whole of a timeline, by time. */
export async function wholeTimeline(place: Place, id: PostMortemId): Promise<TimelineEntry[]> {
  const entries = await ticketEntries(place, id);
  for await (const page of queryPages(place.client, under(place, id, 'TIMELINE#'))) {
    entries.push(...entriesOf(page));
  }
  return inOrder(entries);
}

/** One entry that a person wrote. */
export async function timelineEntry(
  { client, table }: Place,
  id: PostMortemId,
  position: TimelinePosition,
): Promise<TimelineEntry | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: keys.timelineEntry(id, position), ConsistentRead: true }),
  );
  if (Item !== undefined) return entriesOf([Item])[0];
  return (await ticketEntries({ client, table }, id)).find((entry) => entry.id === position.id);
}

const entriesOf = (items: readonly Record<string, unknown>[]): TimelineEntry[] =>
  items.filter((item) => !isRemoved(item)).map((item) => EntryItem.parse(item).entry);

async function ticketEntries(place: Place, id: PostMortemId): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for await (const page of queryPages(place.client, under(place, id, 'TICKETLINE#'))) {
    entries.push(...page.flatMap((item) => PackItem.parse(item).entries));
  }
  return entries;
}

function under({ table }: Place, id: PostMortemId, prefix: string) {
  return {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': keys.record(id).pk, ':prefix': prefix },
  };
}

/** Times are stored as UTC with milliseconds, so they compare as text. */
function isAfter(entry: TimelinePosition, position: TimelinePosition): boolean {
  return entry.at > position.at || (entry.at === position.at && entry.id > position.id);
}
