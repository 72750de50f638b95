import { describe, expect, it } from 'vitest';
import { JiraPostponed } from '../../../shared/jira/jira-errors.ts';
import type { SiteLimits } from '../../../shared/jira/limits/site-limits.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';

type Asking = { method?: 'GET' | 'POST'; url?: string; secondsLeft?: number; limits?: Pick<SiteLimits, 'turnOf'> };
type Answer = number | Record<string, string>;

/** Outcome of a request to which Jira answers so, one after the other, and what it waited for in between. */
async function asked(
  answers: readonly Answer[],
  { method = 'GET', url = '/rest/api/3/issue/1', secondsLeft = 60, limits }: Asking = {},
): Promise<{ came: unknown; sent: number; waits: number[] }> {
  let [sent, leftMs] = [0, secondsLeft * 1_000];
  const waits: number[] = [];
  const client = jiraTransport({
    site: 'https://jira.test',
    timeoutMs: 10_000,
    limits: limits && { ...limits, sent: () => {}, learn: () => Promise.resolve() },
    credentials: () => Promise.resolve({ email: 'holdfast@example.com', apiToken: 'token' }),
    timeLeftMs: () => leftMs,
    random: () => 0.5,
    pause: (ms) => {
      waits.push(ms);
      leftMs -= ms;
      return Promise.resolve();
    },
    fetch: (asked) => {
      if (String(asked).endsWith('/myself')) return Promise.resolve(Response.json({ accountId: 'holdfast' }));
      const answer = answers[sent] ?? 200;
      sent += 1;
      const [status, headers] = typeof answer === 'number' ? [answer, {}] : [429, answer];
      return Promise.resolve(new Response('{"errorMessages":[]}', { status, headers }));
    },
  });
  const came = await client.sendRequest({ url, method }).then(
    () => 'an answer',
    (error: Error) => error.name,
  );
  return { came, sent, waits };
}

describe('a read of Jira', () => {
  it('is tried three times, with longer and longer waits', async () => {
    expect(await asked([503, 503])).toEqual({ came: 'an answer', sent: 3, waits: [625, 1_250] });
    expect(await asked([503, 503, 503])).toEqual({ came: 'JiraUnsure', sent: 3, waits: [625, 1_250] });
  });

  it('waits at least as long as Jira asks for', async () => {
    expect(await asked([{ 'retry-after': '8' }])).toEqual({ came: 'an answer', sent: 2, waits: [10_000] });
  });

  it.each(['/rest/api/3/search/jql', '/rest/api/3/issue/bulkfetch'])('may be a POST of %s', async (url) => {
    expect(await asked([429], { method: 'POST', url })).toMatchObject({ came: 'an answer', sent: 2 });
  });

  it('is not repeated when it was postponed: it has waited for as long as it may', async () => {
    const postponed = { turnOf: () => Promise.reject(new JiraPostponed('GET /x', 1_000, undefined)) };
    expect(await asked([], { limits: postponed })).toMatchObject({ came: 'JiraPostponed', sent: 0, waits: [] });
  });

  it('is not repeated where the answer will not be another', async () => {
    expect(await asked([400])).toMatchObject({ came: 'JiraRefused', sent: 1 });
    expect(await asked([404])).toMatchObject({ came: 'JiraIssueMissing', sent: 1 });
  });

  it('is not repeated when wait, time-out and a reserve do not fit into the time that is left', async () => {
    expect(await asked([503], { secondsLeft: 13 })).toMatchObject({ came: 'JiraUnsure', sent: 1 });
    expect(await asked([503], { secondsLeft: 14 })).toMatchObject({ came: 'an answer', sent: 2 });
    expect(await asked([{ 'retry-after': '60' }])).toMatchObject({ came: 'JiraRateLimited', sent: 1 });
  });
});

describe('a write', () => {
  it.each(['/rest/api/3/issue', '/rest/api/3/issue/bulk', '/rest/api/3/issue/1/comment'])(
    'is never repeated: POST %s',
    async (url) => {
      expect(await asked([503], { method: 'POST', url })).toEqual({ came: 'JiraUnsure', sent: 1, waits: [] });
    },
  );

  it('is not sent at all when the time is over: it may be work that woke up in a later run', async () => {
    expect(await asked([], { method: 'POST', secondsLeft: 0 })).toEqual({ came: 'NotSent', sent: 0, waits: [] });
  });
});
