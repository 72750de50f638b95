import { addDuration } from '../../words/duration.ts';
import { applyToRemediation } from '../apply-remediation.ts';
import { doneAt } from '../claim.ts';
import {
  type AcceptedRemediation,
  claimIn,
  type FailedRemediation,
  isClaimedByPullRequest,
  isFailed,
  isToBeBroughtBack,
  isWantedOutOfSight,
  isWatched,
  type OpenRemediation,
  type Remediation,
  type WatchedRemediation,
} from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ticketMissing } from './in-step.ts';
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

/** Nobody lets us read it, or its site is not in the configuration. It is tried again until a person has changed that. */
export function reopeningRefused(state: Remediation, now: string, because: string): RemediationEvent[] {
  if (!isFailed(state)) return [];
  const tries = (state.refusals ?? 0) + 1;
  return [{ type: 'Remediation Not Reopened', data: { ...ids(state), because, retryAt: retryAt(now, tries) } }];
}

/**
 * Jira said no to every way out of done. The fix is wanted all the same, and waits for a ticket that follows up on this one: with another
 * due date where it failed.
 *
 * @param notReopened why, in the words of the system
 */
export function wantFollowUp(state: Remediation, now: string, rules: Rules, notReopened: string): RemediationEvent[] {
  if (!isFailed(state) && !isToBeBroughtBack(state) && !isWantedOutOfSight(state)) return [];
  const why = isFailed(state)
    ? {
        because: failuresIn(state).join('; '),
        dueAt: dueAfterFailure(state, now, rules),
        evidenceReopenedAt: evidenceReopenedAt(state, now),
      }
    : {
        because: 'the time for which its risk was accepted is over',
        dueAt: state.dueAt,
        evidenceReopenedAt: state.evidenceReopenedAt ?? [],
      };
  const firstDueAt = firstDueOf(state);
  const data = { ...ids(state), ...why, notReopened, former: state.ticket, at: now, firstDueAt };
  return [{ type: 'Remediation Follow-Up Wanted', data }];
}

/**
 * The same where the ticket is not shown. That it is missing is recorded with it, where nobody saw it before.
 *
 * @param notReopened that it is not shown, in our words
 */
export function wantFollowUpOfMissing(
  state: Remediation,
  now: string,
  rules: Rules,
  notReopened: string,
): RemediationEvent[] {
  const missing = ticketMissing(state, now);
  const known = missing.reduce<Remediation | undefined>(applyToRemediation, state) ?? state;
  const wanted = wantFollowUp(known, now, rules, notReopened);
  return wanted.length === 0 ? [] : [...missing, ...wanted];
}

/** The ticket was moved back by us, with the evidence. */
export function reopenedByHoldfast(state: Remediation, now: string, rules: Rules): RemediationEvent[] {
  if (!isFailed(state)) return [];
  const because = failuresIn(state).join('; ');
  const dueAt = dueAfterFailure(state, now, rules);
  return [reopened(state, { because, ended: state.claimAt, isByHoldfast: true, dueAt }, now)];
}

const failuresIn = ({ failure }: FailedRemediation): string[] =>
  failure.results.filter(({ outcome }) => outcome === 'fail').map((result) => result.because);

/** People moved the ticket out of done. That moves no deadline, and is counted. */
export function movedBack(
  state: WatchedRemediation | OpenRemediation | AcceptedRemediation,
  because: string,
  now: string,
): RemediationEvent {
  const claim = claimIn(state);
  const before = isWatched(state) ? undefined : state.endedClaimAt;
  const ended = claim === undefined ? before : doneAt(claim);
  return reopened(state, { because, ended, isByHoldfast: false, dueAt: state.dueAt }, now);
}

/**
 * A proven fix that broke gets its whole term: the job had been done. A fix that never held gets a quarter of it, and never
 * more than one term beyond its first due date, so that failing again and again buys no time.
 */
function dueAfterFailure(state: FailedRemediation, now: string, { remediation }: Rules): string {
  const term = remediation.dueWithin[state.priority];
  const whole = addDuration(now, term);
  if (state.state === 'regressed') return latest(state.dueAt, whole);
  const quarter = new Date(Date.parse(now) + (Date.parse(whole) - Date.parse(now)) / 4).toISOString();
  return latest(state.dueAt, earliest(quarter, addDuration(firstDueOf(state), term)));
}

/** Reopenings that are remembered: as many as any policy asks for. */
const MOST_REOPENINGS = 10;

const evidenceReopenedAt = (state: Remediation, now: string): string[] =>
  [...(state.evidenceReopenedAt ?? []), now].slice(-MOST_REOPENINGS);

const latest = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);
const earliest = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b);

const firstDueOf = ({ firstDueAt, dueAt }: Remediation): string => firstDueAt ?? dueAt;

type Reopening = { because: string; ended: string | undefined; isByHoldfast: boolean; dueAt: string };

function reopened(
  state: WatchedRemediation | FailedRemediation | OpenRemediation | AcceptedRemediation,
  { because, ended, isByHoldfast, dueAt }: Reopening,
  now: string,
): RemediationEvent {
  // A ticket that only its pull request called done was never moved out of it.
  const isPush = !isByHoldfast && !isClaimedByPullRequest(state);
  const pushes = (state.pushes ?? 0) + (isPush ? 1 : 0);
  return {
    type: 'Remediation Reopened',
    data: {
      ...ids(state),
      because,
      isByHoldfast,
      at: now,
      dueAt,
      firstDueAt: firstDueOf(state),
      ...(pushes === 0 ? {} : { pushes }),
      ...(isByHoldfast ? { evidenceReopenedAt: evidenceReopenedAt(state, now) } : {}),
      ...(ended === undefined ? {} : { endedClaimAt: ended }),
    },
  };
}
