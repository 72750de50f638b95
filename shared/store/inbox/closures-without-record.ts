import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, type Table } from '../table.ts';

/** The newest closure of an incident that opened no record, and why. */
const ClosureWithoutRecord = z.object({
  closedAt: Instant,
  because: z.string(),
  /** When the ticket was read that said so; absent in what earlier releases kept. */
  readAt: Instant.optional(),
});
type ClosureWithoutRecord = z.infer<typeof ClosureWithoutRecord>;

/** Keeps that a closure opens no record. @returns whether that is news: it may be told again, and is counted once */
export async function keepClosure(
  { client, name }: Table,
  ticket: TicketRef,
  closure: ClosureWithoutRecord,
): Promise<boolean> {
  const { Attributes } = await client.send(
    new PutCommand({ TableName: name, Item: { ...keys.noRecord(ticket), ...closure }, ReturnValues: 'ALL_OLD' }),
  );
  if (Attributes === undefined) return true;
  const before = ClosureWithoutRecord.parse(Attributes);
  return before.closedAt !== closure.closedAt || before.because !== closure.because;
}

/** @returns undefined when no closure of the incident was kept from opening a record */
export async function closureWithoutRecord(table: Table, ticket: TicketRef): Promise<ClosureWithoutRecord | undefined> {
  const item = await getItem(table, keys.noRecord(ticket));
  return item === undefined ? undefined : ClosureWithoutRecord.parse(item);
}
