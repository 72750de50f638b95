import { instantOf } from '../wall-time.ts';
import { calendarDay, type DayOrder, looseDayAfter, type WrittenDay } from './day.ts';
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
  | 'next year'
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

/** Further back than this, a day without a year belongs to the next one. */
const NEW_YEAR_MS = 180 * 86_400_000;

/** The instants of what was read. Times that go back past midnight are of the next day, and say so. */
export function placeInTime({ entries }: Pick<PasteReading, 'entries'>, when: When): PlacedEntry[] {
  const days = daysOf(when);
  return entries.map((entry) => {
    const { clock } = entry;
    if (entry.at !== undefined) return { ...entry, placedAt: entry.at, doubts: [] };
    if (clock === undefined) return { ...entry, placedAt: undefined, doubts: [] };
    const { day, doubts } = days(entry, clock.hour * 60 + clock.minute + clock.second / 60);
    if (day === undefined || day === '') return { ...entry, placedAt: undefined, doubts };
    const placed = instant(day, clock, when.zone);
    if (placed?.isRepeated === true) doubts.push('hour there twice');
    if (placed?.isMissing === true) doubts.push('hour not there');
    return { ...entry, placedAt: placed?.at, doubts };
  });
}

/** Says of each line after the other on which day it was: its own, or that of the line before as long as the clock goes on. */
function daysOf(when: When) {
  const order = when.dayOrder === '' ? undefined : when.dayOrder;
  let year = Number(when.day.slice(0, 4)) || new Date().getUTCFullYear();
  let day = when.day;
  let written = '';
  let last = -1;
  const ownDay = (own: WrittenDay, doubts: Doubt[]): string | undefined => {
    const said = calendarDay(own, order, year);
    if (said === undefined || own.year !== undefined || written === '') return said;
    if (Date.parse(written) - Date.parse(said) < NEW_YEAR_MS) return said;
    year += 1;
    doubts.push('next year');
    return calendarDay(own, order, year);
  };
  return ({ day: said, looseDay }: PasteEntry, minutes: number): { day: string | undefined; doubts: Doubt[] } => {
    const doubts: Doubt[] = [];
    const own = said === undefined ? undefined : ownDay(said, doubts);
    if (said !== undefined && own === undefined) return { day: undefined, doubts };
    if (own !== undefined && own !== written) {
      if (own < written) doubts.push('earlier than the line before');
      day = own;
      written = own;
    } else if (looseDay !== undefined) {
      day = looseDayAfter(day, looseDay);
      written = day;
      doubts.push('day is a guess');
    } else if (last - minutes > MIDNIGHT_MINUTES) {
      day = looseDayAfter(day, {});
      doubts.push('next day');
    } else if (minutes < last) doubts.push('earlier than the line before');
    last = minutes;
    return { day, doubts };
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
  return {
    wantsDay:
      clocks.some(({ day }, at) => day === undefined && at === 0) ||
      clocks.some(({ day }) => day !== undefined && day.year === undefined),
    wantsOrder: clocks.some(({ day }) => day !== undefined && 'first' in day),
    wantsZone: clocks.some(({ clock }) => clock !== undefined && clock.offset === undefined),
  };
}
