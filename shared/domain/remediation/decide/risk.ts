import { addDuration } from '../../words/duration.ts';
import type { Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import type { Severity } from '../../words/severity.ts';
import type { Remediation } from '../remediation.ts';
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

/** Four eyes: who is to do the work does not put it off, nor give it up. */
export function acceptRisk(
  state: Remediation,
  request: AcceptanceRequest,
  by: Person,
  now: string,
  rules: Rules,
): RemediationEvent[] {
  if (state.state !== 'open' && state.state !== 'claimed') {
    throw new Refusal(
      'wrong state',
      `the remediation is ${state.state}; a risk is accepted while it is open or claimed`,
    );
  }
  mustAcceptForAWhile(request.until, state.priority, now, rules);
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
