import * as z from 'zod';
import { techniqueOf } from '../knowledge/attack.ts';
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

/** Of a sub-technique, `T1566.002`, and of its address, `…/techniques/T1566/002/`; with a word before it that takes it back. */
const TECHNIQUE =
  /(?<not>\b(?:not|nor|never|neither|without|nicht|weder|noch|ohne)\s+)?(?:\btechniques\/(?<technique>T\d{4})\/(?<sub>\d{3})\b|\b(?<id>T\d{4}(?:\.\d{3})?)\b)/gu;

/** A full stop inside an id ends no clause. */
const CLAUSE_END = /[;:!?\n]|[.,](?=\s|$)|\b(?:but|however|instead|sondern|aber)\b/iu;

/** What somebody says of a technique that was not used. */
const RULED_OUT =
  /\b(?:ruled out|ruling out|rule out|excluded|no (?:evidence|signs?|indications?|traces?|proof) (?:of|for|that)|not (?:seen|observed|used|found|confirmed|involved)|ausgeschlossen|kein\p{L}* (?:hinweise?|anzeichen|spuren?|belege?)|nicht (?:beobachtet|gefunden|verwendet|genutzt))\b/iu;

/**
 * ATT&CK technique ids in running text (T1566, T1566.002), each once, in the order in which they appear. What the text rules
 * out is none, and neither is an id that ATT&CK does not have: a printer may be a T2000.
 */
export function techniquesIn(text: string): string[] {
  const clauses = text.split(CLAUSE_END).filter((clause) => !RULED_OUT.test(clause));
  const ids = clauses.flatMap((clause) =>
    [...clause.matchAll(TECHNIQUE)].flatMap(({ groups = {} }) => {
      const { not, technique, sub, id = `${technique}.${sub}` } = groups;
      return not === undefined && techniqueOf(id) !== undefined ? [id] : [];
    }),
  );
  return [...new Set(ids)];
}
