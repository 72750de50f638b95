/** https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/ */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/*
 * Pages of a search may count places, and on Data Center they do. So what stands before a place must not move away from there while the
 * pages are read:
 *
 *                                 before         a is edited after page 1
 *     earliest change first       a b | c d      b c | d a                     c is on no page
 *     latest change first         d c | b a      a d | c b                     c is read twice
 *
 * An issue that is edited before its page is read, as `a` in the second line, may be on none. It changed after the search began: the next one finds it. A
 * relative time moves on as well: what it leaves behind stands at the end.
 */

/** For issues that changed since a relative time. */
export const LATEST_CHANGE_FIRST = 'ORDER BY updated DESC, key DESC';
/** For issues that were created since a relative time. */
export const LATEST_FIRST = 'ORDER BY created DESC, key DESC';

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
