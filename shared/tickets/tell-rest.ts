import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { isTicketed } from '../domain/remediation/remediation.ts';
import { forgetHidden } from '../store/queues/hiding-projects.ts';
import { type CreateDependencies, draftFor } from './create-ticket.ts';
import { noteNotTold } from './say-in-ticket.ts';
import { isSameTicket } from './ticket-sites.ts';

/** `not told`: the ticket takes no comment, and the record says so. */
export type TellRestOutcome = 'told' | 'not told' | 'nothing to tell' | 'missing ticket';

/**
 * Says in a new ticket what it had no field for, such as all of its description where its screen has none. By itself, and not
 * with the creation: a ticket that was adopted lacks it as well, and a lost answer loses no words.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellRest(
  { store, table, ticketSites, config, now }: CreateDependencies,
  { postMortemId, remediationId, ticket }: EventData<'Remediation Ticket Created'>,
  cause: Cause,
): Promise<TellRestOutcome> {
  const remediation = await store.remediation(postMortemId, remediationId);
  if (remediation === undefined || !isTicketed(remediation)) return 'nothing to tell';
  const tickets = ticketSites.named(remediation.ticket.site);
  if (!isSameTicket(ticket, tickets, remediation.ticket.issueId)) return 'nothing to tell';
  const place = { site: tickets.site, project: remediation.route.project };
  try {
    const draft = await draftFor({ store, config }, remediation);
    const isTold = await tickets.tellRest(ticket.issueId, draft);
    await forgetHidden(table, place);
    return isTold ? 'told' : 'nothing to tell';
  } catch (error) {
    const failure = tickets.failureOf(error);
    if (failure === 'no such ticket') return 'missing ticket';
    if (!(error instanceof Error) || failure !== 'refused') throw error;
    await noteNotTold({ store, now }, remediation, { about: 'instruction', because: error.message }, cause);
    return 'not told';
  }
}
