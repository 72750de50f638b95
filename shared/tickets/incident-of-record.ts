import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import type { RecordStore } from '../store/records/record-store.ts';

/** Whether a record was opened for this ticket, whatever its site was called then. Such a ticket is never the one of a fix. */
export const isIncidentOfRecord = async (
  store: Pick<RecordStore, 'postMortemOfTicket'>,
  ticket: Omit<TicketRef, 'source'>,
): Promise<boolean> => (await store.postMortemOfTicket({ source: 'jira', ...ticket })) !== undefined;
