import type { Cause } from '../domain/events/recorded-event.ts';
import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import { newsOf } from './news-of.ts';
import { carryOnPostMortemOf, type OpenDependencies, type OpenOutcome, openPostMortemOf } from './open-post-mortem.ts';

export type LookOutcome = OpenOutcome | 'carried on' | 'nothing new' | 'gone' | 'cannot be asked';

/**
 * Asks the source how an incident stands of which it was told only that something changed. Messages may be late, double or out of
 * order: what the ticket is now counts.
 *
 *     closed, without a record ─▶ as a closure that was told         open, without a record ─▶ nothing
 *     reopened since its record was opened, or carried on ─▶ carried on, whether it is closed again or not
 */
export async function lookAtTicket(deps: OpenDependencies, ticket: TicketRef, cause: Cause): Promise<LookOutcome> {
  const { look } = deps.connectionTo(ticket.source);
  if (look === undefined) return 'cannot be asked';
  const found = await look(ticket);
  if (found === 'gone') return 'gone';
  const reopenedAt = found.isClosed ? undefined : found.at;
  const news = await newsOf(deps, found, found.lastReopening ?? (() => Promise.resolve(reopenedAt)));
  if (news?.type === 'Incident Ticket Reopened') await carryOnPostMortemOf(deps, news.data, cause);
  // Of one with a record, the link to it may be missing: a repetition makes up for it.
  const isClosure = news?.type === 'Incident Ticket Closed' || (await deps.store.postMortemOfTicket(found.ticket));
  if (found.isClosed && isClosure) return openPostMortemOf(deps, found.ticket, cause);
  return news === undefined ? 'nothing new' : 'carried on';
}
