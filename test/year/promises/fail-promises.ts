import { isFailed, isWatched } from '../../../shared/domain/remediation/remediation.ts';
import { type FixBooks, type SaidWord, shownAt, type YearBooks } from '../books.ts';
import { DAY, HOUR, MINUTE, type Span } from '../truth/spans.ts';
import { PROMISED } from '../world/year-config.ts';
import { type ClaimPeriod, claimsOf, nextRun, notWhileDown } from './claims.ts';
import { inOrder, keyOf, knownOf, wordsByKey } from './evidence.ts';
import { inWords, type Promised, type Violation } from './violation.ts';

/** From the moment at which a fail was taken up, a fix is not shown as proven while that is the last word of its source. */
export const nothingIsProvenOverAFail: Promised = ({ fixes, end }) => {
  const promise = 'nothing is shown as proven over a fail that was taken up';
  return fixes.flatMap((fix) => {
    const last = new Map<string, SaidWord>();
    const moments = [
      ...fix.words.filter(({ takenUpAt }) => takenUpAt < end).map((word) => ({ at: word.takenUpAt, word })),
      ...fix.shown.map(({ at }) => ({ at, word: undefined })),
    ].toSorted((a, b) => a.at - b.at);
    return moments.flatMap(({ at, word }, index): Violation[] => {
      const before = word && last.get(keyOf(word));
      if (word !== undefined && (before === undefined || inOrder(before, word) <= 0)) last.set(keyOf(word), word);
      // What came at one moment is looked at together.
      if (moments[index + 1]?.at === at || shownAt(fix, at)?.state !== 'verified') return [];
      const fail = [...last.values()].find(({ outcome }) => outcome === 'fail');
      if (fail === undefined) return [];
      const because = `shown as verified at ${inWords(at)}, ${keyOf(fail)} said fail at ${inWords(fail.observedAt)}`;
      return [{ promise, because, fix, at }];
    });
  });
};

/**
 * A fail that stood ends the claim: when it was taken up and has stood for an hour, at the next run of the schedule. A fail that was
 * over for long when it was told may set the fix back instead.
 */
export const aStandingFailReopens: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const byKey = wordsByKey(fix);
    return claimsOf(fix).flatMap((claim) =>
      [...byKey.values()].flatMap((words) =>
        words.flatMap((word, index) => failStands(year, fix, claim, word, words.slice(index + 1))),
      ),
    );
  });

function failStands(
  year: YearBooks,
  fix: FixBooks,
  claim: ClaimPeriod,
  word: SaidWord,
  later: readonly SaidWord[],
): Violation[] {
  const start = Math.max(claim.claimAt, claim.heldUntil ?? 0);
  if (word.outcome !== 'fail' || word.observedAt <= start || word.observedAt >= claim.to) return [];
  const hourLater = word.observedAt + PROMISED.failStandsFor;
  // The hour stands still while nobody could take the fail back.
  const settledAt = hourLater + lostOf(year.outage, word.observedAt, hourLater);
  // A claim is judged when it is heard of, a minute or so after that.
  const dueAt = nextRun(year, Math.max(word.takenUpAt, settledAt, notWhileDown(year, claim.from, claim.from + MINUTE)));
  if (claim.to <= dueAt || dueAt >= year.end) return [];
  const answer = later.find(({ outcome, arrivedAt }) => outcome === 'pass' && arrivedAt <= dueAt);
  if (answer !== undefined && answer.observedAt <= settledAt) return [];
  if (answer !== undefined && answer.observedAt + PROMISED.recoveredAfter <= dueAt) return [];
  const shown = shownAt(fix, dueAt);
  if (shown !== undefined && isWatched(shown) && shown.heldUntil !== undefined) return [];
  const because = `${keyOf(word)} said fail at ${inWords(word.observedAt)}, heard at ${inWords(word.takenUpAt)}, claimed at ${inWords(claim.claimAt)}; not reopened by ${inWords(dueAt)}`;
  return [{ promise: 'a fail that stood reopens the fix in time', because, fix, at: dueAt }];
}

/** Time of our outage from a moment on, if it began before another one. */
const lostOf = ({ from, to }: Span, since: number, until: number): number =>
  from < until && to > since ? to - Math.max(from, since) : 0;

/** The ticket follows the failure. */
export const aFailedFixIsReopened: Promised = (year) =>
  year.fixes.flatMap((fix) =>
    fix.shown.flatMap(({ at, fix: failed }): Violation[] => {
      const dueAt = notWhileDown(year, at, at + 5 * MINUTE) + HOUR;
      const shown = shownAt(fix, dueAt);
      if (!isFailed(failed) || dueAt >= year.end || shown === undefined || !isFailed(shown)) return [];
      const because = `failed at ${inWords(at)}, and its ticket is not reopened at ${inWords(dueAt)}`;
      return [{ promise: 'the ticket of a fix that failed is reopened', because, fix, at }];
    }),
  );

/** Unbroken fails of one source about one resource, and why they count: each is a reason of its own. */
export type Ground = {
  readonly run: readonly SaidWord[];
  readonly isThird: boolean;
  /** The source said it again when it was asked. */
  readonly isRepeated: boolean;
};

/** Runs of fails after a claim that stood, were the third, or were repeated when asked, by what was known at a time. */
export function groundsAt(fix: FixBooks, { claimAt }: ClaimPeriod, at: number): Ground[] {
  return [...wordsByKey(fix).values()].flatMap((ofKey) => {
    const words = knownOf(ofKey, at);
    const ends: number[] = [];
    return words.flatMap((word, index): Ground[] => {
      const isFirst = words[index - 1]?.outcome !== 'fail' || (words[index - 1]?.observedAt ?? 0) <= claimAt;
      if (word.outcome !== 'fail' || word.observedAt <= claimAt || !isFirst) return [];
      const end = words.slice(index).find(({ outcome }) => outcome === 'pass')?.observedAt ?? at;
      const run = words.slice(index).filter(({ outcome, observedAt }) => outcome === 'fail' && observedAt <= end);
      const before = ends.filter((one) => one > word.observedAt - PROMISED.shortFailsWithin).length;
      ends.push(run.at(-1)?.observedAt ?? word.observedAt);
      const stood = Math.min(end, at) >= word.observedAt + PROMISED.failStandsFor;
      const isThird = before + 1 >= PROMISED.shortFails;
      const isRepeated = run.some(({ isAnswer, observedAt }) => isAnswer && observedAt > word.observedAt);
      const counts = stood || isThird || isRepeated;
      return counts && !wasLongOver(words, end) ? [{ run, isThird, isRepeated }] : [];
    });
  });
}

/** The fail had ended days ago, and nothing but passes was heard since: it sets a fix back, and reopens nothing. */
function wasLongOver(words: readonly SaidWord[], end: number): boolean {
  const since = words.filter(({ observedAt }) => observedAt >= end);
  const newest = words.at(-1);
  const isOver = since.length > 1 && since.every(({ outcome }) => outcome === 'pass');
  return isOver && (newest?.observedAt ?? 0) >= end + PROMISED.recoveredAfter;
}

/** Each reopening rests on a fail from after the claim, of a source that the plan accepts, and that stood. */
export const aReopeningHasGrounds: Promised = ({ fixes }) =>
  fixes.flatMap((fix) =>
    claimsOf(fix).flatMap((claim): Violation[] => {
      if (claim.failedAt === undefined || groundsAt(fix, claim, claim.failedAt).length > 0) return [];
      const because = `reopened at ${inWords(claim.failedAt)}, claimed at ${inWords(claim.claimAt)}; no fail stood or was repeated`;
      return [{ promise: 'a reopening rests on a fail that stood', because, fix, at: claim.failedAt }];
    }),
  );

/** What evidence reopened three times in two weeks is left alone for a week, however often a bot closes it. */
export const whatComesBackAgainAndAgainIsHeld: Promised = ({ fixes }) =>
  fixes.flatMap((fix) => {
    const claims = claimsOf(fix);
    return claims.flatMap(({ claimAt, failedAt }): Violation[] => {
      const lately = claims
        .flatMap((one) => one.failedAt ?? [])
        .filter((at) => at < claimAt && at > claimAt - HELD.within);
      const [last] = lately.slice(-1);
      if (lately.length < HELD.reopenings || last === undefined || failedAt === undefined) return [];
      if (failedAt >= last + HELD.quietFor) return [];
      const because = `reopened ${lately.length} times before ${inWords(claimAt)}, and again at ${inWords(failedAt)}`;
      return [{ promise: 'what comes back again and again is held', because, fix, at: failedAt }];
    });
  });

const HELD = { reopenings: 3, within: 14 * DAY - HOUR, quietFor: 7 * DAY };

/** True when a fix that worked all the time was reopened. */
export const isFalselyReopened = ({ truth }: FixBooks, { claimAt, failedAt }: ClaimPeriod): boolean =>
  failedAt !== undefined && !truth.spells().some(({ from, to }) => from <= failedAt && to > claimAt);

export const honestSourcesReopenNothingGood: Promised = ({ fixes, isHonest }) =>
  fixes.flatMap((fix) =>
    claimsOf(fix).flatMap((claim): Violation[] => {
      if (!isHonest || !isFalselyReopened(fix, claim)) return [];
      const because = `reopened at ${inWords(claim.failedAt ?? 0)}, and it worked all the time`;
      return [{ promise: 'honest sources reopen nothing good', because, fix, at: claim.failedAt ?? 0 }];
    }),
  );
