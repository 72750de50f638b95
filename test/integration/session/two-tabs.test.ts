import { setTimeout } from 'node:timers/promises';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issuerProvider } from '../../../shared/session/issuer-provider.ts';
import { keptRenewals } from '../../../shared/session/kept-renewals.ts';
import type { Renewals } from '../../../shared/session/renewals.ts';
import { sealsOf } from '../../../shared/session/seals.ts';
import { type CookieBrowser, cookieBrowser } from '../../support/machine/cookie-browser.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { signInAtProvider } from '../../support/machine/fill-in-provider.ts';
import { startSessionServer } from '../../support/machine/session-server.ts';
import { startCompanyProvider } from '../../support/systems/company-provider.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const SESSION = '__Host-holdfast-session';
const OWN_PAGE = { 'x-holdfast-session': '1', 'sec-fetch-site': 'same-origin' };
const ANNA = { sub: 'anna', email: 'anna@example.com', email_verified: true, name: 'Anna Author' };

const endpoint = engineForThisFile();
let world: World;
let provider: Awaited<ReturnType<typeof startCompanyProvider>>;
let server: Awaited<ReturnType<typeof startSessionServer>>;
let renewals: Renewals | undefined;
let time = Date.now();
beforeAll(async () => {
  world = await startWorld(endpoint());
  provider = await startCompanyProvider({
    people: [ANNA],
    clients: () => [{ id: 'web', redirectUris: [`${server.url}/session/call-back`] }],
  });
  const scope = 'openid email profile offline_access';
  server = await startSessionServer({
    provider: issuerProvider({ issuer: provider.issuer, clientId: 'web', scope }),
    now: () => new Date(time).toISOString(),
    get renewals() {
      return renewals;
    },
  });
});
afterAll(async () => {
  await Promise.all([provider?.close(), server?.close(), world?.close()]);
});

const inTable = (): Renewals => keptRenewals(world.table, () => setTimeout(20));
const Token = z.object({ token: z.string().default('') }).loose();
async function renew(tab: CookieBrowser) {
  const response = await tab.request(`${server.url}/session/token`, { method: 'POST', headers: OWN_PAGE });
  return { status: response.status, ...Token.parse(await response.json()) };
}
const cookieOf = (tab: CookieBrowser): string => tab.cookies(server.url)[SESSION] ?? '';

/** Tabs of one browser, each with the cookie as it was when they began. */
async function tabs(count: number): Promise<CookieBrowser[]> {
  const first = cookieBrowser(() => time);
  await signInAtProvider(first, `${server.url}/session/sign-in`, 'anna');
  return Array.from({ length: count }, () => tabWith(cookieOf(first)));
}
function tabWith(cookie: string): CookieBrowser {
  const tab = cookieBrowser(() => time);
  tab.plant(server.url, SESSION, cookie);
  return tab;
}

describe('a session at an issuer that ends it when a refresh token comes back', () => {
  it('would be over after two tabs renewed it at once, each by itself', async () => {
    renewals = undefined;
    const both = await tabs(2);
    await Promise.all(both.map(renew));
    const after = await Promise.all(both.map(renew));
    expect(after.map(({ status }) => status)).toContain(401);
  });

  it('goes on in five tabs that renew it at once, with one renewal at the issuer', async () => {
    renewals = inTable();
    const all = await tabs(5);
    const before = provider.requests();
    const answers = await Promise.all(all.map(renew));
    expect(provider.requests() - before).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
    time += 120_000;
    const [tab = tabWith('')] = all;
    expect((await renew(tab)).status).toBe(200);
  });

  it('goes on when the answer was lost on its way to the browser', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const before = cookieOf(tab);
    const lost = await renew(tab);
    const again = tabWith(before);
    const repeated = await renew(again);
    time += 120_000;
    expect([repeated, (await renew(again)).status]).toEqual([lost, 200]);
  });

  it('is over when a cookie comes back that was renewed more than a minute ago: somebody copied it', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const before = cookieOf(tab);
    await renew(tab);
    time += 61_000;
    const stolen = await renew(tabWith(before));
    expect([stolen.status, (await renew(tab)).status]).toEqual([401, 401]);
  });

  it('leaves no token in the table that anybody could read', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const cookies = [cookieOf(tab)];
    const { token } = await renew(tab);
    cookies.push(cookieOf(tab));
    const { Items } = await world.table.client.send(new ScanCommand({ TableName: world.table.name }));
    const kept = JSON.stringify(Items?.filter(({ pk }) => String(pk).startsWith('RENEWAL#')));
    const seals = sealsOf(['a secret of tests']);
    const secrets = cookies.map((cookie) => String(Object(seals.open('session', cookie)).refreshToken));
    expect(kept).toContain('answer');
    expect([...secrets, token].filter((secret) => secret === 'undefined' || kept.includes(secret))).toEqual([]);
  });
});
