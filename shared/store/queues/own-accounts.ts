import * as z from 'zod';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';

const AccountItem = z.object({ account: z.string().min(1) });
const keyOf = (site: string) => keys.cursor(`own-account@${site}`);

/** For so long what was read is kept. */
const KEPT_MS = 300_000;

/** Our own accounts on the sites of tickets, for whoever has to know them without asking the site. */
export function ownAccounts(table: Table, now: () => string) {
  const known = new Map<string, { account: string | undefined; at: number }>();

  /** @returns undefined until somebody has learnt it */
  async function on(site: string): Promise<string | undefined> {
    const found = known.get(site);
    if (found !== undefined && Date.parse(now()) - found.at < KEPT_MS) return found.account;
    const account = AccountItem.safeParse(await getItem(table, keyOf(site))).data?.account;
    known.set(site, { account, at: Date.parse(now()) });
    return account;
  }

  return {
    on,
    /** Keeps an account that the site has told. */
    async learn(site: string, account: string): Promise<void> {
      if ((await on(site)) === account) return;
      await putItem(table, { ...keyOf(site), account });
      known.set(site, { account, at: Date.parse(now()) });
    },
  };
}
export type OwnAccounts = ReturnType<typeof ownAccounts>;
