import { zone } from '../shell/preferences.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: 'day' | 'minute' | 'clock', timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...(style === 'clock' ? clock : style === 'day' ? day : { ...day, ...clock }),
  });
  formats.set(key, made);
  return made;
}

/** A time in words, in the zone that the person chose. @param at ISO 8601 */
export function timeInWords(at: string, style: 'day' | 'minute' | 'clock' = 'minute'): string {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return at;
  // A day without a time is that day everywhere.
  if (/^\d{4}-\d\d-\d\d$/.test(at)) return format('day', 'UTC').format(instant);
  const words = format(style, zone.value).format(instant);
  return style === 'day' ? words : `${words}${zone.value === 'UTC' ? ' UTC' : ''}`;
}
