import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { JiraUnsure } from './jira-errors.ts';

/** For so long an answer is kept: a function that stays warm learns of another account. */
const KEPT_MS = 300_000;

/** Account of a person or a program. On Data Center it has a key and a name, and no id; a deleted one may have neither. */
export const JiraAccount = z
  .object({ accountId: z.string().optional(), key: z.string().optional(), name: z.string().optional() })
  .transform(({ accountId, key, name }) => accountId ?? key ?? name);

/** Who we are on the site. */
export function ownAccount(client: Client, now: () => number = Date.now) {
  let known: { accountId: string; at: number } | undefined;

  /**
   * Asks Jira who we are. To a login that is dead Cloud answers as to nobody: searches find nothing, fields are on no screen.
   * This answer alone tells it apart.
   *
   * @returns our account id
   * @throws JiraRefused when the login is none, JiraUnsure when something else than Jira answered
   */
  async function whoAmI(): Promise<string> {
    const answer = await client.sendRequest<unknown>({ url: '/rest/api/3/myself', method: 'GET' });
    const accountId = JiraAccount.safeParse(answer).data;
    if (accountId === undefined) throw new JiraUnsure('GET /rest/api/3/myself', 'an answer that names no account');
    known = { accountId, at: now() };
    return accountId;
  }

  return {
    whoAmI,
    /** Our account id, asked once in a while. */
    ownAccountId: (): Promise<string> =>
      known !== undefined && now() - known.at < KEPT_MS ? Promise.resolve(known.accountId) : whoAmI(),
  };
}
