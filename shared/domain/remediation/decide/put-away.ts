import { routeIn, routeOfTicket, routesOn } from '../choose-route.ts';
import { doneAt } from '../claim.ts';
import type { DayRules } from '../day-in-ticket.ts';
import {
  type AcceptedRemediation,
  claimIn,
  isClaimedByPullRequest,
  type OpenRemediation,
  type Remediation,
} from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { movedBack } from './reopening.ts';
import { ids } from './rules.ts';
import type { TicketReading } from './ticket-reading.ts';

type OpenOrAccepted = OpenRemediation | AcceptedRemediation;

/**
 * True for a ticket that is done because we moved it there for an accepted risk. Whoever reads it may be faster than the worker that
 * moved it, or the worker may have died: so it is told by the changelog, and not by what is recorded.
 *
 *     Risk Accepted ─ our move to done ─ the webhook: read, done by our account ─ the worker records it: known already
 */
export function isPutAwayByUs(state: OpenOrAccepted, reading: TicketReading, rules: DayRules): boolean {
  const isOurs = reading.isDone && reading.isOwnMove === true && state.acceptanceCount !== undefined;
  return isOurs && isNews(state, reading) && mayBePutAway(state, reading, rules);
}

/** What is known of its closings so far is older than this move. */
function isNews(state: OpenOrAccepted, { movedAt }: TicketReading): boolean {
  const claim = claimIn(state);
  const known = [state.endedClaimAt, state.closedWithoutClaim?.at, state.putAway?.at, claim && doneAt(claim)];
  return known.every((at) => at === undefined || Date.parse(movedAt) > Date.parse(at));
}

/** Another program may share our account: where no route has us move it, the move is that one's. */
function mayBePutAway(state: OpenOrAccepted, { projects = [] }: TicketReading, rules: DayRules): boolean {
  const recorded = routeIn(state);
  const there = routesOn(recorded.site, rules).filter(({ project }) => projects.includes(project));
  return [routeOfTicket(recorded, rules, recorded.site), ...there].some(({ onAccepted }) => onAccepted !== undefined);
}

/** What the ticket said before is over: somebody moved it out of done while nobody looked. */
export function putAway(state: OpenOrAccepted, reading: TicketReading, now: string): RemediationEvent[] {
  const { ticket, outcome, movedAt: at } = reading;
  const isClaimedByTicket = claimIn(state) !== undefined && !isClaimedByPullRequest(state);
  const wasClosed = isClaimedByTicket || state.closedWithoutClaim !== undefined;
  return [
    ...(wasClosed ? [movedBack(state, 'moved out of done in Jira', now)] : []),
    {
      type: 'Remediation Ticket Put Away',
      data: { ...ids(state), ticket, status: outcome.status.name, at },
    },
  ];
}

/** The ticket is out of done again. @param isByHoldfast false for people, who may have been faster */
export function broughtBack(state: Remediation, isByHoldfast: boolean, now: string): RemediationEvent[] {
  if (state.putAway === undefined || (state.state !== 'open' && state.state !== 'accepted')) return [];
  const { at: putAwayAt } = state.putAway;
  return [{ type: 'Remediation Ticket Brought Back', data: { ...ids(state), putAwayAt, isByHoldfast, at: now } }];
}
