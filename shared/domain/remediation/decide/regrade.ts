import { GRADES, type Grade } from '../../verification/grade.ts';
import { WHOLE_SUBJECT } from '../../verification/signal.ts';
import type { StandingFail, Verdict } from '../../verification/verdict/verdict-of.ts';
import type { Watch } from '../claim.ts';
import type { WatchedRemediation } from '../remediation.ts';
import type { RemediationEventOf } from '../transitions.ts';

type Regraded = RemediationEventOf<'Remediation Regraded'>['data'];

/**
 * True for a fix that a release before verdicts called verified, and that no verdict has looked at yet. It said that all steps were
 * through by not saying which.
 */
export const isFromBeforeVerdicts = (state: WatchedRemediation): boolean =>
  state.state === 'verified' && state.step === undefined;

/**
 * True for a fix of which fails from before the upgrade wait for a person: it had been called verified, or its risk was accepted at
 * some time since a claim from before it. While a risk is accepted no verdict has consequences, so none had looked at these fails
 * when the acceptance ended.
 */
const waitsForAPerson = (state: WatchedRemediation, upgradedAt: string): boolean =>
  state.regraded !== undefined ||
  isFromBeforeVerdicts(state) ||
  (state.lastAcceptance !== undefined && Date.parse(state.claim.at) <= Date.parse(upgradedAt));

/**
 * Time before which silence is not held against a fix: nobody said that evidence would be wanted. A fix that had been called
 * verified gets its whole time from its first verdict on, also when that comes late.
 *
 * @param upgradedAt when verdicts began in this installation
 */
export function silenceFrom(state: WatchedRemediation, upgradedAt: string, now: string): string {
  return state.regraded?.at ?? (isFromBeforeVerdicts(state) ? now : upgradedAt);
}

/**
 * The verdict on a fix that stood verified at the upgrade, or whose risk was accepted then, while fails from before it wait for a
 * person: they keep the fix from being shown as proven, and reopen nothing. A source that goes on with such a fail after the upgrade
 * says nothing new: most say it every day, and the first day would reopen hundreds.
 *
 *     F F ── upgrade ── F F       waits for a person
 *     F F ── upgrade ── P F ─ 1 h counts as usual
 */
export function untilAPersonDecides(state: WatchedRemediation, verdict: Verdict, upgradedAt: string): Verdict {
  if (!waitsForAPerson(state, upgradedAt)) return verdict;
  const boundary = Date.parse(state.regraded?.upgradedAt ?? upgradedAt);
  const { failing, refutedBy } = verdict;
  const hasFailedSince = failing.some(({ from }) => from > boundary) || refutedBy.some(({ at }) => at > boundary);
  if (hasFailedSince || failing.length + refutedBy.length === 0) return verdict;
  const waiting: StandingFail[] = [
    ...failing.map(({ check, source, resource, from }) => ({ check, source, resource, from })),
    ...refutedBy.map(({ check, at }) => ({ check, source: 'attestation', resource: WHOLE_SUBJECT, from: at })),
  ];
  return {
    ...verdict,
    grade: 'awaiting',
    checks: verdict.checks.map((check) => (check === 'fail' ? 'for a person' : check)),
    failing: [],
    refutedBy: [],
    standing: [...waiting, ...verdict.standing],
  };
}

/** Standing that the first verdict gives a fix that had been called verified. */
export function foundBy({ doubt, silence }: Watch, { grade }: Verdict): Regraded['found'] {
  if (doubt !== undefined) return 'in doubt';
  if (silence !== undefined) return 'late';
  return GRADES.find((one): one is Grade => one === grade) ?? 'awaiting';
}
