import * as z from 'zod';
import type { Catalogue, EventsOf } from '../words/event-definition.ts';
import { Instant } from '../words/identifiers.ts';
import { ACCOUNT_ID, COUNTED_OR_RANDOM_ID, identifier } from '../words/marks.ts';
import { TicketPerson } from '../words/person.ts';
import { TicketRef } from './incident-ticket.ts';

/** Catalogue of what ticketing systems tell, of incident tickets and of remediation tickets. */
export const TICKET_EVENTS = {
  'Incident Ticket Closed': {
    means: 'An incident ticket went from not done to done in its ticketing system.',
    data: z.object({ ticket: TicketRef, closedAt: Instant, closedBy: TicketPerson.omit({ email: true }).optional() }),
    // Whether its record is restricted is not known here, and nobody who hears it needs to know who closed it.
    withheld: ['closedBy'],
  },
  'Incident Ticket Reopened': {
    means: 'An incident ticket went from done to not done.',
    data: z.object({
      ticket: TicketRef,
      reopenedAt: Instant,
      /** Id of the status that it left, where whoever told this does not know if that was one of done. */
      leftStatus: identifier(z.string().min(1), COUNTED_OR_RANDOM_ID).optional(),
    }),
  },
  'Incident Ticket Changed': {
    means: 'Something about an incident ticket changed. Says only which: the ticket is read again, as the authority.',
    data: z.object({ ticket: TicketRef, at: Instant }),
  },
  'Remediation Ticket Changed': {
    means: 'A ticket of ours was changed in Jira. Says only which: the ticket is read again, as the authority.',
    data: z.object({
      site: z.string(),
      issueId: z.string(),
      key: z.string(),
      change: z.enum(['created', 'updated', 'deleted']),
      /** Account that changed it, where Jira said so. */
      by: identifier(z.string().min(1), ACCOUNT_ID).optional(),
      /** Whether it was in done afterwards, where Jira said so. */
      isDone: z.boolean().optional(),
    }),
  },
} as const satisfies Catalogue;

export type TicketEvent = EventsOf<typeof TICKET_EVENTS>;
