import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Turns } from '../../domain/ticket/turns.ts';
import { keys } from '../keys.ts';
import type { Table } from '../table.ts';

/** How long the table keeps a turn that is over. */
const KEPT_SECONDS = 3_600;

/** Turns of a site, in a partition of its own. What is over is overwritten, so nobody has to be allowed to delete. */
export function turnsIn(table: Table, site: string): Turns {
  const put = async (
    name: string,
    item: { until: number; expiresAt: number },
    condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>,
  ): Promise<boolean> => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.turn(site, name), ...item },
          ExpressionAttributeNames: { '#until': 'until' },
          ...condition,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const expiresAt = (until: number): number => Math.ceil(until / 1_000) + KEPT_SECONDS;
  return {
    take: (name, now, until) =>
      put(
        name,
        { until, expiresAt: expiresAt(until) },
        {
          ConditionExpression: 'attribute_not_exists(#until) OR #until <= :now',
          ExpressionAttributeValues: { ':now': now },
        },
      ),
    async end(name, until) {
      await put(
        name,
        { until: 0, expiresAt: expiresAt(until) },
        { ConditionExpression: '#until = :until', ExpressionAttributeValues: { ':until': until } },
      );
    },
  };
}
