import type { Check } from '../plan.ts';
import type { VerdictClock } from './clock.ts';
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
};

/**
 * How far a plan has come. Silence is held against a fix in two rungs.
 *
 *     awaiting ── step or last pass + greatest age: late ── after a week: unproven
 */
export type PlanCourse = {
  /** Step that evidence is wanted for; the number of steps when all are through. */
  readonly step: number;
  readonly isThrough: boolean;
  /** Time at which the evidence of that step, or newer evidence, is wanted. */
  readonly expectedAt: number;
  readonly silence: 'none' | 'late' | 'unproven';
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
  const wantedFrom = (expectedAt: number) => Math.max(expectedAt, plan.silenceFrom ?? Number.NEGATIVE_INFINITY);
  const silenceAfter = (expectedAt: number) =>
    clock.reached(wantedFrom(expectedAt) + policy.unprovenAfter) ? ('unproven' as const) : ('late' as const);
  if (plan.checks.every(({ kind }) => kind === 'ticket state')) {
    return { step: lengthOf, isThrough: true, expectedAt: Number.POSITIVE_INFINITY, silence: 'none', lacking: [] };
  }
  for (const [step, after] of plan.steps.entries()) {
    const expectedAt = base + after;
    const previous = base + (plan.steps[step - 1] ?? 0);
    const lacking = indexesOf(plan, (check, index) => {
      const from = check.kind === 'attestation' ? base : Math.max(previous, expectedAt - maxAgeOf(check, policy));
      return freshSince(check, index, known, base) <= from || isHeldBack(check, index, known, base);
    });
    if (!clock.reached(expectedAt)) return { step, isThrough: false, expectedAt, silence: 'none', lacking };
    if (lacking.length > 0) {
      const silence = silenceAfter(expectedAt);
      return { step, isThrough: false, expectedAt: wantedFrom(expectedAt), silence, lacking };
    }
  }
  const freshUntil = plan.checks.map((check, index) => freshSince(check, index, known, base) + maxAgeOf(check, policy));
  const lacking = indexesOf(plan, (_, index) => clock.reached(freshUntil[index] ?? Number.NEGATIVE_INFINITY));
  const expectedAt = Math.min(...freshUntil);
  const silence = lacking.length > 0 ? silenceAfter(expectedAt) : 'none';
  return {
    step: lengthOf,
    isThrough: true,
    expectedAt: silence === 'none' ? expectedAt : wantedFrom(expectedAt),
    silence,
    lacking,
  };
}

/** The worse of two counts: a claim that was held or set back has to be through by all of them, so bad news never buys time. */
export function worseOf(a: PlanCourse, b: PlanCourse): PlanCourse {
  const difference = badnessOf(b) - badnessOf(a);
  return difference > 0 || (difference === 0 && b.expectedAt < a.expectedAt) ? b : a;
}

function badnessOf({ silence, isThrough }: PlanCourse): number {
  if (silence === 'unproven') return 3;
  if (silence === 'late') return 2;
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
