import * as z from 'zod';
import { Instant, type PostMortemId, type RecommendationId } from '../../domain/words/identifiers.ts';
import { keys, postMortemIdIn, queueShards, remediationIdIn } from '../keys.ts';
import { getItem, putItem, queryPages, type Table } from '../table.ts';
import { TO_BE_DONE } from './due.ts';

/** Queues in which fixes with a ticket stand, whatever they wait for. */
const PARTITIONS = [
  ...TO_BE_DONE.flatMap(queueShards).map((queue) => ({ index: 'byDeadline', name: 'deadlineQueue', queue })),
  ...queueShards('acceptance').map((queue) => ({ index: 'byDeadline', name: 'deadlineQueue', queue })),
  ...queueShards('verify').map((queue) => ({ index: 'byNextAction', name: 'nextActionQueue', queue })),
];

/** Key of a fix in one of the queues: where the walk goes on after it, also when the fix has moved meanwhile. */
const Place = z.record(z.string(), z.string());
type Place = z.infer<typeof Place>;

/** How far the walk through all followed fixes has come; it goes round and round. */
const FollowedWalk = z.object({
  /** The last fix that was looked at; absent at the start of a round. */
  after: Place.optional(),
  startedAt: Instant,
  /** Start of the last round that was through with all: what changed since is news. Absent in the first one. */
  since: Instant.optional(),
  /** A fix could not be looked at: the next round looks as far back as this one. */
  hasFailed: z.boolean(),
});
export type FollowedWalk = z.infer<typeof FollowedWalk>;

/** Each site of tickets has a walk of its own. The first has the name that it had when it was the only one. */
const walkOn = (site: string | undefined) =>
  keys.cursor(site === undefined ? 'walk-through-followed-fixes' : `walk-through-followed-fixes@${site}`);

/** @param site its name in `jira.sites` @returns undefined before the first round */
export async function readFollowedWalk(table: Table, site: string | undefined): Promise<FollowedWalk | undefined> {
  const item = await getItem(table, walkOn(site));
  return item === undefined ? undefined : FollowedWalk.parse(item);
}

export async function writeFollowedWalk(table: Table, site: string | undefined, walk: FollowedWalk): Promise<void> {
  await putItem(table, { ...walkOn(site), ...walk });
}

export type FollowedFix = { postMortemId: PostMortemId; remediationId: RecommendationId; place: Place };

const Key = z.object({ pk: z.string(), sk: z.string() });

/**
 * Every fix whose ticket may be followed. The indexes lag behind the table: the caller reads the fix.
 *
 * @param pageSize fixes that the caller takes in one go: a page of the index is paid for as a whole
 */
export async function* followedFixes(
  table: Table,
  { after, pageSize }: { after?: Place | undefined; pageSize: number },
): AsyncGenerator<FollowedFix> {
  const first = PARTITIONS.findIndex(({ name, queue }) => after?.[name] === queue);
  for (const { index, name, queue } of PARTITIONS.slice(Math.max(0, first))) {
    const pages = queryPages(table, {
      IndexName: index,
      KeyConditionExpression: '#queue = :queue',
      ExpressionAttributeNames: { '#queue': name },
      ExpressionAttributeValues: { ':queue': queue },
      Limit: pageSize,
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
