import { isFailed, isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { FixBooks, YearBooks } from '../books.ts';
import { isWithin, MINUTE } from '../truth/spans.ts';
import { PROMISED } from '../world/year-config.ts';

/** A claim as people made it, from when Holdfast knew of it to its end. */
export type ClaimPeriod = {
  readonly claimAt: number;
  readonly from: number;
  /** Infinity: it goes on. */
  readonly to: number;
  /** It failed by evidence. */
  readonly failedAt: number | undefined;
  /** The last time until which it was held. */
  readonly heldUntil: number | undefined;
};

export function claimsOf({ shown }: FixBooks): ClaimPeriod[] {
  const claims: ClaimPeriod[] = [];
  for (const { at, fix } of shown) {
    const last = claims.at(-1);
    const isRunning = last !== undefined && last.to === Number.POSITIVE_INFINITY;
    if (isRunning && (!isWatched(fix) || Date.parse(fix.claim.at) !== last.claimAt)) {
      claims.splice(-1, 1, { ...last, to: at, failedAt: isFailed(fix) ? at : undefined });
    }
    if (!isWatched(fix)) continue;
    const claimAt = Date.parse(fix.claim.at);
    const same = claims.at(-1);
    if (same?.claimAt !== claimAt) {
      const to = Number.POSITIVE_INFINITY;
      claims.push({ claimAt, from: at, to, failedAt: undefined, heldUntil: heldUntilOf(fix) });
    } else if (fix.heldUntil !== undefined) {
      claims.splice(-1, 1, { ...same, heldUntil: Math.max(same.heldUntil ?? 0, Date.parse(fix.heldUntil)) });
    }
  }
  return claims;
}

function heldUntilOf(fix: Remediation): number | undefined {
  return isWatched(fix) && fix.heldUntil !== undefined ? Date.parse(fix.heldUntil) : undefined;
}

/** The first scheduled run that surely sees what was so at a time: the index may be behind by a minute. */
export function nextRun({ begin, outage }: YearBooks, at: number): number {
  const every = PROMISED.verifiedEvery;
  let run = begin + Math.ceil((at + MINUTE - begin) / every) * every;
  while (isWithin(outage, run)) run += every;
  return run;
}

/** A time that is not up before Holdfast had been up for as long. */
export const notWhileDown = ({ outage }: YearBooks, from: number, to: number): number =>
  from < outage.to && outage.from < to ? to + (outage.to - outage.from) : to;
