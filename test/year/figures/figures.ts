import * as z from 'zod';
import { isWatched } from '../../../shared/domain/remediation/remediation.ts';
import { type FixBooks, shownAt, type YearBooks } from '../books.ts';
import { type ClaimPeriod, claimsOf } from '../promises/claims.ts';
import { keyOf, newestNeeded, wantedAt } from '../promises/evidence.ts';
import { isFalselyReopened } from '../promises/fail-promises.ts';
import { DAY, HOUR } from '../truth/spans.ts';
import { AskingFigures, askingFiguresOf } from './asking-figures.ts';
import { Counts } from './counts.ts';
import { occurrencesOf } from './occurrences.ts';

const Hours = z.array(z.number());

/** What a year came to. Times in hours. */
export const Figures = z.object({
  seed: z.string(),
  fixYears: z.number(),
  reopenedRightly: z.number(),
  reopenedFalsely: z.number(),
  /** From the true onset to the time at which the fix was no longer shown as proven, of those that were. */
  toDoubt: Hours,
  toReopening: Hours,
  provenHours: z.number(),
  provenHoursWhileBad: z.number(),
  /** Bad spells that a source saw, and those of them that ended no claim, which was not held either. */
  seenSpells: z.number(),
  notActedOn: z.number(),
  unfoundAtEnd: z.number(),
  /** Claims of which nothing was heard any more, and those of them that were shown as late. */
  silent: z.number(),
  silentFound: z.number(),
  /** Late events of fixes of which something had been seen, that had not arrived. */
  lateInVain: z.number(),
  asking: AskingFigures,
  occurrences: Counts,
  signals: z.number(),
  verdicts: z.number(),
  events: z.number(),
  fixes: z.number(),
});
export type Figures = z.infer<typeof Figures>;

export function figuresOf(seed: string, year: YearBooks): Figures {
  const claims = year.fixes.flatMap((fix) => claimsOf(fix).map((claim) => ({ fix, claim })));
  const failed = claims.filter(({ claim }) => claim.failedAt !== undefined);
  const falsely = failed.filter(({ fix, claim }) => isFalselyReopened(fix, claim));
  const spells = claims.flatMap(({ fix, claim }) => badIn(fix, claim, year.end));
  const seen = spells.filter(({ isSeen }) => isSeen);
  const firsts = [...Map.groupBy(spells, ({ claim }) => claim).values()].flatMap((ofClaim) => ofClaim.slice(0, 1));
  const proven = year.fixes.map((fix) => provenIn(fix, year.end));
  const silent = claims.filter(({ fix, claim }) => isSilentAtEnd(fix, claim, year.end));
  const begun = year.fixes.flatMap((fix) => claimsOf(fix).slice(0, 1));
  return {
    seed,
    fixYears: begun.reduce((sum, { claimAt }) => sum + (year.end - claimAt), 0) / (365 * DAY),
    reopenedRightly: failed.length - falsely.length,
    reopenedFalsely: falsely.length,
    toDoubt: spells.flatMap(({ fix, onset, end }) => hoursToDoubt(fix, onset, end)),
    toReopening: firsts.flatMap(({ claim, onset }) =>
      claim.failedAt === undefined ? [] : [(claim.failedAt - onset) / HOUR],
    ),
    provenHours: proven.reduce((sum, { hours }) => sum + hours, 0),
    provenHoursWhileBad: proven.reduce((sum, { whileBad }) => sum + whileBad, 0),
    seenSpells: seen.length,
    notActedOn: seen.filter(
      ({ claim, isLast }) => claim.failedAt === undefined && claim.heldUntil === undefined && !isLast,
    ).length,
    unfoundAtEnd: seen.filter(({ fix, isLast }) => isLast && shownAt(fix, year.end)?.state === 'verified').length,
    silent: silent.length,
    silentFound: silent.filter(({ fix }) => {
      const shown = shownAt(fix, year.end);
      return shown !== undefined && isWatched(shown) && shown.silence !== undefined;
    }).length,
    lateInVain: year.fixes.reduce((sum, fix) => sum + lateInVain(fix), 0),
    asking: askingFiguresOf(year),
    occurrences: occurrencesOf(year),
    signals: year.signals,
    verdicts: year.verdicts,
    events: year.fixes.reduce((sum, { events }) => sum + events.length, 0),
    fixes: year.fixes.length,
  };
}

/** Bad spells within a claim. `isLast`: it goes on at the end of the year. */
function badIn(fix: FixBooks, claim: ClaimPeriod, yearEnd: number) {
  const claimEnd = Math.min(claim.to, yearEnd);
  return fix.truth.spells().flatMap((spell) => {
    const [onset, end] = [Math.max(spell.from, claim.claimAt), Math.min(spell.to, claimEnd)];
    if (onset >= end) return [];
    const isSeen = fix.words.some(
      ({ outcome, isFalse, observedAt, arrivedAt }) =>
        outcome === 'fail' && !isFalse && observedAt >= onset && observedAt < end && arrivedAt <= yearEnd,
    );
    return [{ fix, claim, onset, end, isSeen, isLast: spell.to > yearEnd }];
  });
}

function hoursToDoubt(fix: FixBooks, onset: number, end: number): number[] {
  if (shownAt(fix, onset)?.state !== 'verified') return [];
  const doubted = fix.shown.find(({ at, fix: { state } }) => at > onset && state !== 'verified');
  return doubted === undefined || doubted.at > end + 7 * DAY ? [] : [(doubted.at - onset) / HOUR];
}

function provenIn({ shown, truth }: FixBooks, end: number): { hours: number; whileBad: number } {
  const spans = shown.flatMap(({ at, fix }, index) =>
    fix.state === 'verified' ? [{ from: at, to: shown[index + 1]?.at ?? end }] : [],
  );
  const length = ({ from, to }: { from: number; to: number }) => Math.max(0, to - from);
  const bad = spans.flatMap((span) =>
    truth.spells().map((spell) => ({ from: Math.max(span.from, spell.from), to: Math.min(span.to, spell.to) })),
  );
  const sum = (all: { from: number; to: number }[]) => all.reduce((total, one) => total + length(one), 0) / HOUR;
  return { hours: sum(spans), whileBad: sum(bad) };
}

/** Nobody has said anything of it for longer than evidence may be old. */
function isSilentAtEnd({ words }: FixBooks, { to, claimAt }: ClaimPeriod, end: number): boolean {
  const newest = words.findLast(({ arrivedAt }) => arrivedAt <= end)?.observedAt ?? 0;
  return to > end && Math.max(claimAt + 55 * DAY, newest) < end - 36 * DAY;
}

/** Late events that would not have been, had each word arrived at once. */
function lateInVain(fix: FixBooks): number {
  const passes = new Map<string, number>();
  const claims = claimsOf(fix);
  const late = fix.events.filter(({ event }) => event.type === 'Remediation Evidence Late');
  const inVain = late.filter(({ at }) => {
    const claim = claims.findLast(({ from }) => from <= at);
    passes.clear();
    for (const word of fix.words)
      if (word.outcome === 'pass' && word.observedAt <= at) passes.set(keyOf(word), word.observedAt);
    return claim !== undefined && wantedAt(claim.claimAt, newestNeeded(fix.plan, passes)) > at;
  });
  return inVain.length;
}
