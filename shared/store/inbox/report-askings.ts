import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import type { ReportKind } from '../../domain/words/report-name.ts';
import { keys } from '../keys.ts';
import { getItem, type Table } from '../table.ts';

/** What is asked for: one that is mailed is another than one that is not. */
type Asked = { kind: ReportKind; isMailed: boolean };

/** An asking, and when a run was started for it last. */
const ReportAsking = z.object({ at: Instant, startedAt: Instant.optional() });
export type ReportAsking = z.infer<typeof ReportAsking>;

/** When it was asked for last; undefined: never. */
export async function lastAsking(table: Table, asked: Asked): Promise<ReportAsking | undefined> {
  const item = await getItem(table, keys.reportAsked(asked));
  return item === undefined ? undefined : ReportAsking.parse(item);
}

/**
 * Notes that it is asked for now, and that whoever notes it starts it.
 *
 * @param before the last asking, as it was read
 * @returns an asking that came between; undefined: there is none, and this one is noted
 */
export async function noteAsking(
  { client, name }: Table,
  asked: Asked,
  { at, before }: { at: string; before: string | undefined },
): Promise<ReportAsking | undefined> {
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
        Item: { ...keys.reportAsked(asked), at, startedAt: at },
        ...isAsRead,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
    // The document client leaves the items of its errors as they came.
    return ReportAsking.parse(unmarshall(error.Item));
  }
}

/**
 * Notes that a run is started for an asking now, or that none is, where it could not be started.
 *
 * @param read the asking as it was read
 * @returns false: somebody else noted one
 */
export async function noteStart(
  { client, name }: Table,
  asked: Asked,
  read: ReportAsking,
  startedAt: string | undefined,
): Promise<boolean> {
  const { at, startedAt: before } = read;
  try {
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keys.reportAsked(asked),
        UpdateExpression: startedAt === undefined ? 'REMOVE startedAt' : 'SET startedAt = :now',
        ConditionExpression: `#at = :at AND ${before === undefined ? 'attribute_not_exists(startedAt)' : 'startedAt = :before'}`,
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: {
          ':at': at,
          ...(before === undefined ? {} : { ':before': before }),
          ...(startedAt === undefined ? {} : { ':now': startedAt }),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
