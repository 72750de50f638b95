import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant, PostMortemId } from '../domain/identifiers.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import { RecordSummary, summaryOf } from '../domain/record-summary.ts';
import { keys, queueShards } from './keys.ts';
import { queryPages } from './query-pages.ts';
import { HeadItem } from './read-record.ts';
import type { Item } from './record-items.ts';

type Place = { client: DynamoDBDocumentClient; table: string };

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

const ListItem = z.object({ sk: z.string(), summary: RecordSummary });

/** Where the list of all goes on: the sort key of the last line. */
export const OpenedPosition = z.string().min(1).max(100);

/** All records, the newest first. */
export async function* recordsByOpening(
  { client, table }: Place,
  after: string | undefined,
): AsyncGenerator<Listed<string>> {
  const { pk } = keys.listed('', PostMortemId.parse('0'.repeat(26)));
  const input = {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :after',
    ExpressionAttributeValues: { ':pk': pk, ...(after === undefined ? {} : { ':after': after }) },
    ScanIndexForward: false,
    Limit: READ_AT_ONCE,
  };
  for await (const page of queryPages(client, input)) {
    for (const item of page) {
      const { sk, summary } = ListItem.parse(item);
      yield { summary, position: sk };
    }
  }
}

const ShardPlace = z.object({ at: Instant, id: PostMortemId });
/** Where the list by due date goes on: the last line taken of each shard of the queue; null where none was yet. */
export const DuePosition = z.array(ShardPlace.nullable());
export type DuePosition = z.infer<typeof DuePosition>;

/**
 * Records that are not approved yet, the earliest due first. The shards of the queue are sorted each; the next line is the
 * earliest of their next ones.
 *
 *     shard 0  ── 3 ────── 9      after 2, 3:  [3, 2, null, null]
 *     shard 1  ─ 2 ─── 5 ──        next:       5
 */
export async function* recordsByDeadline(
  place: Place,
  { after, before }: { after: DuePosition | undefined; before: string | undefined },
): AsyncGenerator<Listed<DuePosition>> {
  const shards = queueShards('review').map((queue, index) =>
    shardOf(place, queue, after?.[index] ?? undefined, before),
  );
  const heads = await Promise.all(shards.map(async (shard) => (await shard.next()).value));
  const position: DuePosition = shards.map((_, index) => after?.[index] ?? null);
  for (;;) {
    const next = earliest(heads);
    const found = heads[next];
    if (found === undefined) return;
    position[next] = { at: found.dueAt, id: found.id };
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

async function* shardOf(
  { client, table }: Place,
  queue: string,
  after: z.infer<typeof ShardPlace> | undefined,
  before: string | undefined,
): AsyncGenerator<RecordSummary, undefined> {
  const input = {
    TableName: table,
    IndexName: 'byDeadline',
    KeyConditionExpression: `deadlineQueue = :queue${before === undefined ? '' : ' AND deadlineAt < :before'}`,
    ExpressionAttributeValues: { ':queue': queue, ...(before === undefined ? {} : { ':before': before }) },
    Limit: READ_AT_ONCE,
    ExclusiveStartKey: after && { ...keys.record(after.id), deadlineQueue: queue, deadlineAt: after.at },
  };
  for await (const page of queryPages(client, input)) {
    for (const item of page) yield summaryOf(HeadItem.parse(item).head);
  }
  return undefined;
}
