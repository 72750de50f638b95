import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { keys } from '../store/keys.ts';
import { getItem, type Table } from '../store/table.ts';
import type { Renewals } from './renewals.ts';

const RenewalItem = z.object({
  until: z.string(),
  answer: z.string().optional(),
  isSignedOut: z.boolean().optional(),
});

const seconds = (instant: string): number => Math.ceil(Date.parse(instant) / 1_000);

/**
 * Renewals in the table. An item is there until it counts for nothing, and a little longer.
 *
 *     no item, or its `until` is over   begin ✓  until = end of the lease
 *     under way, or kept                begin ✗  and the item is told
 *     signed out                        begin ✗  end ✗  until the session would have ended
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
        return RenewalItem.parse(error.Item === undefined ? { until: now } : unmarshall(error.Item));
      }
    },
    async read(tokenHash, now) {
      const item = await getItem(table, keys.renewal(tokenHash));
      const found = item === undefined ? undefined : RenewalItem.parse(item);
      return found !== undefined && found.until > now ? found : undefined;
    },
    async end(tokenHash, { answer, until }) {
      const kept = answer === undefined ? {} : { answer };
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...keys.renewal(tokenHash), ...kept, until, expiresAt: seconds(until) },
            ConditionExpression: 'attribute_not_exists(isSignedOut)',
          }),
        );
        return 'ended';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return 'signed out';
      }
    },
    async signOut(tokenHash, until) {
      const { Attributes } = await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.renewal(tokenHash), isSignedOut: true, until, expiresAt: seconds(until) },
          ReturnValues: 'ALL_OLD',
        }),
      );
      return Attributes === undefined ? undefined : RenewalItem.parse(Attributes);
    },
  };
}
