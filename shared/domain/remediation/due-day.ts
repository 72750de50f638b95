const DAY_MS = 86_400_000;

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

/** The day itself from Monday to Friday; else the Friday before, so that nobody is told of more time than there is. */
export function businessDay(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  const weekday = date.getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return dayIn('UTC', new Date(date.getTime() - back * DAY_MS).toISOString());
}
