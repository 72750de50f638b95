import type { Signal } from '../../verification/signal.ts';
import { addDuration } from '../../words/duration.ts';
import { isWatched, type Remediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids, type Rules } from './rules.ts';

/**
 * Takes a fail up that arrived about a claimed fix: the fix is checked when the fail has stood for `failStandsFor`, long before
 * its next step. What was observed before the claim says nothing of it.
 *
 *     verified ── fail arrives ── stands for an hour ─▶ checked: regressed
 *                     └─ the same source says pass within the hour ─▶ doubt ended
 */
export function doubt(
  state: Remediation,
  signal: Pick<Signal, 'subject' | 'source' | 'outcome' | 'observedAt'>,
  now: string,
  { verification }: Pick<Rules, 'verification'>,
): RemediationEvent[] {
  const { subject, source, outcome, observedAt } = signal;
  if (!isWatched(state) || state.doubt !== undefined || outcome !== 'fail') return [];
  const isAsked = state.checks.some(
    (check) => check.kind === 'signal' && check.subject.type === subject.type && check.subject.id === subject.id,
  );
  const isOfThisClaim =
    Date.parse(observedAt) >= Date.parse(state.claim.at) && Date.parse(observedAt) <= Date.parse(now);
  if (!isAsked || !isOfThisClaim) return [];
  const countsAt = addDuration(observedAt, verification.failStandsFor);
  // Also when a check is due before that: it may be under way, with what was known before the fail.
  const checkAt = Date.parse(countsAt) > Date.parse(now) ? countsAt : now;
  return [{ type: 'Remediation Doubted', data: { ...ids(state), subject, source, observedAt, nextCheckAt: checkAt } }];
}
