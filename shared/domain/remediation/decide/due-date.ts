import { addDuration } from '../../words/duration.ts';
import { priorityOf, type Recommendation } from '../recommendation.ts';
import type { RemediationPolicy } from '../remediation-policy.ts';

type Dated = Pick<Recommendation, 'impact' | 'dueAt'>;
type Rules = { remediation: RemediationPolicy };

/**
 * What is wrong with the date that the author of a recommendation sets; undefined when nothing is. Asked when it is written:
 * later it only comes nearer, and nobody moves the date that an approver has read.
 */
export function wrongDueDate(recommendation: Dated, now: string, { remediation }: Rules): string | undefined {
  const { dueAt } = recommendation;
  if (dueAt === undefined) return undefined;
  if (Date.parse(dueAt) <= Date.parse(now)) {
    return `${dueAt} is past; set a date to come, or none: then the time of its priority counts from the approval`;
  }
  const priority = priorityOf(recommendation);
  const longest = remediation.longestDueWithin[priority];
  const latest = addDuration(now, longest);
  return Date.parse(dueAt) <= Date.parse(latest)
    ? undefined
    : `${dueAt} is too far away; a fix of priority ${priority} is due within ${longest} at the latest, so until ${latest}`;
}
