import * as z from 'zod';
import type { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys, postMortemIdIn, queueShards, remediationIdIn } from '../keys.ts';
import { getItem, putItem, queryPages, type Table } from '../table.ts';

/** Place of a fix in the queue of verification: where the walk goes on after it, also when the fix has moved meanwhile. */
const Place = z.object({
  pk: z.string(),
  sk: z.string(),
  nextActionQueue: z.string(),
  nextActionAt: z.string(),
});
export type Place = z.infer<typeof Place>;

/** How far the walk through all watched fixes has come. */
const Walk = z.object({
  /** The last fix that was looked at; absent at the start. */
  after: Place.optional(),
  /** A fix could not be judged: when it is through, the walk starts again. */
  hasFailed: z.boolean(),
  isThrough: z.boolean(),
});
export type Walk = z.infer<typeof Walk>;

const NAME = 'walk-through-watched-fixes';

export async function readWalk(table: Table): Promise<Walk> {
  const item = await getItem(table, keys.cursor(NAME));
  return item === undefined ? { hasFailed: false, isThrough: false } : Walk.parse(item);
}

export async function writeWalk(table: Table, walk: Walk): Promise<void> {
  await putItem(table, { ...keys.cursor(NAME), ...walk });
}

export type WatchedFix = { postMortemId: PostMortemId; remediationId: RecommendationId; place: Place };

/** Every fix that has a verdict to come, whenever that is. The index may lag behind the table: the caller reads the fix. */
export async function* watchedFixes(table: Table, after?: Place): AsyncGenerator<WatchedFix> {
  const shards = queueShards('verify');
  const first = after === undefined ? 0 : shards.indexOf(after.nextActionQueue);
  for (const shard of shards.slice(first)) {
    const pages = queryPages(table, {
      IndexName: 'byNextAction',
      KeyConditionExpression: 'nextActionQueue = :queue',
      ExpressionAttributeValues: { ':queue': shard },
      ...(after?.nextActionQueue === shard ? { ExclusiveStartKey: after } : {}),
    });
    for await (const page of pages) {
      for (const item of page) {
        const place = Place.parse(item);
        yield { postMortemId: postMortemIdIn(place.pk), remediationId: remediationIdIn(place.sk), place };
      }
    }
  }
}
