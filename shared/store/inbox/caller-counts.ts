import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { keys } from '../keys.ts';
import type { Table } from '../table.ts';

/** How long the table keeps a count whose minute is over. */
const KEPT_SECONDS = 3_600;

const Counted = z.object({ used: z.number() });

/**
 * Adds to what a caller used in a minute, unless the sum would be over the limit: one write unit, without a read before it.
 *
 * @param minute `2026-11-21T10:00`
 * @returns the sum, with the points where they are counted
 */
export async function countCalls(
  { client, name }: Table,
  who: string,
  minute: string,
  { points, limit }: { points: number; limit: number },
): Promise<{ isCounted: boolean; used: number }> {
  try {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keys.calls(who, minute),
        UpdateExpression: 'ADD #used :points SET expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(pk) OR #used <= :before',
        ExpressionAttributeNames: { '#used': 'used' },
        ExpressionAttributeValues: {
          ':points': points,
          ':before': limit - points,
          ':expiresAt': Date.parse(`${minute}:00Z`) / 1_000 + KEPT_SECONDS,
        },
        ReturnValues: 'UPDATED_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { isCounted: true, used: Counted.parse(Attributes).used };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
    // The document client leaves the items of its errors as they came.
    return { isCounted: false, used: Counted.parse(unmarshall(error.Item)).used };
  }
}
