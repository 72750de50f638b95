import { addDuration } from '../../words/duration.ts';
import { isFailed, type Remediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { retryAt } from './retry.ts';
import { ids, type Rules } from './rules.ts';

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

/** Jira said no: no way out of done, or no right to go it. The fix fails all the same; a person has to change that in Jira. */
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
export function reopenedByHoldfast(
  state: Remediation,
  now: string,
  rules: Rules,
  isTicketGone = false,
): RemediationEvent[] {
  if (!isFailed(state)) return [];
  const because = state.failure.results.filter(({ outcome }) => outcome === 'fail').map((result) => result.because);
  const andGone = isTicketGone ? ['Jira does not show the ticket: it was deleted, or hidden from this account'] : [];
  // A ticket that is shown again one day, still done, is a claim again, and will be checked.
  const ended = isTicketGone ? undefined : state.claimAt;
  return [reopened(state, [...because, ...andGone].join('; '), ended, true, now, rules)];
}

export function reopened(
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
