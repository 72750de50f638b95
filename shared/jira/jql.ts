/** https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/ */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The local time of an account is behind UTC by so much at most. */
const FARTHEST_WEST_MS = 12 * 3_600_000;

/**
 * Changes since a time, those of the oldest issue first: an order that does not move while people work, so that a search may go on
 * in it hours later. Its begin must not move either, as a relative time does. Jira reads a day in the time zone of the account: it
 * is one that has begun everywhere by then, so up to two days too many are found.
 */
export function changedSinceInLastingOrder(where: string, since: string): string {
  const at = new Date(Date.parse(since) - FARTHEST_WEST_MS).toISOString();
  const day = at.slice(0, 'YYYY-MM-DD'.length);
  return `${where} AND updated >= "${day}" ORDER BY created ASC, key ASC`;
}
