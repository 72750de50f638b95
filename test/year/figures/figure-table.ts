import { type AskingFigures, askingTogether } from './asking-figures.ts';
import { addedUp, type Counts } from './counts.ts';
import type { Figures } from './figures.ts';

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
    asking: askingTogether(all.map(({ asking }) => asking)),
    occurrences: addedUp(all.map(({ occurrences }) => occurrences)),
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
    ...askingRows(one.asking),
    'onset to not proven, median/p90 h': spread(one.toDoubt),
    'onset to reopened, median/p90 h': spread(one.toReopening),
    'proven h while bad': `${one.provenHoursWhileBad.toFixed(0)} (${((100 * one.provenHoursWhileBad) / one.provenHours).toFixed(2)} %)`,
    'seen bad spells not acted on': `${one.notActedOn} of ${one.seenSpells}`,
    'proven over a seen bad spell at the end': `${one.unfoundAtEnd}`,
    'silent found': `${one.silentFound} of ${one.silent}`,
    'late while evidence was under way': `${one.lateInVain}`,
    ...inRows(one.occurrences),
    signals: `${one.signals}`,
    'verdicts per signal': (one.verdicts / one.signals).toFixed(3),
    'events per fix': (one.events / one.fixes).toFixed(1),
  };
}

function askingRows({ all, some, none, questions, unrefuted, ...asking }: AskingFigures): Record<string, string> {
  const rate = (count: number, years: number) => (years === 0 ? '-' : (count / years).toFixed(2));
  const count = Object.values(questions).reduce((sum, one) => sum + one, 0);
  return {
    'false per fix-year, all sources can be asked': rate(all.falsely, all.fixYears),
    'the same, some can': rate(some.falsely, some.fixYears),
    'the same, none can': rate(none.falsely, none.fixYears),
    'onset to reopened, all can be asked': spread(all.toReopening),
    'the same, none can be asked': spread(none.toReopening),
    'questions per fix-year, where any can be asked': rate(count, all.fixYears + some.fixYears),
    'questions because of fail / step / decay': Object.values(questions).join(' / '),
    'false fails taken back when asked': `${asking.falseFailsTakenBack} of ${asking.falseFailsAsked}`,
    ...inRows(unrefuted, (why) => `falsely: ${why}`),
  };
}

const inRows = (counts: Counts, named = (name: string) => name): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [named(name), `${count}`]));

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
