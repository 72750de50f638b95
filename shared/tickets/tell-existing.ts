import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { isTicketed } from '../domain/remediation/remediation.ts';
import { type CreateDependencies, draftFor } from './create-ticket.ts';
import { sayInTicket } from './say-in-ticket.ts';
import type { TellRestOutcome } from './tell-rest.ts';
import { isSameTicket } from './ticket-sites.ts';
import { paragraph, strong, type TicketText, text } from './ticket-text.ts';

/**
 * Says in a ticket that was there before what it is the fix of, when it is good and how it is checked, once: those who work in it
 * never saw the record.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellExisting(
  deps: Pick<CreateDependencies, 'store' | 'ticketSites' | 'config' | 'now'>,
  { postMortemId, remediationId, ticket }: EventData<'Remediation Ticket Created'>,
  cause: Cause,
): Promise<TellRestOutcome> {
  const { store, ticketSites, config } = deps;
  const remediation = await store.remediation(postMortemId, remediationId);
  if (remediation === undefined || !isTicketed(remediation)) return 'nothing to tell';
  const tickets = ticketSites.named(remediation.ticket.site);
  if (!isSameTicket(remediation.ticket, tickets, ticket.issueId)) return 'nothing to tell';
  const { title, description, dueOn } = await draftFor({ store, config }, remediation);
  try {
    const comment = [...taken(title, dueOn), ...description];
    const note = { about: 'instruction' as const, marker: `existing work ${remediationId}`, comment };
    return await sayInTicket(deps, remediation, remediation.ticket, note, cause);
  } catch (error) {
    if (tickets.failureOf(error) === 'no such ticket') return 'missing ticket';
    throw error;
  }
}

const taken = (title: string, dueOn: string | undefined): TicketText => [
  paragraph(
    strong('Followed by Holdfast. '),
    text(
      `A post-mortem names this ticket as the work for “${title}”, so no other was made. ` +
        `${dueOn === undefined ? '' : `It is due ${dueOn}. `}If it is done already, it is checked from now on.`,
    ),
  ),
];
