import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { LOCAL_PEOPLE } from '../../local/local-people.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { signInAtPage } from '../../local/sign-in-page.ts';
import { chromiumPath, missingChromium } from '../support/machine/browser.ts';
import { cookieBrowser } from '../support/machine/cookie-browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';

const ANNA = LOCAL_PEOPLE[0] ?? { email: '', name: '', role: 'approver' as const };
const SESSION = '__Host-holdfast-session';
const OWN_PAGE = { 'x-holdfast-session': '1', 'sec-fetch-site': 'same-origin' };

let stack: EmulatedStack;
let pages: string;
let password: string;
beforeAll(async () => {
  stack = await startLocalStack(() => {});
  pages = stack.pagesUrl;
  password = await stack.passwordOf(ANNA);
});
afterAll(() => stack?.stop());

const Token = z.object({ token: z.string(), endsAt: z.string() });
const SignedOut = z.object({ isRevoked: z.boolean(), signOutUrl: z.string() });
const noEmulator = await missingEmulator();

describeUnlessMissing(noEmulator)('a page of the deployed stack', () => {
  it('signs in at the sign-in page, calls the API with the token that it gets, and signs out', async () => {
    const beganAt = Date.now();
    const browser = cookieBrowser();
    const began = await browser.request(`${pages}/session/sign-in?return=/records`);
    const back = await signInAtPage(began.headers.get('location') ?? '', { email: ANNA.email, password });
    const landed = await browser.request(back);
    const post = (what: string) => browser.request(`${pages}/session/${what}`, { method: 'POST', headers: OWN_PAGE });
    const { token, endsAt } = Token.parse(await (await post('token')).json());
    const answeredAt = Date.now();
    const me = await fetch(`${pages}/me`, { headers: { authorization: `Bearer ${token}` } });
    const again = Token.parse(await (await post('token')).json());
    const copy = browser.cookies(pages)[SESSION] ?? '';
    const renewed = await fetch(`${pages}/me`, { headers: { authorization: `Bearer ${again.token}` } });
    const out = SignedOut.parse(await (await post('sign-out')).json());
    const after = await post('token');
    const thief = cookieBrowser();
    thief.plant(pages, SESSION, copy);
    const stolen = await thief.request(`${pages}/session/token`, { method: 'POST', headers: OWN_PAGE });

    expect([
      back.href.startsWith(`${pages}/session/call-back?`),
      landed.status,
      landed.headers.get('location'),
    ]).toEqual([true, 303, '/records']);
    expect([me.status, await me.json()]).toMatchObject([
      200,
      { author: { email: 'anna@example.com' }, roles: ['approver'] },
    ]);
    // Issued while it was asked for, to the second.
    const issuedAt = Date.parse(endsAt) - 15 * 60_000;
    expect([issuedAt > beganAt - 1_000, issuedAt < answeredAt + 1_000]).toEqual([true, true]);
    expect(again.token).not.toBe(token);
    expect(await renewed.json()).toMatchObject({ roles: ['approver'] });
    expect([out.isRevoked, copy.length > 100, stolen.status]).toEqual([true, true, 401]);
    expect([after.status, await after.json()]).toMatchObject([401, { signIn: '/session/sign-in' }]);
    const signedOut = await cookieBrowser().open(out.signOutUrl);
    expect([signedOut.url.pathname, await signedOut.response.text()]).toEqual([
      '/session/signed-out',
      expect.stringContaining('You are signed out'),
    ]);
  });

  it('is not let in with the token of the sign-in page’s other clients', async () => {
    const { token } = await stack.as(ANNA);
    const browser = cookieBrowser();
    browser.plant(pages, SESSION, token.slice(0, 3_000));
    const response = await browser.request(`${pages}/session/token`, { method: 'POST', headers: OWN_PAGE });
    expect(response.status).toBe(401);
  });
});

describeUnlessMissing(noEmulator ?? missingChromium)('a browser on this machine', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());
  async function pageAt(address: string): Promise<Page> {
    if (browser === undefined) throw new Error('the browser starts before the first test');
    const page = await browser.newPage();
    await page.goto(address);
    return page;
  }

  it('keeps the session, out of reach of its scripts, and loses it with the sign-out', async () => {
    const page = await pageAt(`${pages}/session/sign-in?return=/records`);
    await page.fill('input[name=username]', ANNA.email);
    await page.fill('input[name=password]', password);
    await page.click('[type=submit]');
    await page.waitForURL(`${pages}/records`);
    const call = (what: string) =>
      page.evaluate(async (path) => {
        const response = await fetch(path, { method: 'POST', headers: { 'x-holdfast-session': '1' } });
        return { status: response.status, body: await response.text() };
      }, `/session/${what}`);
    const seen = await page.evaluate('document.cookie');
    const [given, out, after] = [await call('token'), await call('sign-out'), await call('token')];
    expect([given.status, given.body, seen]).toEqual([200, expect.stringContaining('"token":"ey'), '']);
    expect([out.status, after.status, await page.context().cookies(pages)]).toEqual([200, 401, []]);
  });

  // Such cookies want TLS, and loopback has none: a browser has to take it for safe.
  it.each(['127.0.0.1', 'localhost'])('takes cookies of %s without TLS', async (host) => {
    const address = pages.replace('127.0.0.1', host);
    const page = await pageAt(`${address}/session/sign-in`);
    const cookies = await page.context().cookies(address);
    expect(cookies.map(({ name, secure }) => [name, secure])).toEqual([['__Host-holdfast-sign-in', true]]);
  });
});
