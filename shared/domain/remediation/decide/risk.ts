import type { Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import type { Remediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { hasSurelyNoTicket } from './creation.ts';
import { mustNotDoTheWork } from './four-eyes.ts';
import { ids } from './rules.ts';

export type AcceptanceRequest = { until: string; reason: string; compensatingControl: string };

/** Four eyes: who is to do the work does not put it off, nor give it up. */
export function acceptRisk(
  state: Remediation,
  request: AcceptanceRequest,
  by: Person,
  now: string,
): RemediationEvent[] {
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
