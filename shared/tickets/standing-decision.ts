import type { Remediation } from '../domain/remediation/remediation.ts';
import type { DecisionTold } from './decision-in-words.ts';

/** The last decision about a fix, as far as it still says what is wanted of it. */
export function standingDecision(fix: Remediation): DecisionTold | undefined {
  const { postMortemId, id: remediationId } = fix;
  const of = { postMortemId, remediationId };
  switch (fix.state) {
    case 'accepted':
      return { type: 'Risk Accepted', data: { ...of, acceptance: fix.acceptance } };
    case 'cancelled': {
      const { reason, by, at } = fix;
      return { type: 'Remediation Cancelled', data: { ...of, decision: { reason, by, at } } };
    }
    case 'verified': {
      const { verifiedAt: at, step = fix.steps.length, grade } = fix;
      const proof = grade === undefined ? {} : { grade };
      return { type: 'Remediation Verified', data: { ...of, at, step, results: [], ...proof } };
    }
    case 'open':
      return newDate(fix);
    default:
      return undefined;
  }
}

/** An open fix has its date from the end of an acceptance, or from a check that failed: from what came later. */
function newDate(fix: Extract<Remediation, { state: 'open' }>): DecisionTold | undefined {
  const { postMortemId, id: remediationId, dueAt, firstDueAt, lastAcceptance } = fix;
  const of = { postMortemId, remediationId, dueAt };
  const at = fix.evidenceReopenedAt?.at(-1);
  if (lastAcceptance !== undefined && (at === undefined || Date.parse(lastAcceptance.until) >= Date.parse(at))) {
    return { type: 'Risk Acceptance Expired', data: { ...of, acceptance: lastAcceptance } };
  }
  if (at === undefined) return undefined;
  const first = firstDueAt === undefined ? {} : { firstDueAt };
  return { type: 'Remediation Reopened', data: { ...of, ...first, because: '', isByHoldfast: true, at } };
}
