import type { JiraSite } from '../domain/ticket/jira-site.ts';
import { type Look, looked } from '../domain/words/look.ts';

const DAY_MS = 86_400_000;
/** Time for whoever may make a new token to be found, and to make it. */
const WARNED_AHEAD_DAYS = 14;

/**
 * Looks whether the token of a site ends soon. Jira tells it nowhere, and answers as to nobody afterwards, so the configuration says
 * it: https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
 *
 * @returns nothing where the configuration does not say it
 */
export function checkToken({ site, tokenEndsOn }: Pick<JiraSite, 'site' | 'tokenEndsOn'>, now: string): Look[] {
  if (tokenEndsOn === undefined) return [];
  const days = Math.ceil((Date.parse(tokenEndsOn) - Date.parse(now)) / DAY_MS);
  const what = `the token for ${site}`;
  if (days > WARNED_AHEAD_DAYS) return [looked(what)];
  const ends = days > 0 ? `it ends in ${days === 1 ? 'a day' : `${days} days`}` : 'it has ended';
  const advice = 'make a new one, put it into the secret, and its end into jira.tokenEndsOn';
  return [looked(what, [{ code: 'token ends', problem: `${ends}, on ${tokenEndsOn}`, advice }])];
}
