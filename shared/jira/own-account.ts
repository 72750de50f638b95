import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { whoAmI } from './believed-as-ourselves.ts';

/** For so long an answer is kept: a function that stays warm learns of another account. */
const KEPT_MS = 300_000;

/** Account of a person or a program. On Data Center it has a key and a name, and no id; a deleted one may have neither. */
export const JiraAccount = z
  .object({ accountId: z.string().optional(), key: z.string().optional(), name: z.string().optional() })
  .transform(({ accountId, key, name }) => accountId ?? key ?? name);

/** Who made an issue is told by the account that we are. */
export function ownAccount(client: Client, now: () => number = Date.now) {
  let known: { accountId: string; at: number } | undefined;
  return {
    /** Our account id, asked once in a while. @throws JiraOutage when Jira does not know us */
    async ownAccountId(): Promise<string> {
      if (known === undefined || now() - known.at >= KEPT_MS) known = { accountId: await whoAmI(client), at: now() };
      return known.accountId;
    },
  };
}
