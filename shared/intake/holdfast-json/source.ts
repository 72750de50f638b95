import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { durationMs } from '../../domain/words/duration.ts';
import type { IncidentSource, Meaning, Webhook } from '../source.ts';
import { HoldfastJsonMessage, incidentIn, NamedMessage, ticketIn } from './message.ts';
import { HOLDFAST_JSON_PROOF } from './proof.ts';

/** A signed JSON that any system can post: docs/sources/holdfast-json.md. Off while no site is configured. */
export const holdfastJsonSource: IncidentSource<'holdfast-json'> = {
  name: 'holdfast-json',
  reaches: ({ incidents }) => {
    const chapter = incidents['holdfast-json'];
    return chapter.sites.length === 0 ? [] : [{ by: 'webhook', webhook: webhookOf(chapter) }];
  },
  credentials: undefined,
};

type Chapter = HoldfastConfig['incidents']['holdfast-json'];

function webhookOf(chapter: Chapter): Webhook {
  return {
    secretFor: 'The secret with which other systems sign the incidents that they post to Holdfast.',
    proof: HOLDFAST_JSON_PROOF,
    windowMs: durationMs(chapter.replayWindow),
    identityIn,
    read: (body, receivedAt) => read(HoldfastJsonMessage.parse(body), receivedAt, chapter),
  };
}

/** Names a message by the id that the sender chose, which is unique only within its site. */
function identityIn(message: unknown): string | undefined {
  const { data } = NamedMessage.safeParse(message);
  return data && `${data.ticket.site}#${data.id}`;
}

function read(message: HoldfastJsonMessage, receivedAt: string, { sites, replayWindow }: Chapter): Meaning {
  const { at } = message;
  const ticket = ticketIn(message);
  if (!sites.includes(ticket.site)) return { ignored: 'UnknownSite' };
  // The later state counts: a closure of next year would make Holdfast deaf to all that is said of the ticket until then.
  if (Date.parse(at) > Date.parse(receivedAt) + durationMs(replayWindow)) {
    return { malformed: `at: ${at} is in the future` };
  }
  if (message.type === 'incident.reopened') {
    return {
      event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: at } },
      told: { state: 'open', ticket, at },
    };
  }
  const incident = incidentIn(message);
  if (Date.parse(incident.openedAt) > Date.parse(at)) {
    return { malformed: `incident.openedAt: ${incident.openedAt} is after the closure, ${at}` };
  }
  const { closedAs, category } = message.incident;
  const closedBy = incident.people.find(({ role }) => role === 'closer')?.person;
  return {
    event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at, ...(closedBy && { closedBy }) } },
    told: { state: 'closed', ticket, at, incident, closedAs, category },
  };
}
