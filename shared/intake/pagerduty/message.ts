import * as z from 'zod';
import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import { setOf } from '../../domain/ticket/state-sets.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import type { Meaning } from '../source.ts';
import {
  isOfAccountsScope,
  NamedByPagerDuty,
  pagerDutyState,
  pagerDutyTicket,
  personNamed,
  STATE_AND_SCOPE,
} from './incident-state.ts';

/** https://developer.pagerduty.com/docs/webhooks-overview */
const Webhook = z.object({
  event: z.object({
    id: z.string().min(1).max(200),
    event_type: z.string(),
    occurred_at: Instant,
    /** Who did it is told where it can be read: a closure without it is one. */
    agent: NamedByPagerDuty.nullish().catch(undefined),
    data: z.unknown(),
  }),
});

const MovedIncident = z.object({
  id: z.string().min(1).max(200),
  type: z.literal('incident'),
  number: z.int().positive(),
  ...STATE_AND_SCOPE,
});

const RESOLVED = 'incident.resolved';
const REOPENED = 'incident.reopened';

/** How far PagerDuty's clock may be ahead of ours. */
const AHEAD_MS = 300_000;

export const nameOfPagerDutyEvent = (message: unknown): string | undefined =>
  z.object({ event: z.object({ id: z.string().min(1).max(200) }) }).safeParse(message).data?.event.id;

/** Signed with the body: of the event, not of the delivery, which may be days later. */
export function pagerDutyEventAtMs(message: unknown): number | undefined {
  const { data } = z.object({ event: z.object({ occurred_at: Instant }) }).safeParse(message);
  return data && Date.parse(data.event.occurred_at);
}

/** @throws ZodError when it is no webhook of version 3, or tells a move of what is no incident */
export function readPagerDutyWebhook(body: unknown, receivedAt: string, account: PagerDutyAccount): Meaning {
  const { event } = Webhook.parse(body);
  if (![RESOLVED, REOPENED].includes(event.event_type)) return { ignored: 'OtherEvent' };
  const incident = MovedIncident.parse(event.data);
  if (!isOfAccountsScope(incident, account)) return { ignored: 'UnknownType' };
  const { occurred_at: at } = event;
  // The later state counts: a closure of next year would make Holdfast deaf to all that is said of the incident until then.
  if (Date.parse(at) > Date.parse(receivedAt) + AHEAD_MS) return { malformed: `occurred_at: ${at} is in the future` };
  const ticket = pagerDutyTicket(account.site, incident.id, incident.number);
  // Only what was resolved is reopened, whatever became of it by the time at which this was written.
  if (event.event_type === REOPENED) {
    return { event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: at } } };
  }
  if (setOf(pagerDutyState(incident), account.states) === 'open') return { ignored: 'NoStatusChange' };
  const closedBy = personNamed(event.agent);
  return { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at, ...(closedBy && { closedBy }) } } };
}
