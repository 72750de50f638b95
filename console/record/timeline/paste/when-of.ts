import { clockOf } from './clock.ts';
import { dayOf, withoutWeekday } from './day.ts';
import type { PasteEntry } from './pasted.ts';

/** What the fields of a row say of its time; empty where there is no such field. */
type Said = { at: string; day: string; time: string; isUtc?: boolean };

/**
 * ISO 8601 with a zone is an instant; everything else is a day and a time of day.
 * @returns undefined where a part of it cannot be read: half of a time would be another one
 */
export function whenOf({ at, day, time, isUtc = false }: Said): Pick<PasteEntry, 'at' | 'day' | 'clock'> | undefined {
  const all = at || time || day;
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(all) && !Number.isNaN(Date.parse(all))) {
    return { at: new Date(all).toISOString() };
  }
  if (/^\d{10}(\.\d+)?$/.test(all)) return { at: new Date(Number(all) * 1_000).toISOString() };
  if (/^\d{13}$/.test(all)) return { at: new Date(Number(all)).toISOString() };
  const split = /^(.*\d)[T ,]+(\d{1,2}[:.]\d{2}.*)$/.exec(all);
  // Beside a field with the time of day, the other one says the day.
  const rest = split === null && at !== '' && time !== '' ? { day: day || at, time } : { day, time: all };
  const [, saidDay = rest.day, saidTime = rest.time] = split ?? [];
  const clock = clockOf(saidTime);
  const dayText = withoutWeekday(saidDay.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '').replace(/,$/, ''));
  const written = dayOf(dayText);
  if (clock === undefined || (dayText.trim() !== '' && written === undefined)) return undefined;
  return {
    clock: isUtc && clock.offset === undefined ? { ...clock, offset: 0 } : clock,
    ...(written === undefined ? {} : { day: written }),
  };
}
