import { dayIn, dayOf } from './day.ts';

export const CALENDAR_PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number];

const MONTHS: Record<CalendarPeriod, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const MINUTE_MS = 60_000;
/** No time zone is further from UTC. */
const FURTHEST_MS = 15 * 60 * MINUTE_MS;

/** A period of the calendar. `name`: such as 2026-Q3; `from` and `to`: ISO 8601 UTC, the second is the first of the next one. */
export type Period = { readonly name: string; readonly from: string; readonly to: string };

/**
 * The last period of the calendar that was over at a moment, as people in a time zone count.
 *
 *     quarter, on 1 October 00:00 in Berlin          2026-Q3, from 1 July to 1 October, both 00:00 in Berlin
 */
export function periodBefore(every: CalendarPeriod, timezone: string, at: string): Period {
  const [year = 0, month = 1] = dayIn(timezone, at).split('-').map(Number);
  const months = MONTHS[every];
  const end = Math.floor((month - 1) / months) * months;
  const first = (shift: number): string => dayOf(new Date(Date.UTC(year, end + shift, 1)).toISOString());
  const begin = first(-months);
  return {
    name: nameOf(every, begin),
    from: startOfDayIn(timezone, begin),
    to: startOfDayIn(timezone, first(0)),
  };
}

function nameOf(every: CalendarPeriod, begin: string): string {
  const [year = '', month = ''] = begin.split('-');
  const index = Math.ceil(Number(month) / MONTHS[every]);
  switch (every) {
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${index}`;
    case 'half-year':
      return `${year}-H${index}`;
    case 'year':
      return year;
  }
}

/**
 * The first minute of a day in a time zone, ISO 8601 UTC. Where the clocks are changed at midnight, the day begins when the calendar
 * shows it first.
 */
function startOfDayIn(timezone: string, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  let [before, since] = [midnight - FURTHEST_MS, midnight + FURTHEST_MS];
  while (since - before > MINUTE_MS) {
    const middle = before + Math.floor((since - before) / 2 / MINUTE_MS) * MINUTE_MS;
    if (dayIn(timezone, new Date(middle).toISOString()) < day) before = middle;
    else since = middle;
  }
  return new Date(since).toISOString();
}
