import { Duration, durationMs } from '../words/duration.ts';
import { type Recommendation, rankOf } from './recommendation.ts';
import type { Remediation } from './remediation.ts';

/**
 * Age that weighs as much as one point of impact × feasibility: the least fix of today comes before the best one of 48 weeks later.
 * Times in stored lists are made of it: with another one, lists are in step after `holdfast reindex`.
 */
export const AGE_OF_A_POINT = Duration.parse('P14D');

/** Rank and age of a fix; undefined for one from before they were kept, whose recommendation still says it. */
export function rankOfFix({ impact, feasibility }: Pick<Remediation, 'impact' | 'feasibility'>): number | undefined {
  return impact === undefined || feasibility === undefined ? undefined : rankOf({ impact, feasibility });
}

/**
 * Time by which fixes to do are ordered, the earliest first: that of the approval, earlier by `AGE_OF_A_POINT` for each point of the
 * rank. All fixes grow older alike, so this order of two never changes, and no line is written because a day has passed.
 *
 *     now − time  =  age  +  rank × 14 days
 */
export function rankedAt(rank: number, { requestedAt }: Pick<Remediation, 'requestedAt'>): string {
  return new Date(Date.parse(requestedAt) - rank * durationMs(AGE_OF_A_POINT)).toISOString();
}

/** The same fix with the impact and the feasibility of its recommendation, where it does not have them itself. */
export function withRankOf(fix: Remediation, recommendation: Recommendation | undefined): Remediation {
  if (recommendation === undefined || rankOfFix(fix) !== undefined) return fix;
  const { impact, feasibility } = recommendation;
  return { ...fix, impact, feasibility };
}
