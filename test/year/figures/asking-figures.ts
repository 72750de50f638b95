import * as z from 'zod';
import { ASKED_BECAUSE } from '../../../shared/domain/verification/asking.ts';
import type { FixBooks, PutQuestion, YearBooks } from '../books.ts';
import { UNREFUTED, whyUnrefuted } from '../promises/asking-promises.ts';
import { claimsOf } from '../promises/claims.ts';
import { keyOf } from '../promises/evidence.ts';
import { groundsAt, isFalselyReopened } from '../promises/fail-promises.ts';
import { ASKABLE } from '../truth/sources.ts';
import { DAY, HOUR } from '../truth/spans.ts';
import { acceptedSources } from '../world/plan.ts';
import { addedUp, Counts, countsOf } from './counts.ts';

const GroupFigures = z.object({ fixYears: z.number(), falsely: z.number(), toReopening: z.array(z.number()) });
type GroupFigures = z.infer<typeof GroupFigures>;

/** What asking came to. The groups are fixes by how many of their sources can be asked. */
export const AskingFigures = z.object({
  ...{ all: GroupFigures, some: GroupFigures, none: GroupFigures },
  /** Questions by their reason. */
  questions: Counts,
  /** Questions about a fail that was false, and those of them that were answered by a pass. */
  falseFailsAsked: z.number(),
  falseFailsTakenBack: z.number(),
  /** False reopenings by why no answer took their fail back. */
  unrefuted: Counts,
});
export type AskingFigures = z.infer<typeof AskingFigures>;

export function askingFiguresOf({ fixes, end }: YearBooks): AskingFigures {
  const inGroup = (group: 'all' | 'some' | 'none') => {
    const own = fixes.filter((fix) => groupOf(fix) === group);
    return groupFigures(own, end);
  };
  const ofFalse = fixes.flatMap((fix) => fix.questions.filter((question) => isOfFalseFail(fix, question)));
  const reasons = fixes.flatMap(({ questions }) => questions.map(({ because }) => because));
  return {
    ...{ all: inGroup('all'), some: inGroup('some'), none: inGroup('none') },
    questions: countsOf(ASKED_BECAUSE, reasons),
    falseFailsAsked: ofFalse.length,
    falseFailsTakenBack: ofFalse.filter(({ answer }) => answer === 'pass').length,
    unrefuted: countsOf(UNREFUTED, fixes.flatMap(whyFalselyReopened)),
  };
}

function groupOf({ plan }: FixBooks): 'all' | 'some' | 'none' {
  const sources = acceptedSources(plan);
  const askable = sources.filter((source) => ASKABLE.includes(source));
  if (askable.length === sources.length) return 'all';
  return askable.length === 0 ? 'none' : 'some';
}

function groupFigures(fixes: readonly FixBooks[], end: number): GroupFigures {
  const claims = fixes.flatMap((fix) => claimsOf(fix).map((claim) => ({ fix, claim })));
  const firsts = fixes.flatMap((fix) => claimsOf(fix).slice(0, 1));
  return {
    fixYears: firsts.reduce((sum, { claimAt }) => sum + (end - claimAt), 0) / (365 * DAY),
    falsely: claims.filter(({ fix, claim }) => isFalselyReopened(fix, claim)).length,
    toReopening: claims.flatMap(({ fix, claim: { claimAt, failedAt = Number.NEGATIVE_INFINITY } }) => {
      const spell = fix.truth.spells().find(({ to }) => to > claimAt);
      const onset = Math.max(spell?.from ?? Number.POSITIVE_INFINITY, claimAt);
      return onset > failedAt ? [] : [(failedAt - onset) / HOUR];
    }),
  };
}

/** The newest fail of that source before the question was false. */
function isOfFalseFail({ words }: FixBooks, question: PutQuestion): boolean {
  if (question.because !== 'fail') return false;
  const before = words.findLast((word) => keyOf(word) === keyOf(question) && word.observedAt < question.at);
  return before?.outcome === 'fail' && before.isFalse;
}

function whyFalselyReopened(fix: FixBooks) {
  return claimsOf(fix).flatMap((claim) => {
    const { failedAt } = claim;
    if (failedAt === undefined || !isFalselyReopened(fix, claim)) return [];
    const whys = groundsAt(fix, claim, failedAt).flatMap((ground) => whyUnrefuted(fix, claim, ground) ?? []);
    return whys.slice(0, 1);
  });
}

/** Figures of several years as one. */
export function askingTogether(all: readonly AskingFigures[]): AskingFigures {
  const sum = (of: (one: AskingFigures) => number) => all.reduce((total, one) => total + of(one), 0);
  const group = (of: (one: AskingFigures) => GroupFigures): GroupFigures => ({
    fixYears: sum((one) => of(one).fixYears),
    falsely: sum((one) => of(one).falsely),
    toReopening: all.flatMap((one) => of(one).toReopening),
  });
  return {
    ...{ all: group((one) => one.all), some: group(({ some }) => some), none: group(({ none }) => none) },
    questions: addedUp(all.map(({ questions }) => questions)),
    falseFailsAsked: sum(({ falseFailsAsked }) => falseFailsAsked),
    falseFailsTakenBack: sum(({ falseFailsTakenBack }) => falseFailsTakenBack),
    unrefuted: addedUp(all.map(({ unrefuted }) => unrefuted)),
  };
}
