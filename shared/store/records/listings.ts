import * as z from 'zod';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { RecordSummary, summaryOf } from '../../domain/record/record-summary.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { keys, partitions, queueShards } from '../keys.ts';
import { ListPlace, linesAfter } from '../lists/after-place.ts';
import { type Item, queryPages, type Table } from '../table.ts';
import { HeadItem } from './read-record.ts';

/** A line of a list, and where a list goes on after it. */
export type Listed<Position> = { summary: RecordSummary; position: Position };

/** Lines read at once: a page is often as short as that. */
const READ_AT_ONCE = 25;

/**
 * The line of a record in the list of all, when the change touched what the line says: most changes do not.
 * docs/decisions/0009-two-lists.md.
 */
export function listItems(before: PostMortem | undefined, after: PostMortem): Item[] {
  const summary = summaryOf(after);
  const isSame = before !== undefined && JSON.stringify(summaryOf(before)) === JSON.stringify(summary);
  return isSame ? [] : [{ ...keys.listed(after.openedAt, after.id), summary }];
}

const positionOf = (at: string, id: PostMortemId): ListPlace => ({ at, mark: sha256(id).slice(0, 16) });

const ListItem = z.object({ summary: RecordSummary });

/** Position in the list of all. */
export const OpenedPosition = ListPlace;
export type OpenedPosition = ListPlace;

/** All records, the newest first. */
export async function* recordsByOpening(
  table: Table,
  after: OpenedPosition | undefined,
): AsyncGenerator<Listed<OpenedPosition>> {
  const positionOfLine = ({ openedAt, id }: RecordSummary): ListPlace => positionOf(openedAt, id);
  for await (const summary of linesAfter(after, openedUntil(table, after?.at), positionOfLine)) {
    yield { summary, position: positionOfLine(summary) };
  }
}

async function* openedUntil(table: Table, at: string | undefined): AsyncGenerator<RecordSummary> {
  const input = {
    ConsistentRead: true,
    KeyConditionExpression: at === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :end',
    // `$` is what comes after `#`: all of that time, whatever their ids.
    ExpressionAttributeValues: { ':pk': partitions.list, ...(at === undefined ? {} : { ':end': `${at}$` }) },
    ScanIndexForward: false,
    Limit: READ_AT_ONCE,
  };
  for await (const page of queryPages(table, input)) {
    for (const item of page) yield ListItem.parse(item).summary;
  }
}

/** Lines of the records that were opened from one time until before another, the oldest first. */
export async function* recordsOpenedIn(
  table: Table,
  { from, to }: { readonly from: string; readonly to: string },
): AsyncGenerator<RecordSummary> {
  const input = {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partitions.list, ':from': from, ':to': to },
  };
  for await (const page of queryPages(table, input)) {
    for (const item of page) yield ListItem.parse(item).summary;
  }
}

/** Position in the list by due date: the last line taken of each shard of the queue; null where none was yet. */
export const DuePosition = z.array(ListPlace.nullable());
export type DuePosition = z.infer<typeof DuePosition>;

/**
 * Records that are not approved yet, the earliest due first. The shards of the queue are sorted each; the next line is the
 * earliest of their next ones.
 *
 *     shard 0  ── 3 ────── 9      after 2, 3:  [3, 2, null, null]
 *     shard 1  ─ 2 ─── 5 ──        next:       5
 */
export async function* recordsByDeadline(
  table: Table,
  { after, before }: { after: DuePosition | undefined; before: string | undefined },
): AsyncGenerator<Listed<DuePosition>> {
  const shards = queueShards('review').map((queue, index) =>
    shardAfter(after?.[index] ?? undefined, table, queue, before),
  );
  const heads = await Promise.all(shards.map(async (shard) => (await shard.next()).value));
  const position: DuePosition = shards.map((_, index) => after?.[index] ?? null);
  for (;;) {
    const next = earliest(heads);
    const found = heads[next];
    if (found === undefined) return;
    position[next] = positionOf(found.dueAt, found.id);
    yield { summary: found, position: [...position] };
    heads[next] = (await shards[next]?.next())?.value;
  }
}

function earliest(heads: readonly (RecordSummary | undefined)[]): number {
  let first = -1;
  for (const [index, head] of heads.entries()) {
    const best = heads[first];
    if (head === undefined) continue;
    if (best === undefined || head.dueAt < best.dueAt || (head.dueAt === best.dueAt && head.id < best.id))
      first = index;
  }
  return first;
}

const shardAfter = (after: ListPlace | undefined, table: Table, queue: string, before: string | undefined) =>
  linesAfter(after, shardOf(table, queue, { from: after?.at, before }), ({ dueAt, id }) => positionOf(dueAt, id));

async function* shardOf(
  table: Table,
  queue: string,
  { from, before }: { from: string | undefined; before: string | undefined },
): AsyncGenerator<RecordSummary> {
  const input = {
    IndexName: 'byDeadline',
    KeyConditionExpression: `deadlineQueue = :queue${from === undefined ? '' : ' AND deadlineAt >= :from'}`,
    ExpressionAttributeValues: { ':queue': queue, ...(from === undefined ? {} : { ':from': from }) },
    Limit: READ_AT_ONCE,
  };
  for await (const page of queryPages(table, input)) {
    for (const item of page) {
      const summary = summaryOf(HeadItem.parse(item).head);
      if (before !== undefined && summary.dueAt >= before) return;
      yield summary;
    }
  }
}
