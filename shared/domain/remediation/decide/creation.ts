import { addDuration, type Duration } from '../../words/duration.ts';
import type { PostMortemId } from '../../words/identifiers.ts';
import { isSameEmail, type Person, type TicketPerson } from '../../words/person.ts';
import { priorityOf, type Recommendation } from '../recommendation.ts';
import { Refusal } from '../../words/refusal.ts';
import {
  type Claim,
  isFailed,
  isTicketed,
  isWatched,
  type Remediation,
  RemediationCommon,
  type RemediationTicket,
  type TicketedRemediation,
  type WatchedRemediation,
} from '../remediation.ts';
import { type Attestation, type CheckResult, overallOutcome } from '../../verification/verdict.ts';
import type { Route } from '../route.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import type { RemediationPolicy } from '../remediation-policy.ts';
import type { VerificationPolicy } from '../../verification/verification-policy.ts';

type Rules = { remediation: RemediationPolicy; verification: VerificationPolicy };

/** A ticket as Jira had it when it was read. `claim.at`: when it went to done, or, where it is not, out of it. */
export type TicketReading = { ticket: RemediationTicket; isDone: boolean; status: string; claim: Claim };

const ids = ({ id, postMortemId }: Pick<Remediation, 'id' | 'postMortemId'>) => ({ postMortemId, remediationId: id });

/** A remediation for an approved recommendation. */
export function beginRemediation(
  postMortemId: PostMortemId,
  recommendation: Recommendation,
  now: string,
  rules: Rules,
): RemediationCommon {
  const { id, title, ownerTeam, verification } = recommendation;
  const priority = priorityOf(recommendation);
  return {
    id,
    postMortemId,
    title,
    ownerTeam,
    priority,
    route: routeFor(ownerTeam, rules),
    dueAt: recommendation.dueAt ?? addDuration(now, rules.remediation.dueWithin[priority]),
    requestedAt: now,
    checks: verification.checks,
    steps: verification.steps ?? rules.verification.steps,
    attestations: [],
    reopenCount: 0,
  };
}

/**
 * Takes the lease to create the ticket. Nothing, when somebody else holds it or the ticket exists.
 *
 *     not tried, or refused by Jira ─▶ lease: there surely is no ticket
 *     lease held ─▶ nothing: somebody is at it
 *     lease ran out ─▶ ambiguous: its holder may have created the ticket in its last moment
 */
export function requestTicket(state: Remediation, now: string, rules: Rules): RemediationEvent[] {
  if (state.state !== 'requested') return [];
  // What Jira refused holds no lease. Its back-off binds the sweep, which finds it by its time; whoever sends the message
  // back has mended the cause.
  if (hasSurelyNoTicket(state)) return [takeLease(state, state.attempt + 1, now, rules)];
  return Date.parse(now) < Date.parse(state.leaseExpiresAt)
    ? []
    : creationInDoubt(state, now, 'the worker that held the lease did not report back', rules);
}

function hasSurelyNoTicket(state: Extract<Remediation, { state: 'requested' }>): boolean {
  return state.attempt === 0 || state.refusedBecause !== undefined;
}

/**
 * Jira's silence is over when a search that began after the longest index lag found no ticket with the label. Only then
 * is it created again; before, it is searched again.
 */
export function retryCreation(state: Remediation, searchedAt: string, now: string, rules: Rules): RemediationEvent[] {
  if (state.state !== 'ambiguous') return [];
  const sureAt = addDuration(state.ambiguousSince, rules.remediation.create.indexLag);
  return Date.parse(searchedAt) >= Date.parse(sureAt)
    ? [takeLease(state, state.attempt + 1, now, rules)]
    : [doubt(state, state.ambiguousSince, now, 'no ticket found by its label yet', rules)];
}

/** As many as a queue makes before its dead-letter queue has the message and the reason: `infra/building-blocks/queued-worker.ts`. */
const QUICK_TRIES = 10;
const HOUR_MS = 3_600_000;

/** Jira said no, so there surely is no ticket. After a few tries only a person can mend it, so it is asked less often. */
export function creationRefused(state: Remediation, now: string, because: string): RemediationEvent[] {
  if (state.state !== 'requested') return [];
  return [{ type: 'Remediation Not Created', data: { ...ids(state), because, retryAt: retryAt(now, state.attempt) } }];
}

/** At once while the queue tries, then after 2, 4, 8, 16 and 24 hours. */
function retryAt(now: string, tries: number): string {
  const waitMs = tries <= QUICK_TRIES ? 0 : Math.min(24, 2 ** (tries - QUICK_TRIES)) * HOUR_MS;
  return new Date(Date.parse(now) + waitMs).toISOString();
}

export function creationInDoubt(state: Remediation, now: string, because: string, rules: Rules): RemediationEvent[] {
  // Before the first attempt there is nothing to doubt.
  return state.state === 'requested' && state.attempt > 0 ? [doubt(state, now, now, because, rules)] : [];
}

export function ticketCreated(state: Remediation, ticket: RemediationTicket, isAdopted: boolean): RemediationEvent[] {
  if (state.state !== 'requested' && state.state !== 'ambiguous') return [];
  return [{ type: 'Remediation Ticket Created', data: { ...ids(state), ticket, isAdopted } }];
}

/** What Jira's state of the ticket means for us. Our own writes come back as no change. */
export function syncWithTicket(state: Remediation, reading: TicketReading, now: string, rules: Rules): RemediationEvent[] {
  if (!isTicketed(state)) return [];
  const updates = ticketUpdated(state, reading.ticket);
  if (reading.isDone && state.state === 'open' && isNewClaim(state, reading))
    return [...updates, claimed(state, reading)];
  if (!reading.isDone && isWatched(state) && !isOlderThanClaim(state, reading)) {
    return [...updates, reopened(state, `moved to ${reading.status} in Jira`, state.claim.at, false, now, rules)];
  }
  if (reading.isDone && isWatched(state) && Date.parse(reading.claim.at) > Date.parse(state.claim.at)) {
    // Out of done and back while nobody looked: a new claim, which evidence of the old one does not prove.
    return [
      ...updates,
      reopened(state, 'moved out of done and back in Jira', state.claim.at, false, now, rules),
      claimed(state, reading),
    ];
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

/**
 * Takes the lease to reopen the ticket: two who comment at once would both look first, and both find no comment. A refusal
 * holds no lease, as with creation. Nothing, when somebody else is at it.
 */
export function beginReopening(state: Remediation, now: string, rules: Rules): RemediationEvent[] {
  if (!isFailed(state)) return [];
  const { leaseExpiresAt, refusedBecause } = state;
  const isHeld = leaseExpiresAt !== undefined && Date.parse(now) < Date.parse(leaseExpiresAt);
  if (isHeld && refusedBecause === undefined) return [];
  const data = { ...ids(state), leaseExpiresAt: addDuration(now, rules.remediation.create.lease) };
  return [{ type: 'Remediation Reopening Begun', data }];
}

/** Jira said no: no way out of done, or no right to go it. The fix fails all the same; a person has to mend it. */
export function reopeningRefused(state: Remediation, now: string, because: string): RemediationEvent[] {
  if (!isFailed(state)) return [];
  const tries = (state.refusals ?? 0) + 1;
  return [{ type: 'Remediation Not Reopened', data: { ...ids(state), because, retryAt: retryAt(now, tries) } }];
}

/**
 * The ticket was moved back by us, with the evidence.
 *
 * @param isTicketGone Jira does not show the ticket: the fix fails all the same, and there was nothing to move
 */
export function reopenedByHoldfast(state: Remediation, now: string, rules: Rules, isTicketGone = false): RemediationEvent[] {
  if (!isFailed(state)) return [];
  const because = state.failure.results.filter(({ outcome }) => outcome === 'fail').map((result) => result.because);
  const andGone = isTicketGone ? ['Jira does not show the ticket: it was deleted, or hidden from this account'] : [];
  // A ticket that is shown again one day, still done, is a claim again, and will be checked.
  const ended = isTicketGone ? undefined : state.claimAt;
  return [reopened(state, [...because, ...andGone].join('; '), ended, true, now, rules)];
}

/** What the results of a due step make of a claim. */
export function judge(state: WatchedRemediation, results: CheckResult[], now: string, rules: Rules): RemediationEvent[] {
  const step = stepOf(state);
  const facts = { ...ids(state), step, results, at: now };
  switch (overallOutcome(results)) {
    case 'fail': {
      const failure = { at: now, step, results };
      return [
        {
          type: state.state === 'verified' ? 'Remediation Regressed' : 'Remediation Ineffective',
          data: { ...ids(state), failure },
        },
      ];
    }
    case 'inconclusive':
      return [
        {
          type: 'Remediation Check Inconclusive',
          data: { ...facts, retryAt: addDuration(now, rules.verification.retryInconclusiveAfter) },
        },
      ];
    case 'pass':
      return [passed(state, facts, now, rules)];
  }
}

export function overdue(state: Remediation, now: string): RemediationEvent[] {
  const isLate = state.state === 'open' && Date.parse(state.dueAt) <= Date.parse(now);
  if (!isLate || state.overdueSince === state.dueAt) return [];
  return [{ type: 'Remediation Overdue', data: { ...ids(state), dueAt: state.dueAt } }];
}

/** Four eyes again: who did the work does not attest that it works. */
export function attest(state: Remediation, attestation: Attestation): RemediationEvent[] {
  const check = state.checks[attestation.check];
  if (check?.kind !== 'attestation') {
    throw new Refusal('unknown part', `check ${attestation.check} of this remediation is not an attestation`);
  }
  if (!isWatched(state)) {
    throw new Refusal('wrong state', `the remediation is ${state.state}; it can be attested once its ticket is done`);
  }
  mustNotDoTheWork(state, attestation.by, 'attest');
  return [{ type: 'Remediation Attested', data: { ...ids(state), attestation } }];
}

function mustNotDoTheWork(state: Remediation, by: Person, what: string): void {
  const claim = 'claim' in state ? state.claim : undefined;
  const ticket = 'ticket' in state ? state.ticket : undefined;
  const workers = [ticket?.assignee, claim?.assignee, claim?.by].filter((one) => one !== undefined);
  if (workers.some((worker) => isSamePerson(worker, by))) {
    throw new Refusal('four eyes', `you are the assignee or moved the ticket to done; a second person must ${what}`);
  }
  if (workers.some((worker) => !canBeTold(worker, by))) {
    throw new Refusal(
      'four eyes',
      'Jira and your sign-in share no name for people, so it cannot be shown that you are another person than who did ' +
        'the work; ask an admin to set your Jira account id (custom:jira_account_id) in the user pool',
    );
  }
}

export type AcceptanceRequest = { until: string; reason: string; compensatingControl: string };

/** Four eyes: who is to do the work does not put it off, nor give it up. */
export function acceptRisk(state: Remediation, request: AcceptanceRequest, by: Person, now: string): RemediationEvent[] {
  if (state.state !== 'open' && state.state !== 'claimed') {
    throw new Refusal(
      'wrong state',
      `the remediation is ${state.state}; a risk is accepted while it is open or claimed`,
    );
  }
  if (Date.parse(request.until) <= Date.parse(now)) {
    throw new Refusal('wrong state', `until: ${request.until} is past; a risk is accepted up to a date to come`);
  }
  mustNotDoTheWork(state, by, 'accept the risk');
  return [{ type: 'Risk Accepted', data: { ...ids(state), acceptance: { ...request, by, at: now } } }];
}

export function expireAcceptance(state: Remediation, now: string): RemediationEvent[] {
  if (state.state !== 'accepted' || Date.parse(now) < Date.parse(state.acceptance.until)) return [];
  return [{ type: 'Risk Acceptance Expired', data: { ...ids(state), dueAt: state.acceptance.until } }];
}

export function cancel(state: Remediation, reason: string, by: Person, now: string): RemediationEvent[] {
  const isCancellable =
    state.state === 'open' || state.state === 'accepted' || (state.state === 'requested' && hasSurelyNoTicket(state));
  if (!isCancellable) {
    throw new Refusal(
      'wrong state',
      `the remediation is ${state.state}; only an open or accepted one can be cancelled`,
    );
  }
  mustNotDoTheWork(state, by, 'cancel it');
  return [{ type: 'Remediation Cancelled', data: { ...ids(state), decision: { reason, by, at: now } } }];
}

/** Which step of the plan comes next; past the last one, the periodic watch. */
export function stepOf(state: WatchedRemediation): number {
  return state.state === 'verified' ? state.steps.length : state.step;
}

function passed(
  state: WatchedRemediation,
  facts: {
    postMortemId: PostMortemId;
    remediationId: Remediation['id'];
    step: number;
    results: CheckResult[];
    at: string;
  },
  now: string,
  rules: Rules,
): RemediationEvent {
  const nextStep = state.steps[facts.step + 1];
  if (state.state !== 'verified' && nextStep === undefined) {
    return {
      type: 'Remediation Verified',
      data: { ...facts, nextCheckAt: addDuration(now, rules.verification.periodic) },
    };
  }
  const nextCheckAt =
    nextStep === undefined
      ? addDuration(now, rules.verification.periodic)
      : latest(addDuration(state.claim.at, nextStep), now);
  return { type: 'Remediation Check Passed', data: { ...facts, nextCheckAt } };
}

function routeFor(ownerTeam: string, { remediation }: Rules): Route {
  const own = Object.hasOwn(remediation.routes, ownerTeam) ? remediation.routes[ownerTeam] : undefined;
  return own ?? remediation.defaultRoute;
}

function takeLease(remediation: RemediationCommon, attempt: number, now: string, rules: Rules): RemediationEvent {
  const leaseExpiresAt = addDuration(now, rules.remediation.create.lease);
  return {
    type: 'Remediation Requested',
    data: {
      ...ids(remediation),
      remediation: RemediationCommon.parse(remediation),
      lease: { attempt, leaseExpiresAt },
    },
  };
}

function doubt(state: Remediation, since: string, now: string, because: string, rules: Rules): RemediationEvent {
  const nextSearchAt = addDuration(now, rules.remediation.create.searchEvery);
  return { type: 'Remediation Ambiguous', data: { ...ids(state), since, nextSearchAt, because } };
}

function ticketUpdated(state: Remediation & { ticket: RemediationTicket }, ticket: RemediationTicket): RemediationEvent[] {
  const isSame = state.ticket.key === ticket.key && state.ticket.assignee?.accountId === ticket.assignee?.accountId;
  return isSame ? [] : [{ type: 'Remediation Ticket Updated', data: { ...ids(state), ticket } }];
}

function reopened(
  state: Remediation,
  because: string,
  endedClaimAt: string | undefined,
  isByHoldfast: boolean,
  now: string,
  rules: Rules,
): RemediationEvent {
  const dueAt = addDuration(now, rules.remediation.dueWithin[state.priority]);
  const ended = endedClaimAt === undefined ? {} : { endedClaimAt };
  return { type: 'Remediation Reopened', data: { ...ids(state), because, isByHoldfast, at: now, dueAt, ...ended } };
}

function firstStep({ steps }: Remediation): Duration {
  const [first] = steps;
  if (first === undefined) throw new Error('a verification plan has at least one step');
  return first;
}

const latest = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

function isSamePerson(worker: TicketPerson, person: Person): boolean {
  return (
    worker.accountId === person.jiraAccountId || (worker.email !== undefined && isSameEmail(worker.email, person.email))
  );
}

/** Two people are told apart by something that both have: an account id, or an e-mail address. */
function canBeTold(worker: TicketPerson, person: Person): boolean {
  return person.jiraAccountId !== undefined || (worker.email !== undefined && person.email !== undefined);
}
