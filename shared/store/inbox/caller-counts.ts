import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keys } from '../keys.ts';
import type { Table } from '../table.ts';

/** How long the table keeps a count whose minute is over. */
const KEPT_SECONDS = 3_600;

const Counted = z.object({ used: z.number() });

/**
 * Adds to what a caller used in a minute: one write unit, without a read before it.
 *
 * @param minute `2026-11-21T10:00`
 * @returns the sum with it
 */
export async function countCalls(
  { client, name }: Table,
  who: string,
  minute: string,
  points: number,
): Promise<number> {
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: name,
      Key: keys.calls(who, minute),
      UpdateExpression: 'ADD #used :points SET expiresAt = :expiresAt',
      ExpressionAttributeNames: { '#used': 'used' },
      ExpressionAttributeValues: {
        ':points': points,
        ':expiresAt': Date.parse(`${minute}:00Z`) / 1_000 + KEPT_SECONDS,
      },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Counted.parse(Attributes).used;
}
