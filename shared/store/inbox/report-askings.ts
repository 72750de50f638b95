import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import type { ReportKind } from '../../domain/words/report-name.ts';
import { keys } from '../keys.ts';
import { getItem, type Table } from '../table.ts';

/** What is asked for: one that is mailed is another than one that is not. */
type Asked = { kind: ReportKind; isMailed: boolean };

const AskingItem = z.object({ at: Instant });

/** When it was asked for last; undefined: never. */
export async function lastAsking(table: Table, asked: Asked): Promise<string | undefined> {
  const item = await getItem(table, keys.reportAsked(asked));
  return item === undefined ? undefined : AskingItem.parse(item).at;
}

/**
 * Notes that it is asked for now.
 *
 * @param before the last asking, as it was read
 * @returns the time of an asking that came between; undefined: there is none, and this one is noted
 */
export async function noteAsking(
  { client, name }: Table,
  asked: Asked,
  { at, before }: { at: string; before: string | undefined },
): Promise<string | undefined> {
  const isAsRead =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#at = :before',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':before': before },
        };
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...keys.reportAsked(asked), at },
        ...isAsRead,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
    // The document client leaves the items of its errors as they came.
    return AskingItem.parse(unmarshall(error.Item)).at;
  }
}
