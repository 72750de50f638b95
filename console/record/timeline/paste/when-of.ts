import { clockOf } from './clock.ts';
import { dayOf } from './day.ts';
import type { PasteEntry } from './pasted.ts';

/** ISO 8601 with a zone is an instant; everything else is a day and a time of day. */
export function whenOf(said: string, day: string, time: string): Pick<PasteEntry, 'at' | 'day' | 'clock'> | undefined {
  // Where a column of times holds more than a time of day, it says all.
  const at = said === '' && /^\d{4}-|^\d{10}/.test(time) ? time : said;
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(at) && !Number.isNaN(Date.parse(at))) {
    return { at: new Date(at).toISOString() };
  }
  if (/^\d{10}(\.\d+)?$/.test(at)) return { at: new Date(Number(at) * 1_000).toISOString() };
  if (/^\d{13}$/.test(at)) return { at: new Date(Number(at)).toISOString() };
  const split = /^(.*\d)[T ,]+(\d{1,2}[:.]\d{2}.*)$/.exec(at);
  const clock = clockOf(split?.[2] ?? (time === '' ? at : time));
  const written = dayOf((split?.[1] ?? day).replace(/,$/, ''));
  if (clock === undefined) return undefined;
  return { clock, ...(written === undefined ? {} : { day: written }) };
}
