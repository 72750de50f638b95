import { isWatched } from '../../shared/domain/remediation/remediation.ts';
import { type FixBooks, shownAt, type YearBooks } from './books.ts';
import { type ClaimPeriod, claimsOf } from './promises/claims.ts';
import { keyOf, newestNeeded, wantedAt } from './promises/evidence.ts';
import { isFalselyReopened } from './promises/fail-promises.ts';
import { DAY, HOUR } from './truth/spans.ts';

/** What a year came to. Times in hours. */
export type Figures = {
  readonly seed: string;
  readonly fixYears: number;
  readonly reopenedRightly: number;
  readonly reopenedFalsely: number;
  /** From the true onset to the time at which the fix was no longer shown as proven, of those that were. */
  readonly toDoubt: readonly number[];
  readonly toReopening: readonly number[];
  readonly provenHours: number;
  readonly provenHoursWhileBad: number;
  /** Bad spells that a source saw, and those of them that ended no claim, which was not held either. */
  readonly seenSpells: number;
  readonly notActedOn: number;
  readonly unfoundAtEnd: number;
  /** Claims of which nothing was heard any more, and those of them that were shown as late. */
  readonly silent: number;
  readonly silentFound: number;
  /** Late events of fixes of which something had been seen, that had not arrived. */
  readonly lateInVain: number;
  readonly signals: number;
  readonly verdicts: number;
  readonly events: number;
  readonly fixes: number;
};

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

export function tableOf(all: readonly Figures[]): string {
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  const rows = all.length > 1 ? [...all, together(all, sum)] : all;
  return table(rows.map(rowOf));
}

function together(all: readonly Figures[], sum: (of: (one: Figures) => number) => number): Figures {
  return {
    seed: 'all',
    fixYears: sum(({ fixYears }) => fixYears),
    reopenedRightly: sum(({ reopenedRightly }) => reopenedRightly),
    reopenedFalsely: sum(({ reopenedFalsely }) => reopenedFalsely),
    toDoubt: all.flatMap(({ toDoubt }) => toDoubt),
    toReopening: all.flatMap(({ toReopening }) => toReopening),
    provenHours: sum(({ provenHours }) => provenHours),
    provenHoursWhileBad: sum(({ provenHoursWhileBad }) => provenHoursWhileBad),
    seenSpells: sum(({ seenSpells }) => seenSpells),
    notActedOn: sum(({ notActedOn }) => notActedOn),
    unfoundAtEnd: sum(({ unfoundAtEnd }) => unfoundAtEnd),
    silent: sum(({ silent }) => silent),
    silentFound: sum(({ silentFound }) => silentFound),
    lateInVain: sum(({ lateInVain }) => lateInVain),
    signals: sum(({ signals }) => signals),
    verdicts: sum(({ verdicts }) => verdicts),
    events: sum(({ events }) => events),
    fixes: sum(({ fixes }) => fixes),
  };
}

function rowOf(one: Figures): Record<string, string> {
  return {
    year: one.seed,
    'fix-years': one.fixYears.toFixed(0),
    'reopened rightly': `${one.reopenedRightly}`,
    falsely: `${one.reopenedFalsely}`,
    'false per fix-year': (one.reopenedFalsely / one.fixYears).toFixed(2),
    'onset to not proven, median/p90 h': spread(one.toDoubt),
    'onset to reopened, median/p90 h': spread(one.toReopening),
    'proven h while bad': `${one.provenHoursWhileBad.toFixed(0)} (${((100 * one.provenHoursWhileBad) / one.provenHours).toFixed(2)} %)`,
    'seen bad spells not acted on': `${one.notActedOn} of ${one.seenSpells}`,
    'proven over a seen bad spell at the end': `${one.unfoundAtEnd}`,
    'silent found': `${one.silentFound} of ${one.silent}`,
    'late while evidence was under way': `${one.lateInVain}`,
    signals: `${one.signals}`,
    'verdicts per signal': (one.verdicts / one.signals).toFixed(3),
    'events per fix': (one.events / one.fixes).toFixed(1),
  };
}

const spread = (hours: readonly number[]): string =>
  hours.length === 0 ? '-' : `${quantile(hours, 0.5).toFixed(1)} / ${quantile(hours, 0.9).toFixed(0)}`;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A row for each figure: there are more of them than years. */
function table(years: readonly Record<string, string>[]): string {
  const names = Object.keys(years[0] ?? {});
  const width = Math.max(...names.map(({ length }) => length));
  return names
    .map((name) => [name.padEnd(width), ...years.map((year) => (year[name] ?? '').padStart(16))].join(' '))
    .join('\n');
}
