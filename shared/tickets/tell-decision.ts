import type { Cause } from '../domain/events/recorded-event.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { isOfExistingTicket, type Remediation } from '../domain/remediation/remediation.ts';
import type { RemediationEventOf } from '../domain/remediation/transitions.ts';
import { type CreateDependencies, draftFor } from './create-ticket.ts';
import { dayOfTeam } from './day-of-team.ts';
import { sayInTicket } from './say-in-ticket.ts';
import { link, paragraph, strong, type TicketText, text } from './ticket-text.ts';

/** Decisions about a fix that change what is wanted of those who have its ticket, and moves of its date. */
export type DecisionTold = RemediationEventOf<
  'Risk Accepted' | 'Risk Acceptance Expired' | 'Remediation Cancelled' | 'Remediation Reopened'
>;

/** `not told`: the ticket takes no comment, and the record says so. */
export type DecisionOutcome = 'told' | 'not told' | 'not so any more' | 'missing ticket';

/**
 * Says in the ticket what people decided about its fix, and moves its due date along. Once for each decision; what was decided
 * anew meanwhile is told by that decision. It has no word of the record in it, so it is the same for a restricted one.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellDecision(
  deps: Pick<CreateDependencies, 'store' | 'ticketSites' | 'config' | 'now'>,
  event: DecisionTold,
  cause: Cause,
): Promise<DecisionOutcome> {
  const { store, ticketSites, config } = deps;
  const { postMortemId, remediationId } = event.data;
  const remediation = await store.remediation(postMortemId, remediationId);
  const ticket = remediation !== undefined && 'ticket' in remediation ? remediation.ticket : undefined;
  if (remediation === undefined || ticket === undefined || !isStillSo(remediation, event)) return 'not so any more';
  const dayOf = (at: string) => dayOfTeam(config, remediation.ownerTeam, at);
  const comment = wordsFor(event, dayOf, recordUrlOf(config.postMortem, postMortemId));
  try {
    const tickets = ticketSites.named(ticket.site);
    const note = comment && { about: 'decision' as const, marker: comment.marker, comment: comment.text };
    const told = note === undefined ? 'told' : await sayInTicket(deps, remediation, ticket, note, cause);
    // The date of a ticket that somebody else made is theirs.
    if (event.type !== 'Remediation Cancelled' && !isOfExistingTicket(remediation)) {
      const { dueOn } = await draftFor({ store, config }, { ...remediation, dueAt: wantedBy(remediation) });
      if (dueOn !== undefined) await tickets.moveDueDate(ticket.issueId, dueOn);
    }
    return told;
  } catch (error) {
    if (ticketSites.failureOf(error) === 'no such ticket') return 'missing ticket';
    throw error;
  }
}

/** An acceptance that ends before the due date brings it no nearer. */
function wantedBy(remediation: Remediation): string {
  const { dueAt } = remediation;
  if (remediation.state !== 'accepted') return dueAt;
  const { until } = remediation.acceptance;
  return Date.parse(until) > Date.parse(dueAt) ? until : dueAt;
}

function isStillSo(remediation: Remediation, { type, data }: DecisionTold): boolean {
  switch (type) {
    case 'Risk Accepted':
      return remediation.state === 'accepted' && remediation.acceptance.at === data.acceptance.at;
    case 'Risk Acceptance Expired':
      // A claim is judged again, and of a ticket that was closed without one people are asked.
      return remediation.state === 'open' && remediation.closedWithoutClaim === undefined;
    case 'Remediation Reopened':
      // People who move a ticket back move no date, and may have set one of their own in Jira.
      return data.isByHoldfast && remediation.state !== 'accepted' && remediation.state !== 'cancelled';
    case 'Remediation Cancelled':
      return remediation.state === 'cancelled';
  }
}

function wordsFor(
  event: DecisionTold,
  dayOf: (at: string) => string,
  recordUrl: string,
): { marker: string; text: TicketText } | undefined {
  switch (event.type) {
    case 'Risk Accepted': {
      const { at, until } = event.data.acceptance;
      const what = `An approver put this fix off until ${dayOf(until)}; until then nobody has to work on it. Why stands in `;
      return { marker: `risk accepted ${at}`, text: saying('Put off. ', what, recordUrl) };
    }
    case 'Risk Acceptance Expired': {
      const { dueAt, acceptance } = event.data;
      const what = `The time for which the risk was accepted is over: this fix is wanted, and due ${dayOf(dueAt)}. Its story stands in `;
      return {
        marker: `acceptance over ${acceptance?.until ?? dueAt}`,
        text: saying('Wanted again. ', what, recordUrl),
      };
    }
    case 'Remediation Cancelled': {
      const what =
        'Nobody has to work on this ticket any more; close it in the way in which your team closes what it will not do. Why stands in ';
      return { marker: `cancelled ${event.data.decision.at}`, text: saying('Cancelled. ', what, recordUrl) };
    }
    case 'Remediation Reopened':
      // Its own comment says why it was.
      return undefined;
  }
}

const saying = (headline: string, what: string, recordUrl: string): TicketText => [
  paragraph(strong(headline), text(what), link('the record', recordUrl), text('.')),
];
