import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { IncidentTicket, TicketRef } from './incident-ticket.ts';

/** Report on an incident by a system that Holdfast cannot ask. `at` is when it became so there. */
export const ToldIncident = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed'), ticket: TicketRef, at: Instant, incident: IncidentTicket }),
  z.object({ state: z.literal('open'), ticket: TicketRef, at: Instant }),
]);
export type ToldIncident = z.infer<typeof ToldIncident>;
