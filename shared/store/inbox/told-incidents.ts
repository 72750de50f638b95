import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { ToldIncident } from '../../domain/ticket/told-incident.ts';
import { addDuration, type Duration } from '../../domain/words/duration.ts';
import { keys } from '../keys.ts';
import { getItem, type Table } from '../table.ts';

const ToldItem = z.object({ told: ToldIncident });

/**
 * Keeps what a system said last of an incident. Messages come in any order, so the later state stands, not the later message:
 *
 *     closed 10:00 ── reopened 11:00 ── "closed 10:00" once more, delayed: still open
 *
 * @returns what this took the place of; undefined where there was nothing, or something as late
 */
export async function keepTold(
  { client, name }: Table,
  told: ToldIncident,
  { now, remember }: { now: string; remember: Duration },
): Promise<ToldIncident | undefined> {
  const expiresAt = Math.ceil(Date.parse(addDuration(now, remember)) / 1_000);
  try {
    const { Attributes } = await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...keys.told(told.ticket), told, toldAt: told.at, expiresAt },
        ConditionExpression: 'attribute_not_exists(pk) OR toldAt < :at',
        ExpressionAttributeValues: { ':at': told.at },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return ToldItem.safeParse(Attributes).data?.told;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** @returns undefined when nothing was told, or so long ago that it has expired */
export async function toldIncident(table: Table, ticket: TicketRef): Promise<ToldIncident | undefined> {
  const Item = await getItem(table, keys.told(ticket));
  return Item === undefined ? undefined : ToldItem.parse(Item).told;
}
