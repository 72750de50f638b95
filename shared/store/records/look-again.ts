import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { WatchedRemediation } from '../../domain/remediation/remediation.ts';
import { keys } from '../keys.ts';
import { END_OF_TIME } from '../queues/due.ts';
import type { Table } from '../table.ts';

/**
 * Puts a watched fix to the place in its queue at which it is looked at next. No event: the time follows from facts that are in the
 * log, and a log of looks that found nothing would grow for ever.
 *
 * @param before the fix as it was judged; whoever changed it since has judged it, too
 * @returns false when it was changed since, and nothing is written
 */
export async function lookAgain(
  { client, name }: Table,
  before: WatchedRemediation,
  { nextCheckAt }: Pick<WatchedRemediation, 'nextCheckAt'>,
): Promise<boolean> {
  const next =
    nextCheckAt === undefined
      ? { UpdateExpression: 'SET nextActionAt = :next REMOVE remediation.nextCheckAt', at: END_OF_TIME }
      : { UpdateExpression: 'SET nextActionAt = :next, remediation.nextCheckAt = :next', at: nextCheckAt };
  try {
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keys.remediation(before.postMortemId, before.id),
        UpdateExpression: next.UpdateExpression,
        ConditionExpression: 'remediation = :before',
        ExpressionAttributeValues: { ':next': next.at, ':before': before },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
