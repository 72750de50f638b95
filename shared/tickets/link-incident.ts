import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { isTicketed } from '../domain/remediation/remediation.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { noteNotTold, noteTold } from './say-in-ticket.ts';
import { isSameTicket, type TicketSites } from './ticket-sites.ts';

export type LinkDependencies = {
  store: Pick<RecordStore, 'remediation' | 'head' | 'changeRemediation'>;
  ticketSites: Pick<TicketSites, 'named'>;
  now: () => string;
};

/** `because`: why there is no link, and what mends it. */
export type LinkOutcome = { outcome: 'linked' | 'no link' | 'not wanted'; because?: string };

/**
 * Links a new ticket to the incident that it follows from. Everybody who may read either issue sees the link, so a restricted record
 * gets none. What the system refuses costs the ticket nothing: its description names the incident, and the record says that there is
 * no link, and why.
 *
 * @throws the system's error when it limits or nobody knows what it did: the queue brings the work back
 */
export async function linkIncident(
  { store, ticketSites, now }: LinkDependencies,
  { postMortemId, remediationId, ticket }: EventData<'Remediation Ticket Created'>,
  cause: Cause,
): Promise<LinkOutcome> {
  const [remediation, head] = await Promise.all([
    store.remediation(postMortemId, remediationId),
    store.head(postMortemId),
  ]);
  if (remediation === undefined || !isTicketed(remediation) || head === undefined) return { outcome: 'not wanted' };
  const tickets = ticketSites.named(remediation.ticket.site);
  // A ticket out of sight takes no link, and no permission to link mends that.
  const isOutOfSight = remediation.ticket.missingSince !== undefined;
  if (
    isOutOfSight ||
    !isSameTicket(remediation.ticket, tickets, ticket.issueId) ||
    (await isRestrictedNow(store, remediation))
  ) {
    return { outcome: 'not wanted' };
  }
  const linked = await tickets.linkToIncident(remediation.ticket, head.incident, routeIn(remediation));
  const about = 'link to the incident';
  if (typeof linked === 'string') {
    if (remediation.notLinked !== undefined) await noteTold({ store, now }, remediation, about, cause);
    return { outcome: linked };
  }
  const { because } = linked;
  await noteNotTold({ store, now }, remediation, { about, because }, cause);
  return { outcome: 'no link', because };
}
