import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import {
  IncidentRole,
  type IncidentTicket,
  type TicketRef,
  techniquesIn,
} from '../../domain/ticket/incident-ticket.ts';
import { SiteName } from '../../domain/ticket/source-settings.ts';
import { ClosedAs } from '../../domain/ticket/told-incident.ts';
import type { UnmappedValue } from '../../domain/ticket/unmapped-value.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { isReadable } from '../../domain/words/readable.ts';
import { Severity } from '../../domain/words/severity.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { Tlp } from '../../domain/words/tlp.ts';
import { HttpLink } from '../../domain/words/words.ts';

const TITLE_LIMIT = 255;
const DESCRIPTION_LIMIT = 30_000;
const NAME_LIMIT = 200;
/** The event that opens a record is one item, of 400 KB at most, with the people in it. */
const PEOPLE_LIMIT = 100;

/** Ids stand in keys of the table, whose parts `#` separates. U+FFFD stands for a character that is lost: it may be any id. */
const Id = z.string().regex(/^[^#\s\ufffd]{1,200}$/u, {
  error: 'expected 1 to 200 characters without spaces, lost characters and #',
});

const Ticket = z
  .strictObject({
    site: SiteName.describe('The host name of the ticketing system; one of `sites` in the configuration.'),
    id: Id.describe('The id of the ticket there. It must never change, also when the ticket is moved.'),
    key: Id.describe('What people call the ticket, such as INC0012345.'),
  })
  .describe('Names the ticket.');

const Person = z.strictObject({
  role: IncidentRole,
  id: z.string().min(1).max(NAME_LIMIT).describe('The account of the person in the ticketing system.'),
  name: z.string().describe('Cut at 200 characters.'),
  email: z.string().max(320).optional().describe('Kept only with `incidents.keepEmailAddresses`.'),
});

/** Cut before it is read: each wrong field of a person is an issue of its own, and a body has room for a hundred thousand people. */
const People = z.preprocess(
  (people) => (Array.isArray(people) ? people.slice(0, PEOPLE_LIMIT) : people),
  z.array(Person),
);

const Incident = z
  .strictObject({
    url: HttpLink.describe('Where people open the ticket.'),
    title: z.string().describe('Cut at 255 characters. A blank one gives way to the key.'),
    description: z
      .string()
      .optional()
      .describe('Plain text, cut at 30,000 characters. ATT&CK techniques in it (T1566.002) are found.'),
    severity: z
      .string()
      .min(1)
      .max(NAME_LIMIT)
      .describe(
        'critical, high, medium or low; `severityBy` of the configuration reads any other, or `severityOtherwise` stands.',
      ),
    tlp: Tlp.optional().describe('Least that the record is marked with.'),
    category: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe(
        'One of `postMortem.categories` in the configuration. The record is filed under it; another one is left out, and counted.',
      ),
    closedAs: ClosedAs.optional().describe(
      'Set when there is nothing to learn from it. No record opens then, unless it is closed again without this.',
    ),
    openedAt: Instant.describe('When the incident began, or when the ticket was opened.'),
    people: People.optional().describe('Who had to do with the incident. The first 100 are kept.'),
  })
  .describe('Everything that the record begins with. Holdfast asks for nothing more.');

type Told = Exclude<HoldfastJsonMessage, { type: 'incident.reopened' }>;

const common = {
  version: z.literal(1),
  id: Id.describe('Names this message. Repeat it with the same id: it counts once.'),
  at: Instant.describe(
    'When the ticket was closed or reopened. The later state counts, in whatever order messages come.',
  ),
  ticket: Ticket,
};

const Name = z.string().min(1).max(NAME_LIMIT);

/** The message that any system can post. docs/sources/holdfast-json.md shows it as JSON Schema. */
export const HoldfastJsonMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('incident.closed'), ...common, incident: Incident }),
  z.strictObject({ type: z.literal('incident.reopened'), ...common }),
  z
    .strictObject({
      type: z.literal('incident.changed'),
      ...common,
      state: Name.describe('What the system calls its state now. `states` of the configuration says what it means.'),
      reason: Name.optional().describe('Why it is in this state, such as Duplicate, where the system keeps that.'),
      incident: Incident,
    })
    .describe(
      'For a sender that cannot tell a closure from another change: sent at each, it counts when the state means another.',
    ),
]);
export type HoldfastJsonMessage = z.infer<typeof HoldfastJsonMessage>;

/** What names a message of its site, also where the rest of it cannot be read. */
export const NamedMessage = z.object({ id: Id, ticket: z.object({ site: SiteName }) });

export const ticketIn = ({ ticket: { site, id, key } }: HoldfastJsonMessage): TicketRef => ({
  source: 'holdfast-json',
  site,
  ticketId: id,
  key,
});

type Severities = Pick<HoldfastConfig['incidents']['holdfast-json'], 'severityBy' | 'severityOtherwise'>;

export function incidentIn(message: Told, severities: Severities): IncidentTicket {
  const { incident, at } = message;
  const ticket = ticketIn(message);
  // Nobody would find a record without a title.
  const title = shortened(isReadable(incident.title) ? incident.title : ticket.key, TITLE_LIMIT);
  const description = shortened(incident.description ?? '', DESCRIPTION_LIMIT);
  return {
    ...ticket,
    url: incident.url,
    title,
    description,
    severity: severityIn(incident.severity, severities),
    openedAt: incident.openedAt,
    closedAt: at,
    people: (incident.people ?? []).map(({ role, id, name, email }) => ({
      role,
      person: { accountId: id, name: shortened(name, NAME_LIMIT), ...(email === undefined ? {} : { email }) },
    })),
    techniques: techniquesIn(`${title}\n${description}`),
  };
}

const severityIn = (told: string, severities: Severities): Severity =>
  knownSeverity(told, severities) ?? severities.severityOtherwise;

/** By the configuration first: a team may read `high` otherwise. Like the names of states, whatever the case of its letters. */
function knownSeverity(told: string, { severityBy }: Severities): Severity | undefined {
  const word = told.trim().toLowerCase();
  const [, configured] = Object.entries(severityBy).find(([name]) => name.toLowerCase() === word) ?? [];
  return configured ?? Severity.safeParse(word).data;
}

/** @returns undefined where the configuration knows every word of the message */
export const unmappedIn = ({ incident: { severity } }: Told, severities: Severities): UnmappedValue[] | undefined =>
  knownSeverity(severity, severities) === undefined ? [{ what: 'severity', value: severity }] : undefined;
