import type { TimePrecision } from '../../domain/record/content/timeline.ts';

/** Time, and how exactly it is known. */
export type KnownMoment = { at: string; precision: TimePrecision };
export type Span = { unit: string; value?: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Units of VERIS, the coarsest first, each with how exact a time must be for it. */
const UNITS: readonly { unit: string; ms: number; precision: TimePrecision }[] = [
  { unit: 'Years', ms: 365 * DAY_MS, precision: 'year' },
  { unit: 'Months', ms: 30 * DAY_MS, precision: 'month' },
  { unit: 'Days', ms: DAY_MS, precision: 'day' },
  { unit: 'Hours', ms: HOUR_MS, precision: 'hour' },
  { unit: 'Minutes', ms: MINUTE_MS, precision: 'minute' },
];
const FINENESS: readonly TimePrecision[] = ['year', 'month', 'day', 'hour', 'minute'];

/**
 * How long from one time to another, in the coarsest unit of which there are two at least, and none finer than both times are known.
 *
 *     09:05 → 10:20, minutes        { unit: 'Minutes', value: 75 }
 *     3 March → 3 March, days       { unit: 'Days' }: so short that days do not tell it
 *
 * @returns undefined where the second is before the first
 */
export function spanOf(from: KnownMoment, to: KnownMoment): Span | undefined {
  const ms = Date.parse(to.at) - Date.parse(from.at);
  if (ms < 0) return undefined;
  const fineness = Math.min(FINENESS.indexOf(from.precision), FINENESS.indexOf(to.precision));
  const allowed = UNITS.slice(0, fineness + 1);
  const unit = allowed.find((one) => ms >= 2 * one.ms) ?? allowed.at(-1);
  if (unit === undefined) return undefined;
  const value = Math.round(ms / unit.ms);
  return value === 0 ? { unit: unit.unit } : { unit: unit.unit, value };
}

/** The day as far as it is known. VERIS has no time zone, so the day is that of UTC, and no time goes with it. */
export function datePartsOf({ at, precision }: KnownMoment): { year: number; month?: number; day?: number } {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (precision === 'year') return { year };
  return precision === 'month' ? { year, month } : { year, month, day };
}
