import { dayIn } from '../words/day.ts';

const DAY_MS = 86_400_000;

/** The day itself from Monday to Friday; else the Friday before, so that nobody is told of more time than there is. */
export function businessDay(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  const weekday = date.getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return dayIn('UTC', new Date(date.getTime() - back * DAY_MS).toISOString());
}
