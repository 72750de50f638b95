import type { TimePrecision } from '../../domain/record/content/timeline.ts';

/** An instant, and how exactly it is known. */
export type KnownTime = { at: string; precision: TimePrecision };

type Day = { year?: number | undefined; month?: number | undefined; day?: number | undefined };
type Span = { unit: string; value?: number | undefined };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a unit is, and how exactly a time is known that is a number of them away. */
const UNITS: Record<string, { ms: number; precision: TimePrecision }> = {
  Seconds: { ms: 1_000, precision: 'minute' },
  Minutes: { ms: 60_000, precision: 'minute' },
  Hours: { ms: HOUR_MS, precision: 'hour' },
  Days: { ms: DAY_MS, precision: 'day' },
  Weeks: { ms: 7 * DAY_MS, precision: 'day' },
  Months: { ms: 30 * DAY_MS, precision: 'month' },
  Years: { ms: 365 * DAY_MS, precision: 'year' },
};

const COARSER: readonly TimePrecision[] = ['minute', 'hour', 'day', 'month', 'year'];

/** The years that a record can have. */
export const isYear = (year: number): boolean => year >= 1970 && year <= 9999;

/** The first instant of a day, a month or a year. Undefined for what is no date: the database has a year 27. */
export function startOf({ year, month, day }: Day): KnownTime | undefined {
  if (year === undefined || !isYear(year)) return undefined;
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (date.getUTCMonth() !== (month ?? 1) - 1 || date.getUTCDate() !== (day ?? 1)) return undefined;
  const precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day';
  return { at: date.toISOString(), precision };
}

/**
 * So long after. A span often has a unit and no number ("Months"): then no later time is known, and the earlier one
 * stands for it, which keeps the order of things; `isExact` tells the two apart.
 */
export function later(start: KnownTime, span: Span | undefined): (KnownTime & { isExact: boolean }) | undefined {
  const unit = UNITS[span?.unit ?? ''];
  if (unit === undefined) return undefined;
  const isExact = span?.value !== undefined;
  const value = span?.value ?? 0;
  const at =
    span?.unit === 'Years'
      ? yearsAfter(start.at, value)
      : new Date(Date.parse(start.at) + value * unit.ms).toISOString();
  return { at, precision: coarser(start.precision, unit.precision), isExact };
}

/** By the calendar: two years after 2019 is in 2021, whatever the leap days. A part of a year is that part of 365 days. */
function yearsAfter(at: string, years: number): string {
  const date = new Date(at);
  date.setUTCFullYear(date.getUTCFullYear() + Math.trunc(years));
  return new Date(date.getTime() + (years - Math.trunc(years)) * 365 * DAY_MS).toISOString();
}

const coarser = (a: TimePrecision, b: TimePrecision): TimePrecision =>
  COARSER.indexOf(a) > COARSER.indexOf(b) ? a : b;
