import * as z from 'zod';
import { identifier } from './marks.ts';

const DAY_MS = 86_400_000;

/** A day of the calendar in UTC, such as 2026-11-21. */
export const Day = identifier(z.iso.date());
export type Day = z.infer<typeof Day>;

/** @param at ISO 8601 UTC */
export const dayOf = (at: string): Day => at.slice(0, 10);

/** Its first instant, ISO 8601 UTC. */
export const startOfDay = (day: Day): string => `${day}T00:00:00.000Z`;

export const dayAfter = (day: Day): Day => dayOf(new Date(Date.parse(startOfDay(day)) + DAY_MS).toISOString());

/** The days that the time from `from` to `to` touches, in order; both ISO 8601 UTC. */
export function daysBetween(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day = dayAfter(day)) days.push(day);
  return days;
}

/**
 * The day that a calendar in this time zone shows at a moment, as YYYY-MM-DD.
 *
 * @param at ISO 8601 UTC
 * @param timezone IANA name
 */
export function dayIn(timezone: string, at: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at));
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
