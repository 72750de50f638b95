/** A time as Jira writes it: `2026-11-21T10:00:00.000+0000`, without the colon that ISO 8601 has in the offset. */
export function jiraTimestamp(at: Date): string {
  return at.toISOString().replace('Z', '+0000');
}

/**
 * The instant that a wall clock in `timeZone` shows as the given date and time.
 *
 * JQL reads `"2026/11/21 10:00"` in the time zone of the calling user's profile, not in UTC:
 * https://support.atlassian.com/jira-software-cloud/docs/jql-fields/#Updated
 */
export function instantOfWallClock(wallClock: Date, timeZone: string): Date {
  const guess = new Date(wallClock.getTime() - offsetMs(wallClock, timeZone));
  // The offset that counts is the one at the instant found, which differs from the first guess around a clock change.
  return new Date(wallClock.getTime() - offsetMs(guess, timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return shown - Math.trunc(at.getTime() / 1000) * 1000;
}
