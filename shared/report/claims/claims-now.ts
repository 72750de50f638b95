import {
  type FailedRemediation,
  isFailed,
  isWatched,
  type Remediation,
  type WatchedRemediation,
} from '../../domain/remediation/remediation.ts';
import { gradeOf } from '../../domain/verification/grade.ts';
import { Duration, durationMs } from '../../domain/words/duration.ts';
import { Severity } from '../../domain/words/severity.ts';
import { Standing, type StandingCounts } from '../report-data.ts';

/** A claim, or one that failed and whose ticket is not reopened yet. */
export type ClaimedOrFailed = WatchedRemediation | FailedRemediation;

/** Where all claims stand at this moment, whenever they were made: what happened in a period says nothing of the silent ones. */
export type ClaimsNow = {
  readonly standings: StandingCounts;
  /** Claims that want somebody's attention, the worst first; as many as a report lists. */
  readonly attention: readonly ClaimedOrFailed[];
  readonly attentionCount: number;
};

/** Claims that are listed; the others are counted. */
const MOST_LISTED = 500;

const WANTS_ATTENTION: ReadonlySet<Standing> = new Set(['did not hold', 'unproven', 'late', 'in doubt'] as const);

export const noStandings = (): StandingCounts => ({
  'did not hold': 0,
  unproven: 0,
  late: 0,
  'in doubt': 0,
  proven: 0,
  attested: 0,
  'done, not tested': 0,
  passing: 0,
  claimed: 0,
  reopened: 0,
});

export const wantsAttention = (standing: Standing): boolean => WANTS_ATTENTION.has(standing);

export type CountedClaims = {
  /** Where each claim stands, as long as time alone does not move it. */
  readonly settled: Iterable<Standing>;
  /** Claims at which nobody has looked in time, with where they were counted. */
  readonly unlooked: AsyncIterable<{ counted: Standing; claim: WatchedRemediation }>;
  /** Claims that want attention. They are read one by one, so that many need no room. */
  readonly attention: AsyncIterable<Remediation>;
};

export async function claimsNow(claims: CountedClaims, now: string): Promise<ClaimsNow> {
  const standings = noStandings();
  for (const standing of claims.settled) standings[standing] += 1;
  const attentionCount = [...WANTS_ATTENTION].reduce((sum, standing) => sum + standings[standing], 0);
  for await (const { counted, claim } of claims.unlooked) {
    standings[counted] -= 1;
    standings[standingNowOf(claim, now).standing] += 1;
  }
  let attention: ClaimedOrFailed[] = [];
  for await (const claim of claims.attention) {
    if (!isWatched(claim) && !isFailed(claim)) continue;
    attention.push(claim);
    if (attention.length >= 2 * MOST_LISTED) attention = worstOf(attention, now);
  }
  return { standings, attention: worstOf(attention, now), attentionCount };
}

/** The schedule comes every hour. What it should have looked at twice has not been looked at. */
export const LOOKED_AT_WITHIN = Duration.parse('PT2H');
const LOOKED_AT_WITHIN_MS = durationMs(LOOKED_AT_WITHIN);

/** True when a verdict may have changed by itself long ago, and nobody has looked: it is not known to be proven. */
export const isLookOverdue = ({ nextCheckAt }: WatchedRemediation, now: string): boolean =>
  nextCheckAt !== undefined && Date.parse(now) - Date.parse(nextCheckAt) > LOOKED_AT_WITHIN_MS;

/** Standing of a claim now, and since when. */
export const standingNowOf = (claim: ClaimedOrFailed, now: string): { standing: Standing; since: string } =>
  standingOf(claim, isWatched(claim) && isLookOverdue(claim, now));

/** Standing of a claim as if somebody had looked at it in time: it changes with its item, and by nothing else. */
export const settledStandingOf = (claim: ClaimedOrFailed): Standing => standingOf(claim, false).standing;

function standingOf(claim: ClaimedOrFailed, isUnlooked: boolean): { standing: Standing; since: string } {
  if (isFailed(claim)) return { standing: 'did not hold', since: claim.failure.at };
  const { silence, doubt, heldUntil, lastCheckAt } = claim;
  if (heldUntil !== undefined) return { standing: 'did not hold', since: claim.claim.at };
  if (silence !== undefined) return { standing: silence.rung, since: silence.expectedAt };
  if (doubt !== undefined) return { standing: 'in doubt', since: doubt.at };
  if (claim.state !== 'verified' || isUnlooked) {
    return { standing: claim.step === 0 ? 'claimed' : 'passing', since: lastCheckAt ?? claim.claim.at };
  }
  // A fix from before grades were kept passed all checks of its plan.
  const grade = claim.grade ?? gradeOf(claim.checks.map((check) => ({ check, outcome: 'pass' })));
  return { standing: grade, since: claim.verifiedAt };
}

const worstOf = (claims: readonly ClaimedOrFailed[], now: string): ClaimedOrFailed[] =>
  claims.toSorted((a, b) => byUrgency(a, b, now)).slice(0, MOST_LISTED);

/** By standing, then priority, then the one that has stood there longest. */
function byUrgency(a: ClaimedOrFailed, b: ClaimedOrFailed, now: string): number {
  const [nowA, nowB] = [standingNowOf(a, now), standingNowOf(b, now)];
  return (
    Standing.options.indexOf(nowA.standing) - Standing.options.indexOf(nowB.standing) ||
    Severity.options.indexOf(a.priority) - Severity.options.indexOf(b.priority) ||
    Date.parse(nowA.since) - Date.parse(nowB.since) ||
    a.ticket.key.localeCompare(b.ticket.key)
  );
}
