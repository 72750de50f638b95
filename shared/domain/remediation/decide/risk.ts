import { addDuration } from '../../words/duration.ts';
import { isSameHuman, type Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import type { Severity } from '../../words/severity.ts';
import { keptClaim } from '../after-acceptance.ts';
import type { Followed } from '../claim.ts';
import { isFailed, isTicketed, isWatched, type Remediation, type TicketedRemediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { hasSurelyNoTicket } from './creation.ts';
import { mustNotDoTheWork } from './four-eyes.ts';
import { ids, type Rules } from './rules.ts';

export type AcceptanceRequest = { until: string; reason: string; compensatingControl: string };

/**
 * A risk is accepted for a while, not for good: no longer than the policy allows for its priority.
 *
 * @param until ISO 8601 UTC
 * @throws Refusal when it is past, or too far away
 */
export function mustAcceptForAWhile(until: string, priority: Severity, now: string, { remediation }: Rules): void {
  if (Date.parse(until) <= Date.parse(now)) {
    throw new Refusal('wrong state', `until: ${until} is past; a risk is accepted up to a date to come`);
  }
  const longest = remediation.acceptRiskFor[priority];
  const latest = addDuration(now, longest);
  if (Date.parse(until) <= Date.parse(latest)) return;
  throw new Refusal(
    'limit',
    `until: ${until} is too far away; a risk of priority ${priority} is accepted for ${longest} at a time, so until ${latest}, and then looked at again`,
  );
}

/**
 * Puts a fix off, in whatever state its ticket is, or puts it off once more while that time runs. Nothing is reopened meanwhile.
 * Four eyes: who is to do the work does not put it off, and no approver renews their own word for ever.
 *
 * @throws Refusal
 */
export function acceptRisk(
  state: Remediation,
  request: AcceptanceRequest,
  by: Person,
  now: string,
  rules: Rules,
): RemediationEvent[] {
  if (!isTicketed(state)) {
    throw new Refusal(
      'wrong state',
      `the remediation is ${state.state}; a risk is accepted while the fix has a ticket and is wanted`,
    );
  }
  mustNotBeReopening(state, now);
  mustAcceptForAWhile(request.until, state.priority, now, rules);
  mustNotDoTheWork(state, by, 'accept the risk');
  mustBeAnotherApprover(state, by, rules);
  const acceptance = { ...request, by, at: now };
  return [{ type: 'Risk Accepted', data: { ...ids(state), acceptance, ...followedFrom(state) } }];
}

/** A worker may have moved the ticket in this moment. In two minutes, it is known. */
function mustNotBeReopening(state: TicketedRemediation, now: string): void {
  if (!isFailed(state) || state.leaseExpiresAt === undefined || state.refusedBecause !== undefined) return;
  if (Date.parse(now) >= Date.parse(state.leaseExpiresAt)) return;
  throw new Refusal(
    'wrong state',
    `its ticket is being reopened at this moment; accept the risk when that is done, after ${state.leaseExpiresAt} at the latest`,
  );
}

function mustBeAnotherApprover(state: TicketedRemediation, by: Person, { remediation }: Rules): void {
  const renewal = state.acceptanceCount ?? 0;
  const last = state.state === 'accepted' ? state.acceptance.by : state.lastAcceptance?.by;
  if (renewal < remediation.secondApproverFromRenewal || last === undefined || !isSameHuman(last, by)) return;
  throw new Refusal(
    'four eyes',
    `you accepted this risk the last time, and this would be renewal ${renewal}: from renewal ${remediation.secondApproverFromRenewal} on, another approver than the last one must accept it`,
  );
}

/** Knowledge of the ticket, by which it is followed while the risk is accepted. */
function followedFrom(state: TicketedRemediation): Followed {
  if (isWatched(state)) return { kept: keptClaim(state) };
  if (isFailed(state)) return state.kept === undefined ? {} : { kept: state.kept };
  const { endedClaimAt, closedWithoutClaim } = state;
  return {
    ...(state.state === 'accepted' && state.kept !== undefined ? { kept: state.kept } : {}),
    ...(endedClaimAt === undefined ? {} : { endedClaimAt }),
    ...(closedWithoutClaim === undefined ? {} : { closedWithoutClaim }),
  };
}

/** The accepted time is over. What becomes of a ticket that is closed without a claim is asked then. */
export function expireAcceptance(state: Remediation, now: string): RemediationEvent[] {
  if (state.state !== 'accepted' || Date.parse(now) < Date.parse(state.acceptance.until)) return [];
  const { ticket, closedWithoutClaim: closed } = state;
  const { by, until } = state.acceptance;
  // An acceptance that ends before the date brings it no nearer.
  const dueAt = Date.parse(state.dueAt) > Date.parse(until) ? state.dueAt : until;
  const data = { ...ids(state), dueAt, acceptance: { by, until } };
  return [
    { type: 'Risk Acceptance Expired', data },
    ...(closed === undefined
      ? []
      : [{ type: 'Remediation Closed Without Claim' as const, data: { ...ids(state), ticket, closed } }]),
  ];
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
