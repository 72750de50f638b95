const IN_UTC = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

/**
 * Time of a value in ServiceNow, which is in UTC and does not say so: `2026-09-06 16:00:00`.
 *
 * @returns ISO 8601; undefined of what is no time of the calendar
 */
export function utcOf(value: string | undefined): string | undefined {
  const [, date, time] = IN_UTC.exec(value ?? '') ?? [];
  const ms = Date.parse(`${date}T${time}.000Z`);
  if (Number.isNaN(ms)) return undefined;
  const iso = new Date(ms).toISOString();
  // The calendar has no 30 February, and JavaScript takes it for 2 March.
  return iso === `${date}T${time}.000Z` && ms >= 0 ? iso : undefined;
}

/** The same the other way round. @param at ISO 8601 UTC */
export const valueOfUtc = (at: string): string => new Date(at).toISOString().replace('T', ' ').replace(/\..*$/, '');
