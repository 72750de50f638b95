import { beforeEach, describe, expect, it } from 'vitest';
import { accessTokens, JiraTokenUnavailable } from '../../../shared/jira/access-tokens.ts';
import { JiraRateLimited, JiraRefused } from '../../../shared/jira/jira-errors.ts';

const CREDENTIALS = { clientId: 'client', clientSecret: 'secret-that-must-not-show' };
const URL_OF_TOKENS = 'https://tokens.test/oauth/token';
let now: number;
let asked: string[];
beforeEach(() => {
  now = 0;
  asked = [];
});

/** Tokens of an endpoint that numbers them, or answers otherwise. */
function tokensOf(answer = (count: number) => granted(`token-${count}`)) {
  return accessTokens({
    tokenUrl: URL_OF_TOKENS,
    timeoutMs: 1_000,
    clock: () => now,
    fetch: (_url, request) => {
      asked.push(String(request?.body));
      return Promise.resolve().then(() => answer(asked.length));
    },
  });
}
const granted = (access_token: string, expires_in = 3_600) => Response.json({ access_token, expires_in });
const outcome = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('access tokens', () => {
  it('are asked for as Atlassian documents it', async () => {
    await tokensOf().tokenFor(CREDENTIALS);
    expect(asked.map((body) => JSON.parse(body))).toEqual([
      { grant_type: 'client_credentials', client_id: 'client', client_secret: CREDENTIALS.clientSecret },
    ]);
  });

  it('are asked for once by callers at the same time, at first and at the end of one', async () => {
    const tokens = tokensOf();
    const together = () => Promise.all([1, 2, 3].map(() => tokens.tokenFor(CREDENTIALS)));
    const first = await together();
    now = 3_600_000;
    expect([first, await together(), asked.length]).toEqual([
      ['token-1', 'token-1', 'token-1'],
      ['token-2', 'token-2', 'token-2'],
      2,
    ]);
  });

  it('are kept until a minute before their end', async () => {
    const tokens = tokensOf();
    const seen: string[] = [];
    for (now of [0, 3_539_999, 3_540_000]) seen.push(await tokens.tokenFor(CREDENTIALS));
    expect(seen).toEqual(['token-1', 'token-1', 'token-2']);
  });

  it('of a short life are kept for half of it', async () => {
    const tokens = tokensOf((count) => granted(`token-${count}`, 60));
    const seen: string[] = [];
    for (now of [0, 29_999, 30_000]) seen.push(await tokens.tokenFor(CREDENTIALS));
    expect(seen).toEqual(['token-1', 'token-1', 'token-2']);
  });

  it('are forgotten when Jira refuses them, and one that came meanwhile is not', async () => {
    const tokens = tokensOf();
    const old = await tokens.tokenFor(CREDENTIALS);
    await tokens.forget(old);
    const fresh = await tokens.tokenFor(CREDENTIALS);
    await tokens.forget(old);
    expect([fresh, await tokens.tokenFor(CREDENTIALS), asked.length]).toEqual(['token-2', 'token-2', 2]);
  });

  it('are not asked for again and again when Jira refuses the new one as well', async () => {
    const tokens = tokensOf();
    for (now of [0, 1_000, 2_000, 60_000]) await tokens.forget(await tokens.tokenFor(CREDENTIALS));
    expect([await tokens.tokenFor(CREDENTIALS), asked.length]).toEqual(['token-3', 3]);
  });

  it('are asked for anew with a rotated secret', async () => {
    const tokens = tokensOf();
    await tokens.tokenFor(CREDENTIALS);
    expect(await tokens.tokenFor({ ...CREDENTIALS, clientSecret: 'rotated' })).toBe('token-2');
  });

  it('are asked for again after a failure', async () => {
    const tokens = tokensOf((count) => (count === 1 ? new Response('', { status: 503 }) : granted('good')));
    expect([await outcome(tokens.tokenFor(CREDENTIALS)), await tokens.tokenFor(CREDENTIALS)]).toEqual([
      new JiraTokenUnavailable(`POST ${URL_OF_TOKENS}`, 'status 503'),
      'good',
    ]);
  });

  it.each([
    ['wrong credentials', () => Response.json({ error: 'access_denied' }, { status: 401 }), JiraRefused],
    ['an outage', () => new Response('<html>', { status: 500 }), JiraTokenUnavailable],
    ['a page of a proxy', () => new Response('<html>', { status: 200 }), JiraTokenUnavailable],
    [
      'a redirect',
      () => new Response('', { status: 302, headers: { location: 'https://evil.test' } }),
      JiraTokenUnavailable,
    ],
    ['a token that would break a header', () => granted('a\nb'), JiraTokenUnavailable],
    [
      'a broken connection',
      () => {
        throw new TypeError(CREDENTIALS.clientSecret);
      },
      JiraTokenUnavailable,
    ],
  ])('are not there after %s, and no error shows the secret', async (_what, answer, kind) => {
    const error = await outcome(tokensOf(answer).tokenFor(CREDENTIALS));
    expect(error).toBeInstanceOf(kind);
    expect(JSON.stringify([String(error), error, Object(error).cause ?? null])).not.toContain(CREDENTIALS.clientSecret);
  });

  it('that do not come leave every request to Jira unsent, so it may be tried again', async () => {
    const error = await outcome(tokensOf(() => new Response('', { status: 503 })).tokenFor(CREDENTIALS));
    expect(error).toBeInstanceOf(JiraRateLimited);
    expect(String(error)).toContain('gave no access token: status 503; nothing was sent to Jira');
  });
});
