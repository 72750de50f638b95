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

/** Times of a fix from which its age counts. */
export type Wanted = Pick<Remediation, 'requestedAt'> & { readonly wantedAgainAt?: string | undefined };

/** Since when somebody is to work on a fix: its approval, or the end of the last time for which its risk was accepted. */
export const wantedSince = ({ requestedAt, wantedAgainAt }: Wanted): string => wantedAgainAt ?? requestedAt;

/**
 * Time by which fixes to do are ordered, the earliest first: since when it is wanted, earlier by `AGE_OF_A_POINT` for each point of the
 * rank. All fixes grow older alike, so this order of two never changes while both are to be done, and no line is written because a day
 * has passed.
 *
 *     now − time  =  age  +  rank × 14 days
 */
export function rankedAt(rank: number, wanted: Wanted): string {
  return new Date(Date.parse(wantedSince(wanted)) - rank * durationMs(AGE_OF_A_POINT)).toISOString();
}

/** The same fix with the impact and the feasibility of its recommendation, where it does not have them itself. */
export function withRankOf(fix: Remediation, recommendation: Recommendation | undefined): Remediation {
  if (recommendation === undefined || rankOfFix(fix) !== undefined) return fix;
  const { impact, feasibility } = recommendation;
  return { ...fix, impact, feasibility };
}
