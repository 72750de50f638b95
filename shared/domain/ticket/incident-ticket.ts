import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { COUNTED_OR_RANDOM_ID, identifier, TICKET_KEY } from '../words/marks.ts';
import { TicketPerson } from '../words/person.ts';
import { Severity } from '../words/severity.ts';
import { SourceName } from './incident-policy.ts';

/** `holdfast`: there is no ticket; somebody opened the record by hand, or a file brought it. */
export const Source = z.enum([...SourceName.options, 'holdfast']);
export type Source = z.infer<typeof Source>;

/** Names an incident ticket for ever. `ticketId` outlives a move to another project; `key` is what people say. */
export const TicketRef = z.object({
  source: Source,
  site: z.string().min(1),
  ticketId: identifier(z.string().min(1), COUNTED_OR_RANDOM_ID),
  key: identifier(z.string().min(1), TICKET_KEY),
});
export type TicketRef = z.infer<typeof TicketRef>;

/** Role of a person in the incident, as far as the ticket tells. */
export const IncidentRole = z.enum(['reporter', 'assignee', 'commenter', 'closer']);
export type IncidentRole = z.infer<typeof IncidentRole>;

/** A closed incident, as read from its ticketing system. */
export const IncidentTicket = TicketRef.extend({
  url: z.string(),
  title: z.string(),
  description: z.string(),
  severity: Severity,
  openedAt: Instant,
  closedAt: Instant,
  people: z.array(z.object({ role: IncidentRole, person: TicketPerson })),
  techniques: z.array(z.string()),
});
export type IncidentTicket = z.infer<typeof IncidentTicket>;

/** Of a sub-technique, `T1566.002`, and of its address, `…/techniques/T1566/002/`. */
const TECHNIQUE = /\btechniques\/(T\d{4})\/(\d{3})\b|\bT\d{4}(?:\.\d{3})?\b/g;

/** ATT&CK technique ids in running text (T1566, T1566.002), each once, in the order in which they appear. */
export function techniquesIn(text: string): string[] {
  const ids = text
    .matchAll(TECHNIQUE)
    .map(([id, technique, sub]) => (technique === undefined ? id : `${technique}.${sub}`));
  return [...new Set(ids)];
}
