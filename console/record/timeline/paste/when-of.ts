import { clockOf } from './clock.ts';
import { dayOf, withoutWeekday } from './day.ts';
import type { PasteEntry } from './pasted.ts';

type Field = 'at' | 'day' | 'time';
type When = Pick<PasteEntry, 'at' | 'day' | 'clock'>;

const NONE: ReadonlySet<string> = new Set();

/**
 * ISO 8601 with a zone is an instant; everything else is a day and a time of day.
 *
 * @param said what the fields of a row say of its time; empty where there is no such field
 * @param utc fields that are of UTC
 * @returns undefined where a part of it cannot be read: half of a time would be another one
 */
export function whenOf(said: Readonly<Record<Field, string>>, utc = NONE): When | undefined {
  const { at, day, time } = said;
  const first = at !== '' ? 'at' : time !== '' ? 'time' : 'day';
  const all = said[first];
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(all) && !Number.isNaN(Date.parse(all))) {
    return { at: new Date(all).toISOString() };
  }
  if (/^\d{10}(\.\d+)?$/.test(all)) return { at: new Date(Number(all) * 1_000).toISOString() };
  if (/^\d{13}$/.test(all)) return { at: new Date(Number(all)).toISOString() };
  const [, saidDay, saidTime] = /^(.*\d)[T ,]+(\d{1,2}[:.]\d{2}.*)$/.exec(all) ?? [];
  if (saidDay !== undefined && saidTime !== undefined) return inParts(saidDay, saidTime, utc.has(first));
  // `19.11.26` could be read as a time, too.
  const isDay = first === 'day' || (first === 'at' && dayOf(at) !== undefined && day === '');
  if (isDay && time === '') return undefined;
  // Beside a field with the time of day, the other one says the day.
  const ofDay = first === 'at' && time !== '' && day === '' ? 'at' : 'day';
  const ofTime = time === '' ? first : 'time';
  return inParts(said[ofDay], said[ofTime], utc.has(ofDay) || utc.has(ofTime));
}

function inParts(day: string, time: string, isUtc: boolean): When | undefined {
  const clock = clockOf(time);
  const dayText = withoutWeekday(day.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '').replace(/,$/, ''));
  const written = dayOf(dayText);
  if (clock === undefined || (dayText.trim() !== '' && written === undefined)) return undefined;
  return {
    clock: isUtc && clock.offset === undefined ? { ...clock, offset: 0 } : clock,
    ...(written === undefined ? {} : { day: written }),
  };
}
