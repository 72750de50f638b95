import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, type Table } from '../table.ts';

/** The newest closure of an incident that opened no record, and why. */
const ClosureWithoutRecord = z.object({ closedAt: Instant, because: z.string() });
type ClosureWithoutRecord = z.infer<typeof ClosureWithoutRecord>;

/** Keeps that a closure opens no record. @returns whether that is news: it is told again and again, and counted once */
export async function keepClosure(
  { client, name }: Table,
  ticket: TicketRef,
  { closedAt, because }: ClosureWithoutRecord,
): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...keys.noRecord(ticket), closedAt, because },
        ConditionExpression: 'attribute_not_exists(pk) OR closedAt <> :closedAt OR because <> :because',
        ExpressionAttributeValues: { ':closedAt': closedAt, ':because': because },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** @returns undefined when no closure of the incident was kept from opening a record */
export async function closureWithoutRecord(table: Table, ticket: TicketRef): Promise<ClosureWithoutRecord | undefined> {
  const item = await getItem(table, keys.noRecord(ticket));
  return item === undefined ? undefined : ClosureWithoutRecord.parse(item);
}
