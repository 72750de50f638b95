import { instantOf } from '../wall-time.ts';
import { calendarDay, type DayOrder } from './day.ts';
import type { PasteEntry, PasteReading } from './pasted.ts';

/** What a person says of the text where it does not say it itself. */
export type When = {
  /** Of the first line, `YYYY-MM-DD`; empty where it is not known yet. */
  day: string;
  zone: string;
  dayOrder: DayOrder | '';
  isConfirmed: boolean;
};

export type Doubt = 'next day' | 'earlier than the line before' | 'hour there twice' | 'hour not there';

export type PlacedEntry = PasteEntry & {
  /** ISO 8601; undefined until day and zone are known. */
  placedAt: string | undefined;
  doubts: readonly Doubt[];
};

/** Further back than this, a time of day belongs to the next day. */
const MIDNIGHT_MINUTES = 6 * 60;

/** The instants of what was read. Times that go back past midnight are of the next day, and say so. */
export function placeInTime({ entries }: Pick<PasteReading, 'entries'>, when: When): PlacedEntry[] {
  const order = when.dayOrder === '' ? undefined : when.dayOrder;
  const year = Number(when.day.slice(0, 4)) || new Date().getUTCFullYear();
  let day = when.day;
  let written = '';
  let last = -1;
  return entries.map((entry) => {
    const { clock } = entry;
    if (entry.at !== undefined) return { ...entry, placedAt: entry.at, doubts: [] };
    if (clock === undefined) return { ...entry, placedAt: undefined, doubts: [] };
    const doubts: Doubt[] = [];
    const own = entry.day === undefined ? undefined : calendarDay(entry.day, order, year);
    if (entry.day !== undefined && own === undefined) return { ...entry, placedAt: undefined, doubts };
    const minutes = clock.hour * 60 + clock.minute + clock.second / 60;
    if (own !== undefined && own !== written) {
      day = own;
      written = own;
      last = -1;
    } else if (last - minutes > MIDNIGHT_MINUTES) {
      day = dayAfter(day);
      doubts.push('next day');
    } else if (minutes < last) doubts.push('earlier than the line before');
    last = minutes;
    if (day === '') return { ...entry, placedAt: undefined, doubts };
    const placed = instant(day, clock, when.zone);
    if (placed?.isRepeated === true) doubts.push('hour there twice');
    if (placed?.isMissing === true) doubts.push('hour not there');
    return { ...entry, placedAt: placed?.at, doubts };
  });
}

function instant(day: string, { hour, minute, second, offset }: NonNullable<PasteEntry['clock']>, zone: string) {
  const two = (one: number) => String(one).padStart(2, '0');
  const wall = `${day}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (offset === undefined) return instantOf(wall, zone);
  const ms = Date.parse(`${wall}Z`) - offset * 60_000;
  return Number.isNaN(ms) ? undefined : { at: new Date(ms).toISOString(), isRepeated: undefined, isMissing: undefined };
}

function dayAfter(day: string): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : new Date(ms + 86_400_000).toISOString().slice(0, 10);
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
