import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { keys } from '../store/keys.ts';
import { putItem, type Table } from '../store/table.ts';
import type { Renewals } from './renewals.ts';

const RenewalItem = z.object({ answer: z.string().optional() });

const seconds = (instant: string): number => Math.ceil(Date.parse(instant) / 1_000);

/**
 * Renewals in the table. An item is there until it counts for nothing, and a little longer.
 *
 *     no item, or its `until` is over   begin ✓  until = end of the lease
 *     under way, or kept                begin ✗  and the item is told
 *
 * @param wait until it is worth asking again
 */
export function keptRenewals(table: Table, wait: () => Promise<void>): Renewals {
  return {
    wait,
    async begin(tokenHash, { now, leaseUntil }) {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...keys.renewal(tokenHash), until: leaseUntil, expiresAt: seconds(leaseUntil) },
            ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: { ':now': now },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'begun';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // The document client leaves the items of its errors as they came.
        return RenewalItem.parse(error.Item === undefined ? {} : unmarshall(error.Item));
      }
    },
    async end(tokenHash, { answer, until }) {
      const kept = answer === undefined ? {} : { answer };
      await putItem(table, { ...keys.renewal(tokenHash), ...kept, until, expiresAt: seconds(until) });
    },
  };
}
