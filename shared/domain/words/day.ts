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
