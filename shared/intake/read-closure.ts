import { closureWithoutRecord } from '../store/inbox/closures-without-record.ts';
import type { Table } from '../store/table.ts';
import type { MovedTicket } from './source.ts';

/** Clocks of Holdfast and of the source may differ so much. */
const SLACK_MS = 300_000;

/** Looks whether it was read that the closure opens no record, and nothing about the ticket has changed since. */
export async function isReadClosure(
  table: Table,
  { ticket, changedAt }: Pick<MovedTicket, 'ticket' | 'changedAt'>,
): Promise<boolean> {
  const { readAt } = (await closureWithoutRecord(table, ticket)) ?? {};
  return readAt !== undefined && Date.parse(changedAt) < Date.parse(readAt) - SLACK_MS;
}
