import type { Check } from '../plan.ts';
import type { VerdictClock } from './clock.ts';
import { type Downtime, heldFrom, isConfirmed } from './downtime.ts';
import { isAccepted, type Known } from './evidence.ts';
import { freshSince } from './freshness.ts';
import { outcomeAt } from './stretches.ts';
import type { VerdictPolicy } from './verdict-policy.ts';

/** Plan of a fix: its checks, and its steps in milliseconds after the claim. */
export type Plan = {
  readonly checks: readonly Check[];
  readonly steps: readonly number[];
  /** Silence from before this time is not held against the fix; absent: all of it is. */
  readonly silenceFrom?: number;
  /** Times in which our own intake was down; absent: none. */
  readonly intakeDowns?: readonly Downtime[];
  /** End of a hold. Sources are asked until then, so an outage up to it may have lost an answer; absent: it was not held. */
  readonly heldUntil?: number;
};

/**
 * How far a plan has come. Silence is held against a fix in two rungs; it is excused for as long as our own intake was down.
 *
 *     awaiting ── step or last pass + greatest age ─▶ late ── after a week ─▶ unproven
 *                                                  └▶ excused ── time that the intake was down ─▶ late
 */
export type PlanCourse = {
  /** Step that evidence is wanted for; the number of steps when all are through. */
  readonly step: number;
  readonly isThrough: boolean;
  /** Time at which the evidence of that step, or newer evidence, is wanted. */
  readonly expectedAt: number;
  readonly silence: 'none' | 'excused' | 'late' | 'unproven';
  /** Indexes of the checks that lack evidence. */
  readonly lacking: readonly number[];
};

/** Counts the steps of a plan from `base`: each wants evidence that is newer than the step before. */
export function courseFrom(
  base: number,
  plan: Plan,
  known: Known,
  policy: VerdictPolicy,
  clock: VerdictClock,
): PlanCourse {
  const lengthOf = plan.steps.length;
  if (plan.checks.every(({ kind }) => kind === 'ticket state')) {
    return { step: lengthOf, isThrough: true, expectedAt: Number.POSITIVE_INFINITY, silence: 'none', lacking: [] };
  }
  for (const [step, after] of plan.steps.entries()) {
    const expectedAt = base + after;
    const previous = base + (plan.steps[step - 1] ?? 0);
    const countsSince = (check: Check) =>
      check.kind === 'attestation' ? base : Math.max(previous, expectedAt - maxAgeOf(check, policy));
    const lacking = indexesOf(
      plan,
      (check, index) =>
        freshSince(check, index, known, base) <= countsSince(check) || isHeldBack(check, index, known, base),
    );
    if (!clock.reached(expectedAt)) return { step, isThrough: false, expectedAt, silence: 'none', lacking };
    if (lacking.length > 0) {
      const wanted = plan.checks
        .filter((_, index) => lacking.includes(index))
        .map((check) => ({ check, expectedAt, countsFrom: countsSince(check) }));
      return { step, isThrough: false, lacking, ...silenceSince(wanted, plan, policy, clock) };
    }
  }
  const freshFrom = plan.checks.map((check, index) => freshSince(check, index, known, base));
  const freshUntil = plan.checks.map((check, index) => (freshFrom[index] ?? base) + maxAgeOf(check, policy));
  const lacking = indexesOf(plan, (_, index) => clock.reached(freshUntil[index] ?? Number.NEGATIVE_INFINITY));
  const expectedAt = Math.min(...freshUntil);
  if (lacking.length === 0) return { step: lengthOf, isThrough: true, expectedAt, silence: 'none', lacking };
  const wanted = plan.checks.flatMap((check, index) =>
    lacking.includes(index)
      ? [{ check, expectedAt: freshUntil[index] ?? base, countsFrom: Math.max(base, freshFrom[index] ?? base) }]
      : [],
  );
  const found = silenceSince(wanted, plan, policy, clock);
  // Nobody knows yet whether silence counts, but the evidence is too old: the last step is no longer through.
  if (found.silence === 'none') return { step: lengthOf - 1, isThrough: false, lacking, ...found };
  return { step: lengthOf, isThrough: true, lacking, ...found };
}

/** Evidence of a check that is missing. */
type Wanted = {
  readonly check: Check;
  readonly expectedAt: number;
  /** Start of the time in which it would have counted. */
  readonly countsFrom: number;
};

type Silence = Pick<PlanCourse, 'silence' | 'expectedAt'>;

/** The worst silence of those checks, each by itself: what excuses the one does not excuse the other. */
const silenceSince = (wanted: readonly Wanted[], plan: Plan, policy: VerdictPolicy, clock: VerdictClock): Silence =>
  wanted.map((one) => silenceOf(one, plan, policy, clock)).reduce(worseSilence);

function silenceOf(
  { check, expectedAt, countsFrom }: Wanted,
  { silenceFrom = Number.NEGATIVE_INFINITY, heldUntil = Number.NEGATIVE_INFINITY, intakeDowns = [] }: Plan,
  policy: VerdictPolicy,
  clock: VerdictClock,
): Silence {
  // The word of a person does not come by the intake of signals.
  const downs = check.kind === 'signal' ? intakeDowns : [];
  const wantedFrom = Math.max(expectedAt, silenceFrom);
  const answeredBy = Math.max(wantedFrom, heldUntil);
  if (!clock.reached(heldFrom(answeredBy, countsFrom, downs, clock.now))) {
    // Since the newest beat nobody knows whether the intake is up: that is waited for, and nothing is told of it.
    const known = heldFrom(answeredBy, countsFrom, downs.filter(isConfirmed), clock.now);
    return { silence: known > clock.now ? 'excused' : 'none', expectedAt: wantedFrom };
  }
  // A hold moves no deadline: what was late before its end is late from then on.
  const lateFrom = heldFrom(wantedFrom, countsFrom, downs, clock.now);
  const unprovenFrom = heldFrom(lateFrom + policy.unprovenAfter, lateFrom, downs, clock.now);
  return { silence: clock.reached(unprovenFrom) ? 'unproven' : 'late', expectedAt: lateFrom };
}

function worseSilence(a: Silence, b: Silence): Silence {
  const difference = badness(b) - badness(a);
  return difference > 0 || (difference === 0 && b.expectedAt < a.expectedAt) ? b : a;
}

function badness({ silence }: Pick<Silence, 'silence'>): number {
  switch (silence) {
    case 'unproven':
      return 3;
    case 'late':
      return 2;
    case 'excused':
      return 1;
    case 'none':
      return 0;
  }
}

/** The worse of two counts: a claim that was held or set back has to be through by all of them, so bad news never buys time. */
export function worseOf(a: PlanCourse, b: PlanCourse): PlanCourse {
  const difference = badnessOf(b) - badnessOf(a);
  return difference > 0 || (difference === 0 && b.expectedAt < a.expectedAt) ? b : a;
}

const badnessOf = ({ silence, isThrough }: PlanCourse): number =>
  silence === 'none' && !isThrough ? 0.5 : badness({ silence });

/** A source whose last word before `base` is a fail, and which has not spoken of that resource since, holds back proof. */
function isHeldBack(check: Check, index: number, { histories }: Known, base: number): boolean {
  if (check.kind !== 'signal') return false;
  return (histories[index] ?? []).some((history) => {
    const isFailing = isAccepted(check, history) && outcomeAt(history, base) === 'fail';
    return isFailing && !history.stretches.some(({ outcome, from }) => from > base && outcome !== 'fail');
  });
}

const maxAgeOf = ({ kind }: Check, policy: VerdictPolicy): number =>
  kind === 'attestation' ? policy.attestationMaxAge : policy.evidenceMaxAge;

const indexesOf = ({ checks }: Plan, isOne: (check: Check, index: number) => boolean): number[] =>
  checks.flatMap((check, index) => (isOne(check, index) ? [index] : []));
