import type { Entry } from './entries.ts';

const MINUTE_MS = 60_000;
/** A silence of this long is asked about. */
const LONG_MS = 4 * 3_600_000;

/** The time between two entries in words: `+4 min`, and whether it is long enough to ask what happened then. */
export function gapBetween(before: Entry, after: Entry): { words: string; isLong: boolean } | undefined {
  if (isRough(before) || isRough(after)) return undefined;
  const ms = Date.parse(after.at) - Date.parse(before.at);
  if (ms < MINUTE_MS) return undefined;
  return { words: spanInWords(ms), isLong: ms >= LONG_MS };
}

/** The middle of two times, to the minute. */
export function between(before: Entry, after: Entry): string {
  const middle = (Date.parse(before.at) + Date.parse(after.at)) / 2;
  return new Date(Math.floor(middle / MINUTE_MS) * MINUTE_MS).toISOString();
}

const isRough = ({ precision }: Entry) => precision === 'day' || precision === 'month' || precision === 'year';

export function spanInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
