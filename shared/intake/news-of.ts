import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import type { TicketEvent } from '../domain/ticket/ticket-events.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { isReadClosure } from './read-closure.ts';
import type { MovedTicket } from './source.ts';

export type NewsDependencies = { store: Pick<RecordStore, 'postMortemOfTicket' | 'head'>; table: Table };

type News = Extract<TicketEvent, { type: 'Incident Ticket Closed' | 'Incident Ticket Reopened' }>;

/**
 * A closure is news until there is a record, or until it was read that it opens none: then it is news again when something about its ticket
 * changed since, such as a resolution that is put right. Of an incident with a record it is news that it came back: it moved after the record
 * was opened, or carried on, and the log of the ticket says when it left done.
 *
 *     closed ── record opened ── reopened (its webhook got lost) ── [ sweep ] ── closed again ── [ sweep ]
 */
export async function newsOf(
  { store, table }: NewsDependencies,
  { ticket, isClosed, at, changedAt }: MovedTicket,
  lastReopening: (ticket: TicketRef) => Promise<string | undefined>,
): Promise<News | undefined> {
  const id = await store.postMortemOfTicket(ticket);
  if (id === undefined) {
    if (!isClosed) return undefined;
    const isRead = await isReadClosure(table, { ticket, changedAt });
    return isRead ? undefined : { type: 'Incident Ticket Closed', data: { ticket, closedAt: at } };
  }
  const head = await store.head(id);
  const isNewer = (time: string): boolean =>
    head !== undefined && Date.parse(time) > Date.parse(head.carriedOnAt ?? head.openedAt);
  if (!isNewer(at)) return undefined;
  const reopenedAt = await lastReopening(ticket);
  if (reopenedAt === undefined || !isNewer(reopenedAt)) return undefined;
  return { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt } };
}
