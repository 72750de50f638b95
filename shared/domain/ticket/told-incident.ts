import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { Tlp } from '../words/tlp.ts';
import { IncidentTicket, TicketRef } from './incident-ticket.ts';
import { UnmappedValue } from './unmapped-value.ts';

/** Ways of closing an incident that say that there is nothing to learn from. */
export const ClosedAs = z.enum(['duplicate', 'cancelled', 'false positive']);
export type ClosedAs = z.infer<typeof ClosedAs>;

/** Report on an incident by a system that Holdfast cannot ask. `at` is when it became so there. */
export const ToldIncident = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('closed'),
    ticket: TicketRef,
    at: Instant,
    incident: IncidentTicket,
    /** How it was closed, where that says that there is nothing to learn from. */
    closedAs: z.string().optional(),
    /** Least that its record is marked with. */
    leastTlp: Tlp.optional(),
    /** Word of the system: it may be none of `postMortem.categories`. */
    category: z.string().optional(),
    /** Words of the system that the configuration maps to nothing. */
    unmapped: z.array(UnmappedValue).optional(),
  }),
  z.object({ state: z.literal('open'), ticket: TicketRef, at: Instant }),
]);
export type ToldIncident = z.infer<typeof ToldIncident>;
