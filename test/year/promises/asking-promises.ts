import { isWatched } from '../../../shared/domain/remediation/remediation.ts';
import { type FixBooks, type SaidWord, shownAt, type YearBooks } from '../books.ts';
import { ASKABLE } from '../truth/sources.ts';
import { HOUR, MINUTE } from '../truth/spans.ts';
import { acceptedSources } from '../world/plan.ts';
import { PROMISED } from '../world/year-config.ts';
import { type ClaimPeriod, claimsOf, notWhileDown } from './claims.ts';
import { keyOf, knownOf, wantedAt, wordsByKey } from './evidence.ts';
import { type Ground, groundsAt, isFalselyReopened } from './fail-promises.ts';
import { inWords, type Promised, type Violation } from './violation.ts';

/** An event, its way to a worker, and the worker's own write. */
const MINUTES = 5 * MINUTE;

/** A fail that its source repeats when it is asked reopens the fix when the answer is there, and no run of a schedule is waited for. */
export const aRepeatedFailCountsAtOnce: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const byKey = wordsByKey(fix);
    return claimsOf(fix).flatMap((claim) =>
      fix.words
        .filter(({ isAnswer, outcome, takenUpAt }) => isAnswer && outcome === 'fail' && takenUpAt < year.end)
        .flatMap((answer) => repeatedInVain(year, fix, claim, answer, byKey.get(keyOf(answer)) ?? [])),
    );
  });

function repeatedInVain(
  year: YearBooks,
  fix: FixBooks,
  claim: ClaimPeriod,
  answer: SaidWord,
  words: readonly SaidWord[],
): Violation[] {
  const start = Math.max(claim.claimAt, claim.heldUntil ?? 0);
  const before = knownOf(words, answer.takenUpAt).findLast(({ observedAt }) => observedAt < answer.observedAt);
  if (answer.observedAt >= claim.to || before?.outcome !== 'fail' || before.observedAt <= start) return [];
  const dueAt = notWhileDown(year, claim.from, Math.max(answer.takenUpAt, claim.from) + MINUTES);
  const shown = shownAt(fix, dueAt);
  const isHeld = shown !== undefined && isWatched(shown) && shown.heldUntil !== undefined;
  if (claim.to <= dueAt || dueAt >= year.end || isHeld) return [];
  const because = `${keyOf(answer)} said fail at ${inWords(before.observedAt)}, and again when asked at ${inWords(answer.observedAt)}; not reopened by ${inWords(dueAt)}`;
  return [{ promise: 'a fail that is repeated when asked counts at once', because, fix, at: dueAt }];
}

/**
 * Nothing good is reopened by a fail that its source could have taken back: it said it again when it was asked, gave no answer, or could
 * not be asked in time. That is so for the third fail in two weeks, and for one that had stood for an hour before the question was put.
 */
export const whatIsReopenedFalselyWasAskedAbout: Promised = ({ fixes }) =>
  fixes.flatMap((fix) =>
    claimsOf(fix).flatMap((claim): Violation[] => {
      const { failedAt } = claim;
      if (failedAt === undefined || !isFalselyReopened(fix, claim)) return [];
      if (groundsAt(fix, claim, failedAt).some((ground) => whyUnrefuted(fix, claim, ground) !== undefined)) return [];
      const because = `reopened at ${inWords(failedAt)} by a false fail, and its source was not asked about it`;
      return [{ promise: 'a false reopening was asked about', because, fix, at: failedAt }];
    }),
  );

/** Why no answer took a false fail back. */
export const UNREFUTED = ['repeated', 'cannot be asked', 'third', 'told late', 'no answer'] as const;
type Unrefuted = (typeof UNREFUTED)[number];

/** Undefined when nobody asked, and could have. */
export function whyUnrefuted(
  fix: FixBooks,
  { from, heldUntil = 0, failedAt = Number.POSITIVE_INFINITY }: ClaimPeriod,
  { run, isThird, isRepeated }: Ground,
): Unrefuted | undefined {
  const [first] = run;
  if (first === undefined) return undefined;
  if (!ASKABLE.includes(first.source)) return 'cannot be asked';
  if (isRepeated) return 'repeated';
  if (isThird) return 'third';
  const stoodAt = first.observedAt + PROMISED.failStandsFor;
  if (Math.max(first.takenUpAt, from, heldUntil) >= stoodAt) return 'told late';
  const question = fix.questions.find(
    ({ source, resource, because, at }) =>
      because === 'fail' && keyOf({ source, resource }) === keyOf(first) && at >= first.observedAt && at <= failedAt,
  );
  if (question !== undefined && question.at >= stoodAt) return 'told late';
  return question?.answer === 'none' || question?.answer === 'not judged' ? 'no answer' : undefined;
}

/** Whoever judges a claim, and however often, a question is put to its source once. */
export const eachQuestionIsAskedOnce: Promised = ({ fixes }) =>
  fixes.flatMap((fix) => {
    const asked = fix.events.flatMap(({ at, event }) => {
      if (event.type !== 'Remediation Source Asked') return [];
      const { number: _, ...facts } = event.data.asking;
      return [{ at, name: `${event.data.claimAt} ${JSON.stringify(facts)}` }];
    });
    const put = fix.questions.map(({ at, id }) => ({ at, name: id }));
    return [asked, put].flatMap((ofKind) =>
      [...Map.groupBy(ofKind, ({ name }) => name)].flatMap(([name, same]): Violation[] => {
        const [, again] = same;
        if (again === undefined) return [];
        const because = `asked ${same.length} times: ${name}`;
        return [{ promise: 'each question is asked once', because, fix, at: again.at }];
      }),
    );
  });

/** A source that can be asked has been asked before its silence makes a fix late. */
export const silenceIsHeldOnlyAfterAsking: Promised = ({ fixes }) =>
  fixes.flatMap((fix) => {
    const claims = claimsOf(fix);
    return fix.events.flatMap(({ at, event }): Violation[] => {
      const claim = claims.findLast(({ from }) => from <= at);
      if (event.type !== 'Remediation Evidence Late' || claim === undefined) return [];
      return [...silentKeys(fix, claim, at), ...failingKeys(fix, claim, at)].flatMap(
        ({ source, resource, wanted }): Violation[] => {
          const isAsked = fix.questions.some(
            (one) =>
              one.source === source &&
              (resource === undefined || one.resource === resource) &&
              one.at < at &&
              one.at >= Math.max(claim.claimAt, wanted - PROMISED.askAhead - HOUR),
          );
          if (isAsked) return [];
          const because = `late at ${inWords(at)}, ${source} on ${resource ?? 'anything'} was wanted at ${inWords(wanted)}, and not asked; claimed at ${inWords(claim.claimAt)}`;
          return [{ promise: 'silence is held only after asking', because, fix, at }];
        },
      );
    });
  });

/** Resources of which a source that can be asked said fail before the claim, and has not said pass since. */
function failingKeys(fix: FixBooks, { claimAt }: ClaimPeriod, at: number): SilentKey[] {
  return [...wordsByKey(fix).values()].flatMap((words): SilentKey[] => {
    const known = knownOf(words, at);
    const before = known.findLast(({ observedAt }) => observedAt <= claimAt);
    const hasPassed = known.some(({ outcome, observedAt }) => outcome === 'pass' && observedAt > claimAt);
    if (before?.outcome !== 'fail' || hasPassed || !ASKABLE.includes(before.source)) return [];
    return [{ source: before.source, resource: before.resource, wanted: claimAt }];
  });
}

type SilentKey = { readonly source: string; readonly resource: string | undefined; readonly wanted: number };

/** Sources that can be asked and have said nothing that is new enough at a time, and of what. */
function silentKeys({ plan, words }: FixBooks, { claimAt }: ClaimPeriod, at: number): SilentKey[] {
  const sources = acceptedSources(plan).filter((source) => ASKABLE.includes(source));
  const units = plan.namesResources ? plan.resources : [undefined];
  return sources.flatMap((source) =>
    units.flatMap((resource) => {
      const passes = words.filter(
        (word) =>
          word.outcome === 'pass' &&
          word.arrivedAt <= at &&
          word.source === source &&
          (resource === undefined || word.resource === resource),
      );
      const newest = Math.max(Number.NEGATIVE_INFINITY, ...passes.map(({ observedAt }) => observedAt));
      const wanted = wantedAt(claimAt, newest);
      return wanted <= at ? [{ source, resource, wanted }] : [];
    }),
  );
}
