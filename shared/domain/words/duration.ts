import * as z from 'zod';
import { identifier } from './marks.ts';

/**
 * ISO 8601 durations of fixed length: weeks, days, hours, minutes and seconds. Months and years are left out on
 * purpose: their length depends on the calendar, and a deadline must not.
 */
const DURATION = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Past this a date that it is added to may not be a date any more. */
const LONGEST_MS = 3_652 * 86_400_000;

const UNIT_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

export const Duration = identifier(
  z
    .string()
    .regex(DURATION, { error: 'expected an ISO 8601 duration of weeks, days, hours, minutes or seconds' })
    .refine((text) => lengthMs(text) <= LONGEST_MS, { error: 'expected a duration of ten years at the most' })
    .brand('Duration'),
);
export type Duration = z.infer<typeof Duration>;

/** Length of a duration in milliseconds. */
export function durationMs(duration: Duration): number {
  return lengthMs(duration);
}

function lengthMs(text: string): number {
  const parts = DURATION.exec(text)?.slice(1) ?? [];
  return UNIT_MS.reduce((total, unitMs, index) => total + Number(parts[index] ?? 0) * unitMs, 0);
}

/** The instant `duration` after `at`; both ISO 8601 UTC. */
export function addDuration(at: string, duration: Duration): string {
  return new Date(Date.parse(at) + durationMs(duration)).toISOString();
}

/** The instant `duration` before `at`; both ISO 8601 UTC. */
export function subtractDuration(at: string, duration: Duration): string {
  return new Date(Date.parse(at) - durationMs(duration)).toISOString();
}
