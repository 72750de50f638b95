import * as z from 'zod';
import { Instant, type PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, postMortemIdIn, queueShards } from '../keys.ts';
import { getItem, putItem, queryPages, type Table } from '../table.ts';

const QUEUE = 'deadlineQueue';

/** Key of a record in the queue of the approved ones: where the walk goes on after it, also when the record has left the queue. */
const Place = z.object({ pk: z.string(), sk: z.string(), [QUEUE]: z.string(), deadlineAt: z.string() });
type Place = z.infer<typeof Place>;

/** How far the daily walk through all approved records has come. */
const Walk = z.object({
  beganAt: Instant,
  /** The last record that was looked at; absent when the round is over. */
  after: Place.optional(),
});
export type ApprovedWalk = z.infer<typeof Walk>;

const KEY = keys.cursor('sweep-approved');
/** As it was when the walk had no place: the time at which the last whole one began. */
const Before = z.object({ at: Instant }).transform(({ at }): ApprovedWalk => ({ beganAt: at }));

/** @returns undefined before the first round */
export async function readApprovedWalk(table: Table): Promise<ApprovedWalk | undefined> {
  const item = await getItem(table, KEY);
  return item === undefined ? undefined : Walk.or(Before).parse(item);
}

export async function writeApprovedWalk(table: Table, walk: ApprovedWalk): Promise<void> {
  await putItem(table, { ...KEY, at: walk.beganAt, ...walk });
}

/** Records that are approved and have, or had, open work, after a place, or all. */
export async function* approvedAfter(
  table: Table,
  after: Place | undefined,
): AsyncGenerator<{ id: PostMortemId; place: Place }> {
  const shards = queueShards('approved');
  const first = after === undefined ? 0 : Math.max(0, shards.indexOf(after[QUEUE]));
  for (const shard of shards.slice(first)) {
    const pages = queryPages(table, {
      IndexName: 'byDeadline',
      KeyConditionExpression: 'deadlineQueue = :queue',
      ExpressionAttributeValues: { ':queue': shard },
      ...(after?.[QUEUE] === shard ? { ExclusiveStartKey: after } : {}),
    });
    for await (const page of pages) {
      for (const item of page) {
        const place = Place.parse(item);
        yield { id: postMortemIdIn(place.pk), place };
      }
    }
  }
}
