import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Floor, KeptFloors } from '../../domain/ticket/shared-limits.ts';
import { keys, partitions } from '../keys.ts';
import { itemsUnder, type Table } from '../table.ts';

const FloorItem = z.object({ sk: z.string(), notBefore: z.number(), reason: z.string().optional() });

/** How long the table keeps a floor that is over. */
const KEPT_SECONDS = 3_600;

/** Floors of a site, in a partition of its own. */
export const floorsIn = (table: Table, site: string): KeptFloors => ({
  read: () => readFloors(table, site),
  raise: (floor) => raiseFloor(table, site, floor),
});

/** One for each scope, also some that are over. */
async function readFloors(table: Table, site: string): Promise<Floor[]> {
  const items = z.array(FloorItem).parse(await itemsUnder(table, partitions.limits(site)));
  return items.map(({ sk: scope, ...floor }) => ({ scope, ...floor }));
}

/** Keeps a floor. One that is later stays as it is: a floor never moves to an earlier time. */
async function raiseFloor(table: Table, site: string, { scope, notBefore, reason }: Floor): Promise<void> {
  const expiresAt = Math.ceil(notBefore / 1_000) + KEPT_SECONDS;
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.limit(site, scope), notBefore, expiresAt, ...(reason === undefined ? {} : { reason }) },
        ConditionExpression: 'attribute_not_exists(notBefore) OR notBefore < :notBefore',
        ExpressionAttributeValues: { ':notBefore': notBefore },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
