import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Part } from '../../domain/record/content/parts.ts';
import { Remediation } from '../../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys, postMortemIdIn, queueShard, queueShards, remediationIdIn } from '../keys.ts';
import { HeadItem } from '../records/read-record.ts';
import { queryPages, type Table } from '../table.ts';

export type SystemQueue = 'create' | 'verify' | 'reopen';

const PostMortemKey = z.string().transform(postMortemIdIn);
const KeysOnly = z.object({
  pk: PostMortemKey,
  sk: z.string().transform(remediationIdIn),
});

/**
 * Reads what the system has to do by `until`, the most overdue of each shard first. The index may lag behind the table: the
 * caller reads the item again and decides on that.
 */
export async function* dueActions(
  table: Table,
  queue: SystemQueue,
  until: string,
): AsyncGenerator<{ postMortemId: PostMortemId; remediationId: RecommendationId }> {
  for (const shard of queueShards(queue)) {
    const input = {
      IndexName: 'byNextAction',
      KeyConditionExpression: 'nextActionQueue = :queue AND nextActionAt <= :until',
      ExpressionAttributeValues: { ':queue': shard, ':until': until },
    };
    for await (const page of queryPages(table, input)) {
      for (const item of page) {
        const { pk, sk } = KeysOnly.parse(item);
        yield { postMortemId: pk, remediationId: sk };
      }
    }
  }
}

const RemediationItem = z.object({ remediation: Remediation });

/** Queues of remediations that are to be done; of those in the second, nobody has to be told that they became late. */
export const TO_BE_DONE = ['remediation', 'quiet remediation'] as const;

/** Remediations whose deadline (`acceptance`: risk accepted until; else: to be done) is `until` or before. */
export async function dueRemediations(
  table: Table,
  queue: (typeof TO_BE_DONE)[number] | 'acceptance',
  until: string,
): Promise<Remediation[]> {
  return (await byDeadline(table, queue, until)).map((item) => RemediationItem.parse(item).remediation);
}

/** All that are to be done by then, told or not. */
export async function lateRemediations(table: Table, until: string): Promise<Remediation[]> {
  return (await Promise.all(TO_BE_DONE.map((queue) => dueRemediations(table, queue, until)))).flat();
}

/**
 * Moves one of which no lateness is to be told, and that was written before there was a queue for those; unless it has changed meanwhile:
 * then it has moved by itself.
 */
export async function moveToQuiet({ client, name }: Table, remediation: Remediation): Promise<void> {
  const { id, postMortemId, dueAt, state, overdueTold } = remediation;
  const isAsTold =
    overdueTold === undefined ? 'attribute_not_exists(remediation.overdueTold)' : 'remediation.overdueTold = :told';
  const update = new UpdateCommand({
    TableName: name,
    Key: keys.remediation(postMortemId, id),
    UpdateExpression: 'SET deadlineQueue = :quiet',
    ConditionExpression: `deadlineQueue = :queue AND deadlineAt = :dueAt AND remediation.#state = :state AND ${isAsTold}`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':quiet': queueShard('quiet remediation', id),
      ':queue': queueShard('remediation', id),
      ':dueAt': dueAt,
      ':state': state,
      ...(overdueTold === undefined ? {} : { ':told': overdueTold }),
    },
  });
  await client.send(update).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}

/** Reviews that are not yet approved and due by `until`, the earliest first. */
export async function dueReviews(table: Table, until: string): Promise<HeadItem['head'][]> {
  const heads = (await byDeadline(table, 'review', until)).map((item) => HeadItem.parse(item).head);
  return heads.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}

/** Later than any deadline, and where claims stand that time alone does not change. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z';

const PartItem = z.object({ pk: PostMortemKey, part: Part });
export type DuePart = { postMortemId: PostMortemId; part: Part };

/**
 * Lessons to put in place or to review, notifications to send and accepted recommendations, whose day is `until` or
 * before. The two queues of announced ones hold what was told of already.
 */
export async function dueParts(
  table: Table,
  queue:
    | 'lesson'
    | 'announced lesson'
    | 'temporary measure'
    | 'announced temporary measure'
    | 'notification'
    | 'announced notification'
    | 'recommendation',
  until: string,
): Promise<DuePart[]> {
  const items = (await byDeadline(table, queue, until)).map((item) => PartItem.parse(item));
  return items.map(({ pk, part }) => ({ postMortemId: pk, part }));
}

async function byDeadline(table: Table, queue: string, until: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (const shard of queueShards(queue)) {
    const input = {
      IndexName: 'byDeadline',
      KeyConditionExpression: 'deadlineQueue = :queue AND deadlineAt <= :until',
      ExpressionAttributeValues: { ':queue': shard, ':until': until },
    };
    for await (const page of queryPages(table, input)) items.push(...page);
  }
  return items;
}
