import * as z from 'zod';
import type { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys, postMortemIdIn, queueShards, remediationIdIn } from '../keys.ts';
import { getItem, putItem, queryPages, type Table } from '../table.ts';

/** Queues in which fixes with a ticket stand, whatever they wait for. */
const PARTITIONS = [
  ...queueShards('remediation').map((queue) => ({ index: 'byDeadline', name: 'deadlineQueue', queue })),
  ...queueShards('acceptance').map((queue) => ({ index: 'byDeadline', name: 'deadlineQueue', queue })),
  ...queueShards('verify').map((queue) => ({ index: 'byNextAction', name: 'nextActionQueue', queue })),
];

/** Key of a fix in one of the queues: where the walk goes on after it, also when the fix has moved meanwhile. */
const Place = z.record(z.string(), z.string());
type Place = z.infer<typeof Place>;

const Walk = z.object({ after: Place.optional() });
const NAME = 'walk-through-followed-fixes';

export async function readFollowedPlace(table: Table): Promise<Place | undefined> {
  const item = await getItem(table, keys.cursor(NAME));
  return item === undefined ? undefined : Walk.parse(item).after;
}

/** @param after undefined when the walk is through, and begins anew */
export async function writeFollowedPlace(table: Table, after: Place | undefined): Promise<void> {
  await putItem(table, { ...keys.cursor(NAME), ...(after === undefined ? {} : { after }) });
}

export type FollowedFix = { postMortemId: PostMortemId; remediationId: RecommendationId; place: Place };

const Key = z.object({ pk: z.string(), sk: z.string() });

/** Every fix whose ticket may be followed. The indexes lag behind the table: the caller reads the fix. */
export async function* followedFixes(table: Table, after?: Place): AsyncGenerator<FollowedFix> {
  const first = PARTITIONS.findIndex(({ name, queue }) => after?.[name] === queue);
  for (const { index, name, queue } of PARTITIONS.slice(Math.max(0, first))) {
    const pages = queryPages(table, {
      IndexName: index,
      KeyConditionExpression: '#queue = :queue',
      ExpressionAttributeNames: { '#queue': name },
      ExpressionAttributeValues: { ':queue': queue },
      ...(after?.[name] === queue ? { ExclusiveStartKey: after } : {}),
    });
    for await (const page of pages) {
      for (const item of page) {
        const { pk, sk } = Key.parse(item);
        const at = name === 'deadlineQueue' ? 'deadlineAt' : 'nextActionAt';
        const place = Place.parse({ pk, sk, [name]: queue, [at]: item[at] });
        yield { postMortemId: postMortemIdIn(pk), remediationId: remediationIdIn(sk), place };
      }
    }
  }
}
