import { describe, expect, it } from 'vitest';
import {
  JiraConflict,
  JiraIssueMissing,
  JiraOutage,
  JiraRateLimited,
  JiraRefused,
  JiraUnsure,
} from '../../../shared/jira/jira-errors.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';

const ONCE = { site: 'https://jira.test', timeoutMs: 1_000, timeLeftMs: () => 1 };
const TOKEN = 'token-that-must-not-show';

const ourselves = () => Promise.resolve(Response.json({ accountId: 'holdfast' }));

/** Outcome of a read when the network answers so, and so to the question who we are. */
async function outcome(
  answer: () => Promise<Response>,
  url = '/rest/api/3/issue/SEC-1',
  myself: () => Promise<Response> = ourselves,
): Promise<unknown> {
  const client = jiraTransport({
    ...ONCE,
    credentials: () => Promise.resolve({ email: 'holdfast@example.com', apiToken: TOKEN }),
    fetch: (asked) => (String(asked).endsWith('/myself') ? myself() : answer()),
  });
  try {
    return await client.sendRequest({ url, method: 'GET' });
  } catch (error) {
    return error;
  }
}
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(
      new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } }),
    );

describe('the way to Jira', () => {
  it('gives the body of an answer', async () => {
    expect(await outcome(json(200, { id: '1' }))).toEqual({ id: '1' });
  });

  it('does not take the answers that Jira gives to nobody for an empty Jira', async () => {
    const anonymous = { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
    expect(await outcome(json(200, { issues: [] }, anonymous), '/rest/api/3/search/jql')).toEqual(
      new JiraOutage(
        'GET /rest/api/3/search/jql',
        'Jira does not take the login: the e-mail address or the token is wrong, expired or revoked',
        'put a valid one into the secret of the Jira account (docs/guide.md)',
      ),
    );
  });

  it.each([
    [400, new JiraRefused('GET /rest/api/3/issue/SEC-1', 400, 'no; summary: too long', { fields: ['summary'] })],
    [404, new JiraIssueMissing('GET /rest/api/3/issue/SEC-1')],
    [409, new JiraConflict('GET /rest/api/3/issue/SEC-1', 'no; summary: too long')],
    [413, new JiraRefused('GET /rest/api/3/issue/SEC-1', 413, 'no; summary: too long', { fields: ['summary'] })],
    [503, new JiraUnsure('GET /rest/api/3/issue/SEC-1', 'status 503', 503)],
  ])('tells what a %i means', async (status, expected) => {
    const body = { errorMessages: ['no'], errors: { summary: 'too long' } };
    expect(await outcome(json(status, body))).toEqual(expected);
  });

  it.each([
    [404, '<html>Your site is being moved</html>'],
    [404, { message: 'not found' }],
    [408, { errorMessages: ['late'] }],
    [425, { errorMessages: ['early'] }],
  ])('does not take a %i that is not about the issue for a word of Jira: %j', async (status, body) => {
    const unsure = new JiraUnsure('GET /rest/api/3/issue/SEC-1', `status ${status}`, status);
    expect(await outcome(json(status, body))).toEqual(unsure);
  });

  it.each([400, 404, 405, 407, 409, 410, 413, 422])('does not take a page with %i for a refusal', async (status) => {
    const page = () => Promise.resolve(new Response('<html>Too much for this proxy</html>', { status }));
    expect(await outcome(page)).toEqual(new JiraUnsure('GET /rest/api/3/issue/SEC-1', `status ${status}`, status));
  });

  it('gives the reasons of a bulk creation of which nothing came, for each element', async () => {
    const errors = [{ status: 400, elementErrors: { errors: { project: 'gone' } }, failedElementNumber: 0 }];
    expect(await outcome(json(400, { issues: [], errors }))).toEqual({ issues: [], errors });
  });

  it.each([
    [{ 'retry-after': '3', 'ratelimit-reason': 'jira-burst-based' }, 3_000, 'jira-burst-based'],
    [{}, undefined, undefined],
    [{ 'retry-after': 'soon' }, undefined, undefined],
  ])('reads how long a 429 wants us to wait: %o', async (headers, retryAfterMs, reason) => {
    const error = await outcome(json(429, {}, headers));
    expect(error).toEqual(new JiraRateLimited('GET /rest/api/3/issue/SEC-1', retryAfterMs, reason));
  });

  it.each([
    ['no answer within 1000 ms', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
    ['the connection broke', () => Promise.reject(new TypeError('fetch failed'))],
  ])('says that nobody knows: %s', async (what, answer) => {
    expect(await outcome(answer)).toEqual(new JiraUnsure('GET /rest/api/3/issue/SEC-1', what));
  });

  it('reads half of a character as U+FFFD, in what Jira says and in what it refuses', async () => {
    const odd = { id: '1', names: { '\ud83d': 'Mia \ude00' } };
    expect(await outcome(json(200, odd))).toEqual({ id: '1', names: { '\ufffd': 'Mia \ufffd' } });
    const refused = await outcome(json(400, { errorMessages: ['no \ud83d'] }));
    expect(refused).toEqual(new JiraRefused('GET /rest/api/3/issue/SEC-1', 400, 'no \ufffd'));
  });

  it('keeps of a long refusal what fits, cut between two characters', async () => {
    const refused = await outcome(json(400, { errorMessages: [`${'x'.repeat(998)}😀 and so on`] }));
    expect(String(refused)).toMatch(/: x{998}…$/);
  });

  it('sends what Jira could not keep as U+FFFD, and all else letter by letter', async () => {
    let sent = '';
    const client = jiraTransport({
      ...ONCE,
      credentials: () => Promise.resolve({ email: 'holdfast@example.com', apiToken: TOKEN }),
      fetch: (_url, request) => {
        sent = String(request?.body);
        return Promise.resolve(new Response('{}'));
      },
    });
    const body = { summary: 'NUL \u0000, \b, half \ud83d, \\u0000', '\ude00': '"😀"\n\t\r\\b' };
    await client.sendRequest({ url: '/rest/api/3/issue', method: 'POST', body });
    expect(JSON.parse(sent)).toEqual({
      summary: 'NUL \ufffd, \ufffd, half \ufffd, \\u0000',
      '\ufffd': '"😀"\n\t\r\\b',
    });
  });

  it('never shows the token', async () => {
    const errors = [await outcome(json(400, { errorMessages: [] })), await outcome(json(500, {}))];
    expect(JSON.stringify(errors.map((error) => [String(error), error]))).not.toContain(TOKEN);
  });
});
