import { type CheckResult, overallOutcome } from '../../verification/verdict.ts';
import { addDuration } from '../../words/duration.ts';
import type { PostMortemId } from '../../words/identifiers.ts';
import type { Remediation, WatchedRemediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids, type Rules } from './rules.ts';

/** Decides about a claim by the results of a due step. */
export function judge(
  state: WatchedRemediation,
  results: CheckResult[],
  now: string,
  rules: Rules,
): RemediationEvent[] {
  const step = stepOf(state);
  const facts = { ...ids(state), step, results, at: now };
  const outcome = overallOutcome(results);
  const { doubt } = state;
  if (doubt !== undefined && outcome !== 'fail' && Date.parse(now) < Date.parse(doubt.regularCheckAt)) {
    return [{ type: 'Remediation Doubt Ended', data: { ...ids(state), at: now, nextCheckAt: doubt.regularCheckAt } }];
  }
  switch (outcome) {
    case 'fail': {
      const failure = { at: now, step, results };
      return [
        {
          type: state.state === 'verified' ? 'Remediation Regressed' : 'Remediation Ineffective',
          data: { ...ids(state), failure },
        },
      ];
    }
    case 'inconclusive':
      return [
        {
          type: 'Remediation Check Inconclusive',
          data: { ...facts, retryAt: addDuration(now, rules.verification.retryInconclusiveAfter) },
        },
      ];
    case 'pass':
      return [passed(state, facts, now, rules)];
  }
}

/** Step of the plan that comes next; past the last one, the periodic watch. */
export function stepOf(state: WatchedRemediation): number {
  return state.state === 'verified' ? state.steps.length : state.step;
}

function passed(
  state: WatchedRemediation,
  facts: {
    postMortemId: PostMortemId;
    remediationId: Remediation['id'];
    step: number;
    results: CheckResult[];
    at: string;
  },
  now: string,
  rules: Rules,
): RemediationEvent {
  const nextStep = state.steps[facts.step + 1];
  if (state.state !== 'verified' && nextStep === undefined) {
    return {
      type: 'Remediation Verified',
      data: { ...facts, nextCheckAt: addDuration(now, rules.verification.periodic) },
    };
  }
  const nextCheckAt =
    nextStep === undefined
      ? addDuration(now, rules.verification.periodic)
      : latest(addDuration(state.claim.at, nextStep), now);
  return { type: 'Remediation Check Passed', data: { ...facts, nextCheckAt } };
}

const latest = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);
