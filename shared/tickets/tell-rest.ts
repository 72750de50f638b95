import type { EventData } from '../domain/events/events.ts';
import { isTicketed } from '../domain/remediation/remediation.ts';
import { forgetHidden } from '../store/queues/hiding-projects.ts';
import { type CreateDependencies, draftFor } from './create-ticket.ts';
import { isSameTicket } from './ticket-sites.ts';

export type TellRestOutcome = 'told' | 'nothing to tell' | 'missing ticket';

/**
 * Says in a new ticket what it had no field for, such as all of its description where its screen has none. By itself, and not
 * with the creation: a ticket that was adopted lacks it as well, and a lost answer loses no words.
 *
 * @throws the system's error when it refuses, limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellRest(
  { store, table, ticketSites, config }: Pick<CreateDependencies, 'store' | 'table' | 'ticketSites' | 'config'>,
  { postMortemId, remediationId, ticket }: EventData<'Remediation Ticket Created'>,
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
    if (tickets.failureOf(error) !== 'no such ticket') throw error;
    return 'missing ticket';
  }
}
