import type { TicketEvent } from '../domain/ticket/ticket-events.ts';
import type { RecordStore } from '../store/records/record-store.ts';

type Links = Pick<RecordStore, 'postMortemOfTicket' | 'remediationOfIssue'>;

/** Whether Holdfast has a record of the incident, or a remediation of the ticket, that an event tells of: by its id, which nobody can change. */
export async function isKnownTicket(links: Links, event: TicketEvent): Promise<boolean> {
  switch (event.type) {
    case 'Incident Ticket Closed':
    case 'Incident Ticket Reopened':
    case 'Incident Ticket Changed':
      return (await links.postMortemOfTicket(event.data.ticket)) !== undefined;
    case 'Remediation Ticket Changed':
      return (await links.remediationOfIssue(event.data.site, event.data.issueId)) !== undefined;
  }
}
