import { type Asking, isSameAsking } from '../../verification/asking.ts';
import type { CheckResult } from '../../verification/check-result.ts';
import type { Grade } from '../../verification/grade.ts';
import type { ClaimedFix, Verdict } from '../../verification/verdict/verdict-of.ts';
import { durationMs } from '../../words/duration.ts';
import { keptClaim } from '../after-acceptance.ts';
import type { Watch } from '../claim.ts';
import { isProvenOnce, type JudgedClaim, type WatchedRemediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { foundBy, isFromBeforeVerdicts } from './regrade.ts';
import { ids } from './rules.ts';

/** The claim of a remediation, as verdicts take it. `silentFrom`: silence from before it is not held against it. */
export function claimedFix(
  { checks, steps, claim, evidenceReopenedAt = [] }: Omit<JudgedClaim, 'attestations'>,
  silentFrom?: string,
): ClaimedFix {
  return {
    ...(silentFrom === undefined ? {} : { silenceFrom: Date.parse(silentFrom) }),
    checks,
    steps: steps.map(durationMs),
    claimAt: Date.parse(claim.at),
    reopenedAt: evidenceReopenedAt.map((at) => Date.parse(at)),
  };
}

/**
 * Brings a claim in step with its verdict. Each change is an event of its own, and what did not change gives none: whoever judges,
 * and however often, tells everything once. The first verdict on a fix from before verdicts is one event, whatever it changes.
 *
 * @param results of the checks, for people
 * @param upgradedAt when verdicts began in this installation
 */
export function judge(
  state: WatchedRemediation,
  verdict: Verdict,
  results: CheckResult[],
  now: string,
  upgradedAt: string,
): RemediationEvent[] {
  if (verdict.failing.length + verdict.refutedBy.length > 0) return [failed(state, verdict, results, now)];
  const questions = unasked(state, verdict);
  const hasMore = questions.length > ASKED_AT_ONCE;
  const watch = { ...watchBy(state, verdict), ...(hasMore ? { nextCheckAt: now } : {}) };
  const facts = factsOf(state, watch, now);
  const step = { ...facts, step: watch.step, results };
  if (isFromBeforeVerdicts(state)) {
    return [{ type: 'Remediation Regraded', data: { ...step, upgradedAt, found: foundBy(watch, verdict) } }];
  }
  const events = [
    ...held(state, watch, facts),
    ...setBack(state, verdict, facts),
    ...doubted(state, watch, verdict, facts),
    ...passed(state, watch, facts, results),
    ...excused(state, watch, step),
    ...silent(state, watch, step),
    ...verified(state, verdict, step),
    ...questions.slice(0, ASKED_AT_ONCE).map((asking) => asked(state, asking, facts)),
  ];
  return events.length > 0 ? events : lookedAt(state, watch, step);
}

type Facts = { postMortemId: WatchedRemediation['postMortemId']; remediationId: WatchedRemediation['id'] } & {
  at: string;
  watch: Watch;
  nextCheckAt?: string;
};
type StepFacts = Facts & { step: number; results: CheckResult[] };

const factsOf = (state: WatchedRemediation, watch: Watch, now: string): Facts => ({
  ...ids(state),
  at: now,
  watch,
  ...(watch.nextCheckAt === undefined ? {} : { nextCheckAt: watch.nextCheckAt }),
});

/** A transaction holds a hundred items. What is left over is due at once. */
const ASKED_AT_ONCE = 20;

/** Questions that are due and that this claim has not asked, with the numbers that they get. */
function unasked(state: WatchedRemediation, { askings }: Verdict): Asking[] {
  const before = state.asked ?? [];
  const last = before.at(-1)?.number ?? 0;
  return askings
    .map((one) => ({ ...one, at: instant(one.at) }))
    .filter((one) => !before.some((other) => isSameAsking(one, other)))
    .map((one, index) => ({ ...one, number: last + index + 1 }));
}

const asked = (state: WatchedRemediation, asking: Asking, facts: Facts): RemediationEvent => ({
  type: 'Remediation Source Asked',
  data: { ...facts, claimAt: state.claim.at, asking },
});

/** A fix that had been proven broke; one that had not never held. */
function failed(state: WatchedRemediation, verdict: Verdict, results: CheckResult[], now: string): RemediationEvent {
  const type = isProvenOnce(state) ? 'Remediation Regressed' : 'Remediation Ineffective';
  return { type, data: { ...ids(state), failure: { at: now, step: verdict.step, results }, kept: keptClaim(state) } };
}

/** Where a claim stands by a verdict. */
export function watchBy(state: WatchedRemediation, verdict: Verdict): Watch {
  const { step, nextChangeAt, expectedAt, heldUntil, grade, recovered } = verdict;
  const [standing] = verdict.standing;
  const setBackTo = Math.max(...recovered.map(({ to }) => to), Date.parse(state.setBackTo ?? '') || 0);
  return {
    step,
    ...(Number.isFinite(nextChangeAt) ? { nextCheckAt: instant(nextChangeAt) } : {}),
    ...(standing === undefined
      ? {}
      : { doubt: { at: instant(standing.from), source: standing.source, resource: standing.resource } }),
    ...(grade === 'late' || grade === 'unproven' ? { silence: { rung: grade, expectedAt: instant(expectedAt) } } : {}),
    ...(verdict.isExcused ? { excused: { expectedAt: instant(expectedAt) } } : {}),
    ...(heldUntil === undefined ? {} : { heldUntil: instant(heldUntil) }),
    ...(setBackTo > 0 ? { setBackTo: instant(setBackTo) } : {}),
  };
}

/** Told once: each fail of a held fix puts its time off, and that is looked at when the time was to come. */
function held(state: WatchedRemediation, { heldUntil }: Watch, facts: Facts): RemediationEvent[] {
  if (heldUntil === undefined || state.heldUntil !== undefined) return [];
  return [{ type: 'Remediation Held', data: { ...facts, heldUntil } }];
}

function setBack(state: WatchedRemediation, { recovered }: Verdict, facts: Facts): RemediationEvent[] {
  const latest = recovered.toSorted((a, b) => a.to - b.to).at(-1);
  if (latest === undefined || latest.to <= Date.parse(state.setBackTo ?? '')) return [];
  const { source, resource, from, to } = latest;
  const failed = { source, resource, failedFrom: instant(from), failedTo: instant(to) };
  return [{ type: 'Remediation Set Back', data: { ...facts, ...failed } }];
}

function doubted(state: WatchedRemediation, { doubt }: Watch, verdict: Verdict, facts: Facts): RemediationEvent[] {
  if (doubt === undefined) return state.doubt === undefined ? [] : [{ type: 'Remediation Doubt Ended', data: facts }];
  const [standing] = verdict.standing;
  const check = standing === undefined ? undefined : state.checks[standing.check];
  const { at: observedAt, source, resource } = doubt;
  const isKnown =
    state.doubt?.at === observedAt && state.doubt.source === source && (state.doubt.resource ?? resource) === resource;
  if (isKnown || check?.kind !== 'signal') return [];
  return [
    {
      type: 'Remediation Doubted',
      data: { ...facts, subject: check.subject, source, ...(resource === undefined ? {} : { resource }), observedAt },
    },
  ];
}

/** One event for each step that came through. */
function passed(state: WatchedRemediation, watch: Watch, facts: Facts, results: CheckResult[]): RemediationEvent[] {
  const isTested = state.checks.some(({ kind }) => kind !== 'ticket state');
  if (state.state === 'verified' || !isTested) return [];
  const last = Math.min(watch.step, state.steps.length - 1);
  return Array.from({ length: Math.max(0, last - state.step) }, (_, index) => ({
    type: 'Remediation Check Passed' as const,
    data: { ...facts, step: state.step + index, results },
  }));
}

/** Told once for each time at which evidence was wanted; while the intake is down, its end moves along. */
function excused(state: WatchedRemediation, watch: Watch, facts: StepFacts): RemediationEvent[] {
  if (watch.excused === undefined || watch.excused.expectedAt === state.excused?.expectedAt) return [];
  return [{ type: 'Remediation Silence Excused', data: { ...facts, expectedAt: watch.excused.expectedAt } }];
}

function silent(state: WatchedRemediation, { silence }: Watch, facts: StepFacts): RemediationEvent[] {
  const before = state.silence;
  if (silence === undefined || (silence.rung === before?.rung && silence.expectedAt === before.expectedAt)) return [];
  const type = silence.rung === 'late' ? 'Remediation Evidence Late' : 'Remediation Unproven';
  return [{ type, data: { ...facts, expectedAt: silence.expectedAt } }];
}

function verified(state: WatchedRemediation, { grade }: Verdict, facts: StepFacts): RemediationEvent[] {
  if (!isGrade(grade) || (state.state === 'verified' && (state.grade ?? grade) === grade)) return [];
  return [{ type: 'Remediation Verified', data: { ...facts, step: state.steps.length - 1, grade } }];
}

const isGrade = (grade: Verdict['grade']): grade is Grade =>
  grade === 'proven' || grade === 'attested' || grade === 'done, not tested';

/** A step that is no longer through, or a hold or a silence that is over or put off, has no event of its own. */
function lookedAt(state: WatchedRemediation, watch: Watch, facts: StepFacts): RemediationEvent[] {
  return isSameStanding(state, watch, facts.at) ? [] : [{ type: 'Remediation Check Rescheduled', data: facts }];
}

/** The next look as an event, for a fix whose item cannot be written otherwise. */
export function rescheduled(state: WatchedRemediation, verdict: Verdict, now: string): RemediationEvent {
  const watch = watchBy(state, verdict);
  const data = { ...factsOf(state, watch, now), step: watch.step, results: [] };
  return { type: 'Remediation Check Rescheduled', data };
}

/** A hold that each fail puts off is told when its time was to come. */
function isSameStanding(state: WatchedRemediation, watch: Watch, now: string): boolean {
  const { silence, heldUntil, step } = watch;
  const stepBefore = state.state === 'verified' ? state.steps.length : state.step;
  const isHeldAsBefore = hasCome(state, now)
    ? state.heldUntil === heldUntil
    : (state.heldUntil === undefined) === (heldUntil === undefined);
  const isExcusedAsBefore = (state.excused === undefined) === (watch.excused === undefined);
  return state.silence?.rung === silence?.rung && isExcusedAsBefore && isHeldAsBefore && stepBefore === step;
}

/**
 * Time of the next look at a fix of which nothing else changed. It is no fact, so it is no event: it follows from those that are
 * known, and is written when it came, or when it is nearer than was thought.
 *
 * @returns undefined when it stays as it is
 */
export function nextLook(
  state: WatchedRemediation,
  verdict: Verdict,
  now: string,
): Pick<Watch, 'nextCheckAt'> | undefined {
  const { nextCheckAt: next } = watchBy(state, verdict);
  const { nextCheckAt: before } = state;
  const isNearer = next !== undefined && (before === undefined || Date.parse(next) < Date.parse(before));
  if (!hasCome(state, now) && !isNearer) return undefined;
  return next === undefined ? {} : { nextCheckAt: next };
}

const hasCome = ({ nextCheckAt }: WatchedRemediation, now: string): boolean =>
  nextCheckAt !== undefined && Date.parse(nextCheckAt) <= Date.parse(now);

const instant = (at: number): string => new Date(at).toISOString();
