import { instantOf } from '../wall-time.ts';
import { calendarDay, type DayOrder, dayBefore, isWritten, looseDayAfter, type WrittenDay } from './day.ts';
import type { PasteEntry, PasteReading } from './pasted.ts';

/** What a person says of the text where it does not say it itself. */
export type When = {
  /** Of the first line, `YYYY-MM-DD`; empty where it is not known yet. */
  day: string;
  zone: string;
  dayOrder: DayOrder | '';
  isConfirmed: boolean;
};

export type Doubt =
  | 'next day'
  | 'day before'
  | 'next year'
  | 'year before'
  | 'day is a guess'
  | 'earlier than the line before'
  | 'hour there twice'
  | 'hour not there';

export type PlacedEntry = PasteEntry & {
  /** ISO 8601; undefined until day and zone are known. */
  placedAt: string | undefined;
  doubts: readonly Doubt[];
};

/** Further back than this, a time of day belongs to the next day. */
const MIDNIGHT_MINUTES = 6 * 60;

/** Nearer than this to the lines beside midnight, a time of the evening is of a line that came late, and not of the next evening. */
const LATE_MINUTES = 60;
const DAY_MINUTES = 24 * 60;

/** Further back than this, a day without a year belongs to the next one. */
const NEW_YEAR_MS = 180 * 86_400_000;

/** The instants of what was read. Times that go back past midnight are of the next day, and say so. */
export function placeInTime({ entries }: Pick<PasteReading, 'entries'>, when: When): PlacedEntry[] {
  const days = daysOf(when);
  return entries.map((entry) => {
    const { clock } = entry;
    if (entry.at !== undefined) return { ...entry, placedAt: entry.at, doubts: [] };
    if (clock === undefined) return { ...entry, placedAt: undefined, doubts: [] };
    const doubts: Doubt[] = [];
    const day = days(entry, clock.hour * 60 + clock.minute + clock.second / 60, doubts);
    if (day === undefined) return { ...entry, placedAt: undefined, doubts };
    const placed = instant(day, clock, when.zone);
    if (placed?.isRepeated === true) doubts.push('hour there twice');
    if (placed?.isMissing === true) doubts.push('hour not there');
    return { ...entry, placedAt: placed?.at, doubts };
  });
}

/**
 * Says of each line after the other on which day it was: the day that stands in it, the one that stands above it, or that of
 * the line before as long as the clock goes on. Only the last is ever moved past midnight: what is written counts.
 */
function daysOf(when: When) {
  const writtenDays = writtenDaysOf(when);
  let day = when.day === '' ? undefined : when.day;
  let last = -1;
  /** Time of the line after which the clock came past midnight, where no line said a day since. */
  let beforeMidnight: number | undefined;
  const say = (next: string | undefined, minutes: number, doubts: Doubt[]): string | undefined => {
    const isEarlier =
      next !== undefined && day !== undefined && last >= 0 && (next < day || (next === day && minutes < last));
    if (isEarlier && !doubts.includes('year before')) doubts.push('earlier than the line before');
    beforeMidnight = undefined;
    last = minutes;
    day = next;
    return day;
  };
  return ({ day: own, dayAbove }: PasteEntry, minutes: number, doubts: Doubt[]): string | undefined => {
    const above = dayAbove !== undefined && isWritten(dayAbove) ? dayAbove : undefined;
    // Of both, that of the line counts; but the other one says its year.
    const saidAbove = above === undefined ? undefined : writtenDays(above, own === undefined ? doubts : []);
    if (own !== undefined) return say(writtenDays(own, doubts), minutes, doubts);
    if (above !== undefined) return say(saidAbove, minutes, doubts);
    if (dayAbove !== undefined && !isWritten(dayAbove) && day !== undefined) {
      doubts.push('day is a guess');
      return say(looseDayAfter(day, dayAbove), minutes, doubts);
    }
    if (day !== undefined && beforeMidnight !== undefined && isLate(minutes, beforeMidnight, last)) {
      doubts.push('day before');
      return dayBefore(day);
    }
    if (last - minutes > MIDNIGHT_MINUTES) {
      day = day === undefined ? undefined : looseDayAfter(day, {});
      beforeMidnight = last;
      doubts.push('next day');
    } else if (minutes < last) doubts.push('earlier than the line before');
    last = minutes;
    return day;
  };
}

/** Whether a time stands beside midnight as the lines before and after it do. By noon nothing is late any more. */
const isLate = (minutes: number, before: number, after: number): boolean =>
  minutes - after > DAY_MINUTES - MIDNIGHT_MINUTES &&
  Math.min(Math.abs(minutes - before), after + DAY_MINUTES - minutes) <= LATE_MINUTES;

/** Days that were written, the one after the other. One without a year is of that of the day before it, unless it goes far back. */
function writtenDaysOf(when: When) {
  const order = when.dayOrder === '' ? undefined : when.dayOrder;
  let year = Number(when.day.slice(0, 4)) || undefined;
  let isNextYear = false;
  let before: string | undefined;
  return (written: WrittenDay, doubts: Doubt[]): string | undefined => {
    if (written.year !== undefined) year = written.year;
    const said = calendarDay(written, order, year);
    if (said === undefined || year === undefined) return said;
    const ahead = before === undefined ? 0 : Date.parse(said) - Date.parse(before);
    if (written.year === undefined && ahead <= -NEW_YEAR_MS) {
      year += 1;
      isNextYear = true;
      doubts.push('next year');
    } else if (written.year === undefined && isNextYear && ahead >= NEW_YEAR_MS) {
      doubts.push('year before');
      return calendarDay(written, order, year - 1);
    }
    before = calendarDay(written, order, year);
    return before;
  };
}

function instant(day: string, { hour, minute, second, offset }: NonNullable<PasteEntry['clock']>, zone: string) {
  const two = (one: number) => String(one).padStart(2, '0');
  const wall = `${day}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (offset === undefined) return instantOf(wall, zone);
  const ms = Date.parse(`${wall}Z`) - offset * 60_000;
  return Number.isNaN(ms) ? undefined : { at: new Date(ms).toISOString(), isRepeated: undefined, isMissing: undefined };
}

/** What the text leaves open. */
export function openQuestions({ entries }: Pick<PasteReading, 'entries'>) {
  const clocks = entries.filter(({ at }) => at === undefined);
  const days = clocks.flatMap(({ day, dayAbove }) => [
    ...(day === undefined ? [] : [day]),
    ...(dayAbove === undefined || !isWritten(dayAbove) ? [] : [dayAbove]),
  ]);
  const [first] = clocks;
  const isFirstDayOpen =
    first !== undefined && first.day === undefined && !(first.dayAbove !== undefined && isWritten(first.dayAbove));
  return {
    wantsDay: isFirstDayOpen || days.some(({ year }) => year === undefined),
    wantsOrder: days.some((day) => 'first' in day),
    wantsZone: clocks.some(({ clock }) => clock !== undefined && clock.offset === undefined),
  };
}
