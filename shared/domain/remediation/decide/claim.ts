import { addDuration, type Duration } from '../../words/duration.ts';
import {
  type Claim,
  isTicketed,
  isWatched,
  type Remediation,
  type RemediationTicket,
  type TicketedRemediation,
  type WatchedRemediation,
} from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { movedBack } from './reopening.ts';
import { ids } from './rules.ts';

/** A ticket as Jira had it when it was read. `claim.at`: when it went to done, or, where it is not, out of it. */
export type TicketReading = { ticket: RemediationTicket; isDone: boolean; status: string; claim: Claim };

/** Brings a remediation in step with its ticket as Jira shows it. Our own writes come back as no change. */
export function syncWithTicket(state: Remediation, reading: TicketReading, now: string): RemediationEvent[] {
  if (!isTicketed(state)) return [];
  const updates = ticketUpdated(state, reading.ticket);
  if (reading.isDone && state.state === 'open' && isNewClaim(state, reading))
    return [...updates, claimed(state, reading)];
  if (!reading.isDone && isWatched(state) && !isOlderThanClaim(state, reading)) {
    return [...updates, movedBack(state, `moved to ${reading.status} in Jira`, now)];
  }
  if (reading.isDone && isWatched(state) && Date.parse(reading.claim.at) > Date.parse(state.claim.at)) {
    // Out of done and back while nobody looked: a new claim, which evidence of the old one does not prove.
    return [...updates, movedBack(state, 'moved out of done and back in Jira', now), claimed(state, reading)];
  }
  return updates;
}

/**
 * Readings overtake one another: a ticket that was read before it went to done, and is recorded after that, says nothing of
 * the claim. Jira stamps the change of category in both directions.
 */
function isOlderThanClaim(state: WatchedRemediation, { claim }: TicketReading): boolean {
  return Date.parse(claim.at) < Date.parse(state.claim.at);
}

/**
 * A ticket that was read before it was reopened, and is recorded after that, still says done: of the claim that is over.
 * Both times are Jira's, so no two clocks are compared.
 */
function isNewClaim({ endedClaimAt }: Extract<Remediation, { state: 'open' }>, { claim }: TicketReading): boolean {
  return endedClaimAt === undefined || Date.parse(claim.at) > Date.parse(endedClaimAt);
}

function claimed(state: TicketedRemediation, { ticket, claim }: TicketReading): RemediationEvent {
  const nextCheckAt = addDuration(claim.at, firstStep(state));
  const withAssignee = ticket.assignee === undefined ? claim : { ...claim, assignee: ticket.assignee };
  return { type: 'Remediation Claimed', data: { ...ids(state), ticket, claim: withAssignee, nextCheckAt } };
}

export function overdue(state: Remediation, now: string): RemediationEvent[] {
  const isLate = state.state === 'open' && Date.parse(state.dueAt) <= Date.parse(now);
  if (!isLate || state.overdueSince === state.dueAt || state.overdueTold === state.dueAt) return [];
  return [{ type: 'Remediation Overdue', data: { ...ids(state), dueAt: state.dueAt } }];
}

function ticketUpdated(
  state: Remediation & { ticket: RemediationTicket },
  ticket: RemediationTicket,
): RemediationEvent[] {
  const isSame = state.ticket.key === ticket.key && state.ticket.assignee?.accountId === ticket.assignee?.accountId;
  return isSame ? [] : [{ type: 'Remediation Ticket Updated', data: { ...ids(state), ticket } }];
}

function firstStep({ steps }: Remediation): Duration {
  const [first] = steps;
  if (first === undefined) throw new Error('a verification plan has at least one step');
  return first;
}
