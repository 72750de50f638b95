import { counted } from './counted.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const UNITS = [
  { name: 'day', ms: 86_400_000 },
  { name: 'hour', ms: 3_600_000 },
  { name: 'minute', ms: 60_000 },
  { name: 'second', ms: 1_000 },
];

/**
 * "12 seconds", "3 days", "1 day 12 hours": the largest unit that fits, rounded down. One of a unit is so coarse that
 * the next smaller is told too. Deadlines are days in a company and seconds in a demonstration, and both must read well.
 */
export function durationInWords(ms: number): string {
  const index = UNITS.findIndex((unit) => ms >= unit.ms);
  const [unit, smaller] = UNITS.slice(index);
  if (index < 0 || unit === undefined) return 'less than a second';
  const count = Math.floor(ms / unit.ms);
  const rest = smaller === undefined ? 0 : Math.floor((ms - count * unit.ms) / smaller.ms);
  const words = counted(count, unit.name);
  return count === 1 && smaller !== undefined && rest > 0 ? `${words} ${counted(rest, smaller.name)}` : words;
}

/** "21 Nov 2026, 07:00 UTC", with seconds where the order of things within a minute matters. */
export function instantInWords(at: string, precision: 'minute' | 'second' | 'day' = 'minute'): string {
  const date = new Date(at);
  const iso = date.toISOString();
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  switch (precision) {
    case 'day':
      return day;
    case 'minute':
      return `${day}, ${iso.slice(11, 16)} UTC`;
    case 'second':
      return `${day}, ${iso.slice(11, 19)} UTC`;
  }
}

/** Text of the program's own with exact instants in it, such as the reason of a check, as a person reads it. */
export function withReadableInstants(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, (at) =>
    Number.isNaN(Date.parse(at)) ? at : instantInWords(at, 'second'),
  );
}
