import { outcomeInWords } from '../../ticket/ticket-outcome.ts';
import { addDuration, type Duration } from '../../words/duration.ts';
import { applyToRemediation } from '../apply-remediation.ts';
import { type Claim, doneAt, type KeptClaim } from '../claim.ts';
import { isClaiming } from '../claiming.ts';
import type { DayRules } from '../day-in-ticket.ts';
import { mergeThatClaims } from '../merge-that-claims.ts';
import {
  type AcceptedRemediation,
  awaitsFollowUp,
  claimIn,
  isClaimedByPullRequest,
  isFailed,
  isOfExistingTicket,
  isTicketed,
  isUnproven,
  isWatched,
  type OpenRemediation,
  type Remediation,
  type TicketedRemediation,
  type WatchedRemediation,
} from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { fieldsInStep, shownAfterCancelling, ticketAfter, workersAfter } from './in-step.ts';
import { broughtBack, isPutAwayByUs, putAway } from './put-away.ts';
import { movedBack } from './reopening.ts';
import { ids, type Rules } from './rules.ts';
import type { TicketReading } from './ticket-reading.ts';

export type SyncRules = Pick<Rules, 'remediation'> & DayRules;

/** Brings a remediation in step with its ticket as Jira shows it. Our own writes come back as no change. */
export function syncWithTicket(
  state: Remediation,
  reading: TicketReading,
  now: string,
  rules: SyncRules,
): RemediationEvent[] {
  if (!isTicketed(state)) return shownAfterCancelling(state, reading, now);
  const updates = fieldsInStep(state, reading, now, rules);
  const current = { ...reading, ticket: ticketAfter(state.ticket, reading) };
  // What failed is about to be reopened by us: its ticket tells nothing new before that.
  if (isFailed(state)) return updates;
  return [...updates, ...statusInStep(state, current, now, rules)];
}

function statusInStep(
  state: Unclaimed | WatchedRemediation,
  reading: TicketReading,
  now: string,
  rules: SyncRules,
): RemediationEvent[] {
  if (!isWatched(state)) {
    if (state.putAway !== undefined) return awayInStep(state, reading, now, rules);
    if (isPutAwayByUs(state, reading, rules)) return putAway(state, reading, now);
  }
  return isClaimed(state) ? claimInStep(state, reading, now, rules) : openInStep(state, reading, now, rules);
}

/**
 * A ticket that we put away says nothing while it stays done. Whoever moves it out takes that back, and may claim then. Once the time is over
 * we bring it back ourselves, and whoever does that records whether people were faster.
 */
function awayInStep(state: Unclaimed, reading: TicketReading, now: string, rules: SyncRules): RemediationEvent[] {
  const awayAt = Date.parse(state.putAway?.at ?? now);
  const movedAt = Date.parse(reading.movedAt);
  const isBack = reading.isDone ? movedAt > awayAt : movedAt >= awayAt && state.state === 'accepted';
  if (!isBack) return [];
  const back = broughtBack(state, false, now);
  const after = back.reduce<Remediation | undefined>(applyToRemediation, state);
  if (after === undefined || !isTicketed(after) || isFailed(after)) return back;
  return [...back, ...statusInStep(after, reading, now, rules)];
}

/** While its risk is accepted, the ticket is followed as ever, so that nothing is lost when the time is over. */
type Unclaimed = OpenRemediation | AcceptedRemediation;
type Claimed = WatchedRemediation | (AcceptedRemediation & { kept: KeptClaim });

const isClaimed = (state: Unclaimed | WatchedRemediation): state is Claimed => claimIn(state) !== undefined;

const claimOf = (state: Claimed): Claim => (state.state === 'accepted' ? state.kept.claim : state.claim);

function openInStep(
  state: Unclaimed,
  reading: TicketReading,
  now: string,
  { remediation }: Pick<Rules, 'remediation'>,
): RemediationEvent[] {
  const { closedWithoutClaim: closed } = state;
  if (!reading.isDone) {
    if (isDoneByPullRequest(state)) return [claimedByPullRequest(state, reading, now)];
    const isBack = closed !== undefined && Date.parse(reading.movedAt) >= Date.parse(closed.at);
    return isBack ? [movedBack(state, `moved to ${reading.outcome.status.name} in Jira`, now)] : [];
  }
  if (isClaiming(reading.outcome, remediation)) {
    // A status of done may follow on another one: no category changes then, and Jira stamps nothing.
    const isCorrected = closed !== undefined && Date.parse(reading.claim.at) >= Date.parse(closed.at);
    return isNewClaim(state, reading) || isCorrected ? [claimed(state, reading)] : [];
  }
  if (!isNewClaim(state, reading)) return [];
  const isKnown = closed?.at === reading.claim.at && closed.outcome === outcomeInWords(reading.outcome);
  return isKnown ? [] : [closedWithoutClaim(state, reading)];
}

function claimInStep(
  state: Claimed,
  reading: TicketReading,
  now: string,
  { remediation }: Pick<Rules, 'remediation'>,
): RemediationEvent[] {
  const { outcome, movedAt, isDone } = reading;
  if (isClaimedByPullRequest(state)) return pullRequestInStep(state, reading, now, remediation);
  if (!isDone) {
    return isOlderThanClaim(state, movedAt) ? [] : [movedBack(state, `moved to ${outcome.status.name} in Jira`, now)];
  }
  if (!isClaiming(outcome, remediation)) {
    // The word was taken back, with a move or without one.
    if (isOlderThanClaim(state, reading.claim.at)) return [];
    return [movedBack(state, `closed in Jira: ${outcomeInWords(outcome)}`, now), closedWithoutClaim(state, reading)];
  }
  // Another resolution that claims as well, Fixed for Done, takes nothing back.
  if (Date.parse(movedAt) <= Date.parse(doneAt(claimOf(state)))) return [];
  // Out of done and back while nobody looked: a new claim, which evidence of the old one does not prove.
  return [movedBack(state, 'moved out of done and back in Jira', now), claimed(state, reading)];
}

/**
 * The ticket of a fix that its pull request claims. It goes through other statuses on its way to done, and they say nothing.
 *
 *     To Do ─ In Progress ─┬─ Done: the claim is that of who moved it, since the same time
 *                          └─ Won't Do: no claim
 */
function pullRequestInStep(
  state: Claimed,
  reading: TicketReading,
  now: string,
  policy: SyncRules['remediation'],
): RemediationEvent[] {
  const { outcome, isDone, claim, ticket } = reading;
  if (!isDone || isWhereWePutIt(state, reading)) return [];
  if (!isClaiming(outcome, policy)) {
    return [movedBack(state, `closed in Jira: ${outcomeInWords(outcome)}`, now), closedWithoutClaim(state, reading)];
  }
  const vouched = { ...claim, at: claimOf(state).at, ticketDoneAt: claim.at };
  const withAssignee = ticket.assignee === undefined ? vouched : { ...vouched, assignee: ticket.assignee };
  const workers = workersAfter(state, reading, claim.by);
  return [{ type: 'Remediation Vouched For', data: { ...ids(state), ticket, claim: withAssignee, ...workers } }];
}

/** While its risk was accepted. */
const isWhereWePutIt = ({ putAway }: Claimed, { movedAt }: TicketReading): boolean =>
  putAway !== undefined && Date.parse(movedAt) <= Date.parse(putAway.at);

/** Of a plan that has to see the ticket done, the pull request says nothing. */
function isDoneByPullRequest(state: Unclaimed): state is OpenRemediation {
  const isTold = state.state === 'open' && state.closedWithoutClaim === undefined;
  return isTold && mergeThatClaims(state) !== undefined;
}

/** Evidence from before the approval was not asked for: it claims from then on, or from the merge, where that was later. */
function claimedByPullRequest(state: OpenRemediation, reading: TicketReading, now: string): RemediationEvent {
  const { requestedAt } = state;
  const latest = Math.max(Date.parse(requestedAt), Date.parse(mergeThatClaims(state) ?? requestedAt));
  const at = new Date(Math.min(latest, Date.parse(now))).toISOString();
  const { ticket } = reading;
  const claim: Claim = {
    ...{ at, status: 'pull request merged', isOfPullRequest: true },
    ...(ticket.assignee === undefined ? {} : { assignee: ticket.assignee }),
  };
  const first = addDuration(at, firstStep(state));
  const nextCheckAt = Date.parse(first) < Date.parse(now) ? now : first;
  return {
    type: 'Remediation Claimed',
    data: { ...ids(state), ticket, claim, nextCheckAt, ...workersAfter(state, reading) },
  };
}

function closedWithoutClaim(state: TicketedRemediation, { ticket, outcome, claim }: TicketReading): RemediationEvent {
  const by = claim.by === undefined ? {} : { by: claim.by };
  const closed = { at: claim.at, ...by, outcome: outcomeInWords(outcome) };
  return { type: 'Remediation Closed Without Claim', data: { ...ids(state), ticket, closed } };
}

/**
 * Readings overtake one another: a ticket that was read before it went to done, and is recorded after that, says nothing of
 * the claim. Jira stamps the change of category in both directions.
 */
function isOlderThanClaim(state: Claimed, at: string): boolean {
  return Date.parse(at) < Date.parse(doneAt(claimOf(state)));
}

/**
 * A ticket that was read before it was reopened, and is recorded after that, still says done: of the claim that is over.
 * Both times are Jira's, so no two clocks are compared.
 */
function isNewClaim({ endedClaimAt }: Unclaimed, { movedAt }: TicketReading): boolean {
  return endedClaimAt === undefined || Date.parse(movedAt) > Date.parse(endedClaimAt);
}

function claimed(state: TicketedRemediation, reading: TicketReading): RemediationEvent {
  const { ticket } = reading;
  const claim = claimSinceApproval(state, reading);
  const nextCheckAt = addDuration(claim.at, firstStep(state));
  const withAssignee = ticket.assignee === undefined ? claim : { ...claim, assignee: ticket.assignee };
  // Kept beyond the claim: whoever claimed in this round attests no later one.
  const workers = workersAfter(state, reading, claim.by);
  return { type: 'Remediation Claimed', data: { ...ids(state), ticket, claim: withAssignee, nextCheckAt, ...workers } };
}

/** A ticket that was done before it became the one of a fix claims from the approval on: no older evidence was asked for. */
function claimSinceApproval(state: TicketedRemediation, { claim, movedAt }: TicketReading): Claim {
  const { requestedAt } = state;
  if (!isOfExistingTicket(state) || Date.parse(claim.at) >= Date.parse(requestedAt)) return claim;
  return { ...claim, at: requestedAt, ticketDoneAt: movedAt };
}

export function overdue(state: Remediation, now: string): RemediationEvent[] {
  // A claim stops the clock while it is believed; without evidence for long, it is none.
  const isRunning = state.state === 'open' || awaitsFollowUp(state) || isUnproven(state);
  const isLate = isRunning && Date.parse(state.dueAt) <= Date.parse(now);
  if (!isLate || state.overdueSince === state.dueAt || state.overdueTold === state.dueAt) return [];
  return [{ type: 'Remediation Overdue', data: { ...ids(state), dueAt: state.dueAt } }];
}

function firstStep({ steps }: Remediation): Duration {
  const [first] = steps;
  if (first === undefined) throw new Error('a verification plan has at least one step');
  return first;
}
