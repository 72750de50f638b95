import { describe, expect, it } from 'vitest';
import type { JiraCredentials } from '../../../shared/jira/credentials.ts';
import { JiraLoginUnfit } from '../../../shared/jira/login.ts';
import { jiraTransport, type TransportOptions } from '../../../shared/jira/transport.ts';

const GATEWAY = 'https://api.atlassian.com/ex/jira/5e1d0a7c-4b2f-4a53-9f0e-7c3b1d2a6e98';
const API_TOKEN = { email: 'holdfast@acme.com', apiToken: 'api-token' };
const CLIENT = { clientId: 'client', clientSecret: 'client-secret' };
const PAT = { personalAccessToken: 'personal-token' };

/** Asks for an issue. @returns what was sent, or the error */
async function sent(credentials: JiraCredentials, where: Partial<TransportOptions> = {}, statuses = [200]) {
  const requests: string[] = [];
  const client = jiraTransport({
    site: 'https://acme.atlassian.net',
    timeoutMs: 1_000,
    timeLeftMs: () => 1,
    credentials: () => Promise.resolve(credentials),
    fetch: (url, request) => {
      if (String(url).endsWith('/oauth/token')) {
        return Promise.resolve(Response.json({ access_token: `token-after-${requests.length}`, expires_in: 3_600 }));
      }
      requests.push(`${new Headers(request?.headers).get('authorization')} ${String(url)}`);
      return Promise.resolve(
        Response.json({ errorMessages: ['no'] }, { status: statuses[requests.length - 1] ?? 200 }),
      );
    },
    ...where,
  });
  try {
    await client.sendRequest({ url: '/rest/api/3/myself', method: 'GET' });
    return requests;
  } catch (error) {
    return error instanceof JiraLoginUnfit ? error : [...requests, String(error)];
  }
}

describe('the login', () => {
  const basic = `Basic ${Buffer.from('holdfast@acme.com:api-token').toString('base64')}`;
  it.each([
    ['an API token, at the site', API_TOKEN, {}, `${basic} https://acme.atlassian.net/rest/api/3/myself`],
    ['an API token, at the gateway', API_TOKEN, { apiUrl: GATEWAY }, `${basic} ${GATEWAY}/rest/api/3/myself`],
    ['OAuth 2.0', CLIENT, { apiUrl: GATEWAY }, `Bearer token-after-0 ${GATEWAY}/rest/api/3/myself`],
    [
      'Data Center',
      PAT,
      { site: 'https://acme.com/jira', deployment: 'Data Center' as const },
      'Bearer personal-token https://acme.com/jira/rest/api/2/myself',
    ],
  ])('is sent where it belongs: %s', async (_what, credentials, where, expected) => {
    expect(await sent(credentials, where)).toEqual([expected]);
  });

  it('is renewed once when an access token ended before its time', async () => {
    const requests = await sent(CLIENT, { apiUrl: GATEWAY }, [401, 200]);
    expect(requests).toEqual([
      `Bearer token-after-0 ${GATEWAY}/rest/api/3/myself`,
      `Bearer token-after-1 ${GATEWAY}/rest/api/3/myself`,
    ]);
  });

  it('is renewed no second time, and never where there is nothing to renew', async () => {
    const [oauth, basicLogin] = [
      await sent(CLIENT, { apiUrl: GATEWAY }, [401, 401, 200]),
      await sent(API_TOKEN, {}, [401, 200]),
    ];
    expect([oauth, basicLogin].map((all) => (Array.isArray(all) ? all.length : all))).toEqual([3, 2]);
  });

  it.each([
    ['OAuth 2.0 without the gateway', CLIENT, {}, 'set jira.apiUrl to https://api.atlassian.com/ex/jira/<cloudId>'],
    ['a personal access token on Cloud', PAT, {}, 'jira.deployment: "Data Center"'],
    ['an API token on Data Center', API_TOKEN, { deployment: 'Data Center' as const }, '{"personalAccessToken": "…"}'],
  ])('that does not fit the configuration says which line mends it: %s', async (_what, credentials, where, words) => {
    const error = await sent(credentials, where);
    expect(error).toBeInstanceOf(JiraLoginUnfit);
    expect(String(error)).toContain(words);
  });
});
