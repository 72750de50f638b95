import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loopbackServer } from '../../../local/in-process/loopback-server.ts';
import { issuerProvider } from '../../../shared/session/issuer-provider.ts';
import { sealsOf } from '../../../shared/session/seals.ts';
import { type CookieBrowser, cookieBrowser } from '../../support/machine/cookie-browser.ts';
import { signInAtProvider } from '../../support/machine/fill-in-provider.ts';
import { startSessionServer } from '../../support/machine/session-server.ts';
import { startCompanyProvider } from '../../support/systems/company-provider.ts';

const ANNA = { sub: 'anna', email: 'anna@example.com', email_verified: true, name: 'Anna Author' };
const SESSION = '__Host-holdfast-session';
const OWN_PAGE = { 'x-holdfast-session': '1', 'sec-fetch-site': 'same-origin' };

let provider: Awaited<ReturnType<typeof startCompanyProvider>>;
let server: Awaited<ReturnType<typeof startSessionServer>>;
let time = Date.now();
const laterBy = (seconds: number) => {
  time += seconds * 1_000;
};
beforeAll(async () => {
  provider = await startCompanyProvider({
    people: [ANNA],
    clients: () => [
      {
        id: 'web',
        redirectUris: [`${server.url}/session/call-back`],
        signedOutUris: [`${server.url}/session/signed-out`],
      },
    ],
  });
  server = await startSessionServer({
    provider: issuerProvider({
      issuer: provider.issuer,
      clientId: 'web',
      scope: 'openid email profile offline_access',
    }),
    now: () => new Date(time).toISOString(),
  });
});
afterAll(async () => {
  await Promise.all([provider?.close(), server?.close()]);
});

const newBrowser = () => cookieBrowser(() => time);
const signIn = (browser: CookieBrowser, path = '/session/sign-in') =>
  signInAtProvider(browser, `${server.url}${path}`, 'anna');
const post = (browser: CookieBrowser, path: string, headers: Record<string, string> = OWN_PAGE) =>
  browser.request(`${server.url}/session/${path}`, { method: 'POST', headers });
const Token = z.object({ token: z.string().default(''), endsAt: z.string().default('') }).loose();
const token = async (browser: CookieBrowser) => {
  const response = await post(browser, 'token');
  return { ...Token.parse(await response.json()), status: response.status };
};
const sealed = (browser: CookieBrowser) => browser.cookies(server.url)[SESSION] ?? '';
const claimsOf = (idToken: string) => JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());

describe('a browser that signs in', () => {
  it('comes back to the page that it left, with a session and tokens of its own', async () => {
    const browser = newBrowser();
    const { url } = await signIn(browser, '/session/sign-in?return=%2Frecords%2F7%3Ftab%3Dfixes');
    const given = await token(browser);
    expect(url.href).toBe(`${server.url}/records/7?tab=fixes`);
    expect(claimsOf(given.token)).toMatchObject({ aud: 'web', sub: 'anna', email: 'anna@example.com' });
    expect(Date.parse(given.endsAt)).toBe(claimsOf(given.token).exp * 1_000);
    expect(Object.keys(browser.cookies(server.url))).toEqual([SESSION]);
  });

  it('is given its cookies for the own site alone, out of reach of scripts', async () => {
    const began = await newBrowser().request(`${server.url}/session/sign-in`);
    expect(began.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-holdfast-sign-in=[\w-]+; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/),
    ]);
    const browser = newBrowser();
    await signIn(browser);
    const renewed = await post(browser, 'token');
    expect(renewed.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-holdfast-session=[\w-]+; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  it('asks the provider for a code with a proof of its own, and shows it nothing of the cookie', async () => {
    const browser = newBrowser();
    const { headers } = await browser.request(`${server.url}/session/sign-in?return=/records`);
    const asked = new URL(headers.get('location') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'web',
      response_type: 'code',
      redirect_uri: `${server.url}/session/call-back`,
      scope: 'openid email profile offline_access',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const shown = Object.values(browser.cookies(server.url)).join();
    expect(shown).not.toContain(asked.searchParams.get('state') ?? '');
  });

  it('lets nothing of a session be kept by anybody on the way', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const answers = [
      await browser.request(`${server.url}/session/sign-in`),
      await browser.request(`${server.url}/session/call-back`),
      await post(browser, 'token'),
      await post(browser, 'sign-out'),
    ];
    expect(answers.map(({ headers }) => [headers.get('cache-control'), headers.get('referrer-policy')])).toEqual(
      Array(4).fill(['no-store', 'no-referrer']),
    );
  });

  it('may do so in three tabs at once', async () => {
    const browser = newBrowser();
    const pages = ['/a', '/b', '/c'];
    const begun: string[] = [];
    for (const page of pages) {
      const { headers } = await browser.request(`${server.url}/session/sign-in?return=${page}`);
      begun.push(headers.get('location') ?? '');
    }
    const ends: string[] = [];
    for (const address of begun) ends.push((await signInAtProvider(browser, address, 'anna')).url.pathname);
    expect(ends).toEqual(pages);
  });
});

describe('a call-back', () => {
  it('is taken once: whoever loads the page again is told so, and stays signed in', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const callBack = browser.history.find(({ pathname }) => pathname === '/session/call-back') ?? new URL(server.url);
    const again = await browser.request(callBack);
    const text = await again.text();
    expect([again.status, text]).toEqual([400, expect.stringContaining('finished before')]);
    expect(text).not.toContain(callBack.searchParams.get('code') ?? 'no code');
    expect((await token(browser)).status).toBe(200);
  });

  it('of a sign-in that somebody else began is not taken: nobody works in another’s name', async () => {
    const mallory = newBrowser();
    const { headers } = await mallory.request(`${server.url}/session/sign-in`);
    const state = new URL(headers.get('location') ?? '').searchParams.get('state') ?? '';
    const victim = newBrowser();
    await victim.request(`${server.url}/session/sign-in`);
    const response = await victim.request(`${server.url}/session/call-back?code=abc&state=${state}`);
    expect([await response.text(), sealed(victim)]).toEqual([expect.stringContaining('is not known here'), '']);
  });

  it('that comes after ten minutes is not taken', async () => {
    const browser = newBrowser();
    const { headers } = await browser.request(`${server.url}/session/sign-in`);
    const state = new URL(headers.get('location') ?? '').searchParams.get('state') ?? '';
    const kept = browser.cookies(server.url)['__Host-holdfast-sign-in'] ?? '';
    laterBy(601);
    // As somebody would whose browser keeps it for longer.
    browser.plant(server.url, '__Host-holdfast-sign-in', kept);
    const response = await browser.request(`${server.url}/session/call-back?code=abc&state=${state}`);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('is not known here')]);
  });

  it.each([
    ['access_denied', 403, 'You were not let in'],
    ['login_required', 400, 'The sign-in did not work'],
    ['unauthorized_client', 502, 'Holdfast is not known to the provider'],
    ['temporarily_unavailable', 503, 'does not answer'],
    ['<script>alert(1)</script>', 400, 'an unknown error'],
  ])('with the error %s is a page that says how to go on', async (error, expected, words) => {
    const browser = newBrowser();
    const { headers } = await browser.request(`${server.url}/session/sign-in?return=/records`);
    const asked = new URL(headers.get('location') ?? '').searchParams;
    const back = new URLSearchParams({
      error,
      error_description: 'call 555-0100',
      state: asked.get('state') ?? '',
      iss: provider.issuer,
    });
    const response = await browser.request(`${server.url}/session/call-back?${back.toString()}`);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type'), text]).toEqual([
      expected,
      'text/html; charset=utf-8',
      expect.stringContaining(words),
    ]);
    expect(text).toContain('/session/sign-in');
    // Anybody can write a link with words in it.
    expect(text).not.toMatch(/555-0100|<script/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('with a code that nobody gave is refused, and says so', async () => {
    const browser = newBrowser();
    const { headers } = await browser.request(`${server.url}/session/sign-in`);
    const state = new URL(headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = new URLSearchParams({ code: 'made-up', state, iss: provider.issuer });
    const response = await browser.request(`${server.url}/session/call-back?${back.toString()}`);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('(invalid_grant)')]);
  });
});

describe('a token', () => {
  it.each([
    ['without the header of our pages', { 'sec-fetch-site': 'same-origin' }],
    ['from another site', { ...OWN_PAGE, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of the site', { ...OWN_PAGE, 'sec-fetch-site': 'same-site' }],
    ['from another origin, by an older browser', { 'x-holdfast-session': '1', origin: 'https://evil.example' }],
    ['from a page without an origin', { 'x-holdfast-session': '1', origin: 'null' }],
    ['from nowhere', { 'x-holdfast-session': '1' }],
  ])('is not given to a call %s', async (_, headers: Record<string, string>) => {
    const browser = newBrowser();
    await signIn(browser);
    // Node's own fetch says for itself where a call comes from.
    const response = await post(browser, 'token', { 'sec-fetch-mode': 'cors', ...headers });
    const before = provider.requests();
    expect([response.status, await response.json()]).toEqual([403, expect.objectContaining({ title: 'Not allowed' })]);
    expect(provider.requests()).toBe(before);
  });

  it('is given to the own origin by a browser that knows no Sec-Fetch-Site', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const response = await post(browser, 'token', { 'x-holdfast-session': '1', origin: server.url });
    expect(response.status).toBe(200);
  });

  it('is renewed again and again, each time with the refresh token that came with the last', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const cookies = [sealed(browser)];
    for (let times = 0; times < 3; times += 1) {
      expect((await token(browser)).status).toBe(200);
      cookies.push(sealed(browser));
    }
    expect(new Set(cookies).size).toBe(4);
  });

  it('is never the refresh token, and no answer holds that', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const { refreshToken } = z
      .object({ refreshToken: z.string() })
      .parse(sealsOf(['a secret of tests']).open('session', sealed(browser)));
    const response = await post(browser, 'token');
    const body = await response.text();
    expect([
      refreshToken.length > 20,
      body.includes(refreshToken),
      String(response.headers).includes(refreshToken),
    ]).toEqual([true, false, false]);
    expect(server.log.join('\n')).not.toContain(refreshToken);
  });

  it('is refused, with the cookie taken away, when the session was ended at the provider', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const copy = sealed(browser);
    await token(browser);
    // This provider ends the session when a refresh token comes a second time.
    const thief = newBrowser();
    thief.plant(server.url, SESSION, copy);
    expect(await token(thief)).toMatchObject({ status: 401, signIn: '/session/sign-in', title: 'Not signed in' });
    expect(sealed(thief)).toBe('');
    expect((await token(browser)).status).toBe(401);
  });

  it('is not given for a session of yesterday, whatever the browser still keeps', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const copy = sealed(browser);
    laterBy(12 * 3_600 + 1);
    browser.plant(server.url, SESSION, copy);
    expect((await token(browser)).status).toBe(401);
  });

  it.each([
    ['nothing', undefined],
    ['what somebody made up', 'x'.repeat(200)],
    ['a cookie of a sign-in that is under way', 'sign-in'],
  ])('is not given for %s', async (_, value) => {
    const browser = newBrowser();
    const { headers } = await browser.request(`${server.url}/session/sign-in`);
    expect(headers.get('location')).not.toBeNull();
    const { '__Host-holdfast-sign-in': attempt = '' } = browser.cookies(server.url);
    if (value !== undefined) browser.plant(server.url, SESSION, value === 'sign-in' ? attempt : value);
    expect((await token(browser)).status).toBe(401);
  });
});

const SignedOut = z.object({ isRevoked: z.boolean(), signOutUrl: z.string() });

describe('whoever signs out', () => {
  it('has no session any more, nor has a copy of it, and goes on to the provider’s own sign-out', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const copy = sealed(browser);
    const response = await post(browser, 'sign-out');
    const { isRevoked, signOutUrl } = SignedOut.parse(await response.json());
    const thief = newBrowser();
    thief.plant(server.url, SESSION, copy);
    expect([isRevoked, browser.cookies(server.url), (await token(thief)).status]).toEqual([true, {}, 401]);
    expect(signOutUrl).toContain(`${provider.issuer}/session/end?`);
    expect(new URL(signOutUrl).searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/session/signed-out`);
  });

  it('is not signed out by another site', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const { status } = await post(browser, 'sign-out', { 'sec-fetch-site': 'cross-site', 'x-holdfast-session': '1' });
    expect([status, (await token(browser)).status]).toEqual([403, 200]);
  });

  it('may do so twice, and without being signed in', async () => {
    const response = await post(newBrowser(), 'sign-out');
    expect([response.status, await response.json()]).toMatchObject([200, { isRevoked: true }]);
    expect(await (await newBrowser().request(`${server.url}/session/signed-out`)).text()).toContain(
      'You are signed out',
    );
  });
});

describe('a provider', () => {
  async function withProvider(answer: Parameters<typeof loopbackServer>[0], during: (at: string) => Promise<void>) {
    const strange = await loopbackServer(answer);
    const at = await startSessionServer({
      provider: issuerProvider({ issuer: strange.url, clientId: 'web', scope: 'openid' }),
    });
    try {
      await during(at.url);
      expect(at.counted()).toMatchObject({ SignInProviderUnanswered: expect.any(Number) });
    } finally {
      await Promise.all([strange.close(), at.close()]);
    }
  }
  /** Signed in, with a token that the provider once gave. */
  const signedInAt = (url: string) => {
    const browser = cookieBrowser();
    const session = { refreshToken: 'r-1', endsAt: '2999-01-01T00:00:00.000Z' };
    browser.plant(url, SESSION, sealsOf(['a secret of tests']).seal('session', session));
    return browser;
  };
  const ways = (host: string, more: object = {}) =>
    JSON.stringify({
      issuer: `http://${host}`,
      authorization_endpoint: `http://${host}/auth`,
      token_endpoint: `http://${host}/token`,
      response_types_supported: ['code'],
      ...more,
    });
  const json = { 'content-type': 'application/json' };

  it.each([
    ['answers HTML', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Welcome</h1>' }],
    ['fails', { status: 500, body: 'oh no' }],
    ['fails with JSON', { status: 503, headers: json, body: '{"error":"server_error"}' }],
    ['answers JSON that is cut off', { status: 200, headers: json, body: '{"access_to' }],
    ['wants less', { status: 429, headers: json, body: '{"error":"rate_limited"}' }],
  ])('that %s costs nobody their session', async (_, broken) => {
    await withProvider(
      ({ url, headers }) =>
        url.pathname.includes('.well-known') ? { status: 200, headers: json, body: ways(headers.host ?? '') } : broken,
      async (at) => {
        const browser = signedInAt(at);
        const response = await browser.request(`${at}/session/token`, { method: 'POST', headers: OWN_PAGE });
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
        expect(await response.json()).toMatchObject({ detail: expect.stringContaining('the session is kept') });
        expect(Object.keys(browser.cookies(at))).toEqual([SESSION]);
      },
    );
  });

  it('that does not say where it signs people in is a page with a way on', async () => {
    await withProvider(
      () => ({ status: 404, body: 'not here' }),
      async (at) => {
        const response = await cookieBrowser().request(`${at}/session/sign-in`);
        expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
          503,
          '10',
          expect.stringContaining('Try again'),
        ]);
      },
    );
  });

  it('that does not confirm a sign-out keeps nobody signed in here', async () => {
    await withProvider(
      ({ url, headers }) =>
        url.pathname.includes('.well-known')
          ? {
              status: 200,
              headers: json,
              body: ways(headers.host ?? '', { revocation_endpoint: `http://${headers.host}/revoke` }),
            }
          : { status: 500 },
      async (at) => {
        const browser = signedInAt(at);
        const response = await browser.request(`${at}/session/sign-out`, { method: 'POST', headers: OWN_PAGE });
        expect([response.status, await response.json(), browser.cookies(at)]).toEqual([
          200,
          { isRevoked: false, signOutUrl: '/session/signed-out' },
          {},
        ]);
        await signedInAt(at).request(`${at}/session/token`, { method: 'POST', headers: OWN_PAGE });
      },
    );
  });
});
