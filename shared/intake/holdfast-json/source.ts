import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { moveBetween, setOf } from '../../domain/ticket/state-sets.ts';
import { durationMs } from '../../domain/words/duration.ts';
import type { Proof } from '../../proof/prove.ts';
import type { IncidentSource, Meaning, Reach, Webhook } from '../source.ts';
import { HoldfastJsonMessage, incidentIn, NamedMessage, ticketIn, unmappedIn } from './message.ts';
import { HOLDFAST_JSON_PROOF } from './proof.ts';

/** A JSON that any system can post: docs/sources/holdfast-json.md. Off while no site is configured. */
export const holdfastJsonSource: IncidentSource<'holdfast-json'> = {
  name: 'holdfast-json',
  reaches: ({ incidents }) => {
    const chapter = incidents['holdfast-json'];
    return chapter.sites.length === 0 ? [] : reachesOf(chapter);
  },
  credentials: undefined,
};

type Chapter = HoldfastConfig['incidents']['holdfast-json'];

/** Of a sender that cannot sign. Whoever has the secret can say anything of any ticket. */
const STATIC_PROOF: Proof = { header: 'authorization', scheme: 'Bearer or Basic' };

function reachesOf(chapter: Chapter): Reach[] {
  const signed = webhookOf(
    chapter,
    HOLDFAST_JSON_PROOF,
    'The secret with which other systems sign the incidents that they post to Holdfast.',
  );
  const secretFor =
    'The secret that other systems send along, as a bearer token, with the incidents that they post to Holdfast.';
  const { bus } = chapter;
  return [
    { by: 'webhook', webhook: signed },
    ...(chapter.takesStaticSecret
      ? [{ by: 'webhook' as const, at: 'static', webhook: webhookOf(chapter, STATIC_PROOF, secretFor) }]
      : []),
    ...(bus === undefined
      ? []
      : [
          {
            by: 'bus rule' as const,
            rule: {
              ...bus,
              detailTypes: [DETAIL_TYPE],
              read: (event: unknown, receivedAt: string) =>
                readMessage(BusEvent.parse(event).detail, receivedAt, chapter),
            },
          },
        ]),
  ];
}

/** What the events of a sender on the bus are called. Their `detail` is the message. */
const DETAIL_TYPE = 'Holdfast Incident';
const BusEvent = z.object({ detail: z.unknown() });

function webhookOf(chapter: Chapter, proof: Proof, secretFor: string): Webhook {
  return {
    secretFor,
    proof,
    windowMs: durationMs(chapter.replayWindow),
    identityIn,
    read: (body, receivedAt) => readMessage(body, receivedAt, chapter),
  };
}

/** Names a message by the id that the sender chose, which is unique only within its site. */
function identityIn(message: unknown): string | undefined {
  const { data } = NamedMessage.safeParse(message);
  return data && `${data.ticket.site}#${data.id}`;
}

function readMessage(body: unknown, receivedAt: string, chapter: Chapter): Meaning {
  const message = HoldfastJsonMessage.parse(body);
  const { at } = message;
  const ticket = ticketIn(message);
  if (!chapter.sites.includes(ticket.site)) return { ignored: 'UnknownSite' };
  // The later state counts: a closure of next year would make Holdfast deaf to all that is said of the ticket until then.
  if (Date.parse(at) > Date.parse(receivedAt) + durationMs(chapter.replayWindow)) {
    return { malformed: `at: ${at} is in the future` };
  }
  switch (message.type) {
    case 'incident.reopened':
      return reopened(message);
    case 'incident.closed':
      return closed(message, message.incident.closedAs, chapter);
    case 'incident.changed': {
      const { state, reason, incident } = message;
      const set = setOf({ state, reason }, chapter.states);
      // What it was before is what was told before: `takeIn` compares.
      const because = incident.closedAs ?? (reason === undefined ? state : `${state}, ${reason}`);
      const meaning =
        moveBetween(undefined, set) === 'closed'
          ? closed(message, set === 'opens' ? incident.closedAs : because, chapter)
          : reopened(message);
      return 'event' in meaning ? { ...meaning, unlessTold: 'NoStatusChange' } : meaning;
    }
  }
}

function reopened(message: HoldfastJsonMessage) {
  const ticket = ticketIn(message);
  const { at } = message;
  return {
    event: { type: 'Incident Ticket Reopened' as const, data: { ticket, reopenedAt: at } },
    told: { state: 'open' as const, ticket, at },
  };
}

type Closing = Exclude<HoldfastJsonMessage, { type: 'incident.reopened' }>;

function closed(message: Closing, closedAs: string | undefined, chapter: Chapter): Meaning {
  const { at } = message;
  const ticket = ticketIn(message);
  const incident = incidentIn(message, chapter);
  if (Date.parse(incident.openedAt) > Date.parse(at)) {
    return { malformed: `incident.openedAt: ${incident.openedAt} is after the closure, ${at}` };
  }
  const closedBy = incident.people.find(({ role }) => role === 'closer')?.person;
  const { tlp: leastTlp, category } = message.incident;
  return {
    event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at, ...(closedBy && { closedBy }) } },
    told: {
      state: 'closed',
      ticket,
      at,
      incident,
      closedAs,
      category,
      leastTlp,
      unmapped: unmappedIn(message, chapter),
    },
  };
}
