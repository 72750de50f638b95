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
const SignedOut = z.object({ isRevoked: z.boolean() });
async function signOut(tab: CookieBrowser): Promise<boolean> {
  const response = await tab.request(`${server.url}/session/sign-out`, { method: 'POST', headers: OWN_PAGE });
  return SignedOut.parse(await response.json()).isRevoked;
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

  it('goes on when the answer of a tab comes last, after the browser renewed once more', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const late = tabWith(cookieOf(tab));
    await renew(tab);
    time += 300;
    await renew(tab);
    await renew(late);
    const browser = tabWith(cookieOf(late));
    const minutes: number[] = [];
    for (let minute = 1; minute <= 5; minute += 1) {
      time += 61_000;
      minutes.push((await renew(browser)).status);
    }
    expect(minutes).toEqual([200, 200, 200, 200, 200]);
  });

  it('goes on in a browser whose two tabs renew at once, and one of them again', async () => {
    renewals = inTable();
    const [browser = tabWith('')] = await tabs(1);
    const answers = await Promise.all([renew(browser).then(() => renew(browser)), renew(browser)]);
    time += 91_000;
    answers.push(await renew(browser));
    time += 91_000;
    answers.push(await renew(browser));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('is renewed at the issuer no more often than every minute and a half', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    await renew(tab);
    const before = provider.requests();
    const asked: number[] = [];
    for (const seconds of [1, 88, 2]) {
      time += seconds * 1_000;
      await renew(tab);
      asked.push(provider.requests() - before);
    }
    expect(asked).toEqual([0, 0, 1]);
  });

  it('is over for every copy of its cookie once it is signed out, and stays so', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const copies = [tabWith(cookieOf(tab))];
    await renew(tab);
    copies.push(tabWith(cookieOf(tab)));
    const isRevoked = await signOut(tab);
    const cookies = copies.map(cookieOf);
    const now = await Promise.all(copies.map(renew));
    time += 91_000;
    const later = await Promise.all(cookies.map((cookie) => renew(tabWith(cookie))));
    const statusesOf = (answers: { status: number }[]) => answers.map(({ status }) => status);
    expect([isRevoked, statusesOf(now), statusesOf(later)]).toEqual([true, [401, 401], [401, 401]]);
  });

  it('is over with its newest token, too, when a tab signs out that has an older cookie', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const other = tabWith(cookieOf(tab));
    await renew(tab);
    const isRevoked = await signOut(other);
    expect([isRevoked, (await renew(tab)).status]).toEqual([true, 401]);
  });

  it('gives nothing to a tab whose renewal is under way while another signs out', async () => {
    const kept = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const other = tabWith(cookieOf(tab));
    renewals = {
      ...kept,
      async begin(...args) {
        const state = await kept.begin(...args);
        if (state === 'begun') {
          renewals = kept;
          await kept.signOut(args[0], new Date(time + 3_600_000).toISOString());
        }
        return state;
      },
    };
    const underWay = await renew(tab);
    expect([underWay, (await renew(other)).status]).toEqual([expect.objectContaining({ status: 401, token: '' }), 401]);
  });

  it('keeps the answer of the issuer when the table does not take it', async () => {
    renewals = { ...inTable(), end: () => Promise.reject(new Error('throttled')) };
    const [tab = tabWith('')] = await tabs(1);
    const { status } = await renew(tab);
    renewals = inTable();
    time += 11_000;
    expect([status, (await renew(tab)).status]).toEqual([200, 200]);
  });

  it('is over when a cookie comes back that was renewed more than a minute ago: somebody copied it', async () => {
    renewals = inTable();
    const [tab = tabWith('')] = await tabs(1);
    const before = cookieOf(tab);
    await renew(tab);
    time += 61_000;
    const stolen = await renew(tabWith(before));
    // For half a minute more, the own cookie gets the answer that it has already.
    time += 30_000;
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
