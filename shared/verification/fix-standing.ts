import * as z from 'zod';
import { Doubt, Excused, Silence, type Watch } from '../domain/remediation/claim.ts';
import { watchBy } from '../domain/remediation/decide/judge.ts';
import {
  claimToJudge,
  isFailed,
  isWatched,
  REMEDIATION_STATES,
  type Remediation,
} from '../domain/remediation/remediation.ts';
import { CheckResult } from '../domain/verification/check-result.ts';
import { GRADES } from '../domain/verification/grade.ts';
import { Instant } from '../domain/words/identifiers.ts';
import { type AssessDependencies, assess, assessWatched, resultsIn } from './assess-fix.ts';

/** Where a fix stands at a time, with what it rests on. */
export const FixStanding = z.object({
  at: Instant,
  state: z.enum(REMEDIATION_STATES),
  /** Absent when the fix is no claim. */
  grade: z.enum([...GRADES, 'awaiting', 'late', 'unproven', 'failed']).optional(),
  /** Steps of its plan that are through, of how many. */
  step: z.int().nonnegative().optional(),
  steps: z.int().positive(),
  doubt: Doubt.optional(),
  silence: Silence.optional(),
  /** Evidence is missing, and may have been lost: the intake of evidence was down. */
  excused: Excused.optional(),
  /** The fix came back again and again: its claim counts when nothing has failed until then. */
  heldUntil: Instant.optional(),
  /** The verdict may change by itself at this time; absent: only something that arrives changes it. */
  nextCheckAt: Instant.optional(),
  /** Its risk is accepted until then: the verdict has no consequences. */
  acceptedUntil: Instant.optional(),
  /** Result of each check of the plan, in its order. */
  results: z.array(CheckResult),
});
export type FixStanding = z.infer<typeof FixStanding>;

/** Where a fix stands by all that is known of it now. Changes nothing. */
export async function fixStanding(
  deps: AssessDependencies & { now: () => string },
  remediation: Remediation,
): Promise<FixStanding> {
  const { state, steps } = remediation;
  const common = { at: deps.now(), state, steps: steps.length };
  if (isFailed(remediation)) return { ...common, grade: 'failed', results: remediation.failure.results };
  const claim = claimToJudge(remediation);
  if (claim === undefined) return { ...common, results: [] };
  // As the schedule would judge it: what failed before an upgrade waits for a person here, too.
  const assessed = isWatched(remediation)
    ? await assessWatched(deps, remediation, {
        at: common.at,
        upgradedAt: await deps.evidence.verdictsSince(common.at),
        earlierFails: 'wait',
      })
    : await assess(deps, claim, common.at);
  const { grade, step } = assessed.verdict;
  const { nextCheckAt } = watchOf(remediation);
  const { doubt, silence, excused, heldUntil } = isWatched(remediation)
    ? watchBy(remediation, assessed.verdict)
    : watchOf(remediation);
  return {
    ...common,
    grade,
    step,
    ...(doubt === undefined ? {} : { doubt }),
    ...(silence === undefined ? {} : { silence }),
    ...(excused === undefined ? {} : { excused }),
    ...(heldUntil === undefined ? {} : { heldUntil }),
    ...(nextCheckAt === undefined ? {} : { nextCheckAt }),
    ...(remediation.state === 'accepted' ? { acceptedUntil: remediation.acceptance.until } : {}),
    results: await resultsIn(deps.evidence, assessed),
  };
}

/** While its risk is accepted, nothing but a fail is shown of a claim. */
function watchOf(remediation: Remediation): Partial<Omit<Watch, 'step'>> {
  if (isWatched(remediation)) return remediation;
  const doubt = remediation.state === 'accepted' ? remediation.kept?.doubt : undefined;
  return doubt === undefined ? {} : { doubt };
}
