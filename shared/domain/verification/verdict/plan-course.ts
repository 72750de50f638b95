import type { Check } from '../plan.ts';
import type { VerdictClock } from './clock.ts';
import { type Downtime, heldFrom } from './downtime.ts';
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
      const countsFrom = Math.min(...plan.checks.filter((_, index) => lacking.includes(index)).map(countsSince));
      const wanted = { expectedAt, countsFrom, lacking };
      return { step, isThrough: false, lacking, ...silenceSince(wanted, plan, policy, clock) };
    }
  }
  const freshFrom = plan.checks.map((check, index) => freshSince(check, index, known, base));
  const freshUntil = plan.checks.map((check, index) => (freshFrom[index] ?? base) + maxAgeOf(check, policy));
  const lacking = indexesOf(plan, (_, index) => clock.reached(freshUntil[index] ?? Number.NEGATIVE_INFINITY));
  const expectedAt = Math.min(...freshUntil);
  if (lacking.length === 0) return { step: lengthOf, isThrough: true, expectedAt, silence: 'none', lacking };
  const countsFrom = Math.max(base, Math.min(...lacking.map((index) => freshFrom[index] ?? base)));
  const wanted = { expectedAt, countsFrom, lacking };
  return { step: lengthOf, isThrough: true, lacking, ...silenceSince(wanted, plan, policy, clock) };
}

type Wanted = {
  readonly expectedAt: number;
  /** Start of the time in which the missing evidence would have counted. */
  readonly countsFrom: number;
  readonly lacking: readonly number[];
};

function silenceSince(
  { expectedAt, countsFrom, lacking }: Wanted,
  { checks, silenceFrom = Number.NEGATIVE_INFINITY, intakeDowns: downs = [] }: Plan,
  policy: VerdictPolicy,
  clock: VerdictClock,
): Pick<PlanCourse, 'silence' | 'expectedAt'> {
  // The word of a person does not come by the intake of signals.
  const intakeDowns = lacking.some((index) => checks[index]?.kind === 'signal') ? downs : [];
  const wantedFrom = Math.max(expectedAt, silenceFrom);
  const lateFrom = heldFrom(wantedFrom, countsFrom, intakeDowns, clock.now);
  if (!clock.reached(lateFrom)) return { silence: 'excused', expectedAt: wantedFrom };
  const unprovenFrom = heldFrom(lateFrom + policy.unprovenAfter, lateFrom, intakeDowns, clock.now);
  return { silence: clock.reached(unprovenFrom) ? 'unproven' : 'late', expectedAt: lateFrom };
}

/** The worse of two counts: a claim that was held or set back has to be through by all of them, so bad news never buys time. */
export function worseOf(a: PlanCourse, b: PlanCourse): PlanCourse {
  const difference = badnessOf(b) - badnessOf(a);
  return difference > 0 || (difference === 0 && b.expectedAt < a.expectedAt) ? b : a;
}

function badnessOf({ silence, isThrough }: PlanCourse): number {
  if (silence === 'unproven') return 3;
  if (silence === 'late') return 2;
  if (silence === 'excused') return 1.5;
  return isThrough ? 0 : 1;
}

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
