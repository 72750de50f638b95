import type { FixBooks, YearBooks } from '../books.ts';
import { DAY, HOUR, type Span } from '../truth/spans.ts';
import { PROMISED } from '../world/year-config.ts';
import { claimsOf } from './claims.ts';
import { knowledgeOf, newestAt, wantedAt } from './evidence.ts';
import { inWords, type Promised, type Violation } from './violation.ts';

/** Evidence of the last days before it was wanted counts for every step and every age. */
const COUNTS_FOR_ALL = 6 * DAY;

/** How much later silence is told for an outage of ours near the time at which evidence was wanted. */
export function excusedFor({ outage }: Pick<YearBooks, 'outage'>, wanted: number, dueAt: number): number {
  const isNear = outage.from < dueAt && outage.to > wanted - PROMISED.evidenceMaxAge;
  return isNear ? outage.to - outage.from : 0;
}

/** What was wanted while we were down, or soon after, may have been lost: so much time more is given. */
export const silenceOfAnOutageIsExcused: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const spans = knowledgeOf(fix, year.end);
    return fix.events.flatMap(({ at, event }): Violation[] => {
      if (event.type !== 'Remediation Evidence Late') return [];
      const claim = claimsOf(fix).findLast(({ from }) => from <= at);
      const told = Date.parse(event.data.expectedAt);
      if (isWithin(year.outage, told)) return [early(fix, at, told)];
      if (claim === undefined || claim.heldUntil !== undefined) return [];
      const wanted = wantedAt(claim.claimAt, newestAt(spans, at));
      const { from, to } = year.outage;
      const isExcused = from > wanted - COUNTS_FOR_ALL && from > claim.claimAt && from < wanted && at > to;
      return isExcused && at < wanted + (to - from) - HOUR ? [early(fix, at, wanted)] : [];
    });
  });

const isWithin = ({ from, to }: Span, at: number): boolean => at > from && at < to;

function early(fix: FixBooks, at: number, wanted: number): Violation {
  const because = `late at ${inWords(at)}, wanted at ${inWords(wanted)}, in or after an outage of our own`;
  return { promise: 'silence of an outage of our own is excused', because, fix, at };
}
