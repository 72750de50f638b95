import { isWatched } from '../../../shared/domain/remediation/remediation.ts';
import { type FixBooks, shownAt, type YearBooks } from '../books.ts';
import { DAY } from '../truth/spans.ts';
import { PROMISED } from '../world/year-config.ts';
import { type ClaimPeriod, claimsOf, nextRun, notWhileDown } from './claims.ts';
import { type Knowledge, knowledgeOf, knownOf, newestAt, wantedAt, wordsByKey } from './evidence.ts';
import { excusedFor } from './outage-promises.ts';
import { inWords, type Promised, type Violation } from './violation.ts';

/** Spans of a claim in which nothing newer became known. */
function stillSpans(fix: FixBooks, claim: ClaimPeriod, end: number): Knowledge[] {
  return knowledgeOf(fix, end).flatMap(({ from, to, newest }) => {
    const span = { from: Math.max(from, claim.from), to: Math.min(to, claim.to), newest };
    return span.from < span.to ? [span] : [];
  });
}

const eachStillSpan = (
  year: YearBooks,
  look: (fix: FixBooks, claim: ClaimPeriod, span: Knowledge) => Violation[],
): Violation[] =>
  year.fixes.flatMap((fix) =>
    claimsOf(fix).flatMap((claim) => stillSpans(fix, claim, year.end).flatMap((span) => look(fix, claim, span))),
  );

/** Where only silence tells: late a day after evidence was wanted, unproven a week later. */
export const silenceIsTold: Promised = (year) =>
  eachStillSpan(year, (fix, claim, { from, to, newest }) => {
    const wanted = wantedAt(claim.claimAt, newest);
    return (['late', 'unproven'] as const).flatMap((rung): Violation[] => {
      const usually = wanted + DAY + (rung === 'late' ? 0 : PROMISED.unprovenAfter);
      const dueAt = usually + excusedFor(year, wanted, usually);
      const at = nextRun(year, notWhileDown(year, wanted, Math.max(dueAt, from + DAY)));
      const shown = shownAt(fix, at);
      if (at >= to || shown === undefined || !isWatched(shown) || shown.heldUntil !== undefined) return [];
      if (shown.silence?.rung === rung || (rung === 'late' && shown.silence !== undefined)) return [];
      const because = `claimed at ${inWords(claim.claimAt)}, newest pass ${inWords(newest)}, wanted at ${inWords(wanted)}: not ${rung} at ${inWords(at)}`;
      return [{ promise: `silence makes a fix ${rung} in time`, because, fix, at }];
    });
  });

/** Silence is not told before evidence was wanted. A source whose last word before the claim is a fail has to speak again. */
export const silenceIsNotToldTooEarly: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const claims = claimsOf(fix);
    const spans = knowledgeOf(fix, year.end);
    return fix.events.flatMap(({ at, event }): Violation[] => {
      const claim = claims.findLast(({ from }) => from <= at);
      const shown = shownAt(fix, at);
      const isPlain = shown !== undefined && isWatched(shown) && shown.setBackTo === undefined;
      if (event.type !== 'Remediation Evidence Late' || claim === undefined || !isPlain) return [];
      const wanted = wantedAt(claim.claimAt, newestAt(spans, at));
      if (wanted <= at || claim.heldUntil !== undefined || isHeldBack(fix, claim, at)) return [];
      const because = `late at ${inWords(at)}, newest pass ${inWords(newestAt(spans, at))}, wanted at ${inWords(wanted)}`;
      return [{ promise: 'silence is not told too early', because, fix, at }];
    });
  });

function isHeldBack(fix: FixBooks, { claimAt }: ClaimPeriod, at: number): boolean {
  return [...wordsByKey(fix).values()].some((words) => {
    const known = knownOf(words, at);
    const before = known.findLast(({ observedAt }) => observedAt <= claimAt);
    return before?.outcome === 'fail' && !known.some((one) => one.observedAt > claimAt && one.outcome === 'pass');
  });
}

export const nothingIsProvenByOldEvidence: Promised = (year) =>
  eachStillSpan(year, (fix, _claim, { from, to, newest }) => {
    const at = nextRun(year, Math.max(from, newest + PROMISED.evidenceMaxAge));
    if (at >= to || shownAt(fix, at)?.state !== 'verified') return [];
    const because = `verified at ${inWords(at)}, its newest pass is of ${inWords(newest)}`;
    return [{ promise: 'nothing is shown as proven by old evidence', because, fix, at }];
  });

/** A step is passed when its time has come, on evidence that is newer than the step before and not too old. */
export const stepsPassOnEvidenceOfTheirOwn: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const claims = claimsOf(fix);
    const spans = knowledgeOf(fix, year.end);
    return fix.events.flatMap(({ at, event }): Violation[] => {
      if (event.type !== 'Remediation Check Passed' && event.type !== 'Remediation Verified') return [];
      const claim = claims.findLast(({ from }) => from <= at);
      if (claim === undefined) return [];
      const { step } = event.data;
      // A proven fix that was looked at again is beyond its steps.
      const timeOf = (index: number) => claim.claimAt + (PROMISED.steps[index] ?? 0);
      const last = Math.min(step, PROMISED.steps.length - 1);
      const previous = last === 0 ? claim.claimAt : timeOf(last - 1);
      const newest = newestAt(spans, at);
      const isEarned = at >= timeOf(last) && newest > Math.max(previous, timeOf(last) - PROMISED.evidenceMaxAge);
      const isFresh = event.type !== 'Remediation Verified' || newest + PROMISED.evidenceMaxAge > at;
      if (isEarned && isFresh) return [];
      const because = `step ${step + 1} passed at ${inWords(at)}, claimed at ${inWords(claim.claimAt)}, newest pass ${inWords(newest)}`;
      return [{ promise: 'a step passes on evidence of its own', because, fix, at }];
    });
  });

const RUNGS = ['Remediation Evidence Late', 'Remediation Unproven'] as const;

/** One event for each change of rung: the same rung again only after evidence came, or with another claim. */
export const eachRungIsToldOnce: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const spans = knowledgeOf(fix, year.end);
    return RUNGS.flatMap((rung) => {
      const told = fix.events.filter(({ event }) => event.type === rung);
      return told.flatMap(({ at }, index): Violation[] => {
        const before = told[index - 1]?.at;
        if (before === undefined || newestAt(spans, before) !== newestAt(spans, at)) return [];
        if (fix.events.some((one) => one.at > before && one.at < at && one.event.type === 'Remediation Claimed'))
          return [];
        const because = `${rung} at ${inWords(before)} and at ${inWords(at)}, and nothing was heard between`;
        return [{ promise: 'each rung of silence is told once', because, fix, at }];
      });
    });
  });

/** Events that a verdict gives while nothing is heard and nothing comes due are none. */
const MOST_JUDGED_A_WEEK = 10;

/** Whatever is judged every hour, a fix is not told of every day: that is, no more often than something happened. */
export const nothingIsToldDaily: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const quiet = fix.events.filter(({ event }) => QUIET.has(event.type));
    return quiet.flatMap(({ at, event }, index): Violation[] => {
      const next = quiet[index + MOST_JUDGED_A_WEEK];
      if (next === undefined || next.at - at > 7 * DAY) return [];
      const because = `${MOST_JUDGED_A_WEEK} events like ${event.type} within the week from ${inWords(at)}`;
      return [{ promise: 'nothing is told every day', because, fix, at }];
    });
  });

/** Events that time alone gives. */
const QUIET = new Set<string>([
  'Remediation Check Passed',
  'Remediation Check Rescheduled',
  'Remediation Evidence Late',
  'Remediation Unproven',
  'Remediation Held',
]);
