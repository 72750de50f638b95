import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JiraSimulator, startJiraSimulator } from '../../../local/jira-simulator/simulator.ts';

describe('the faults of the Jira simulator', () => {
  let jira: JiraSimulator;

  beforeEach(async () => {
    const draws = [0.9, 0.1, 0.9];
    jira = await startJiraSimulator({ webhookSecret: 'secret', random: () => draws.shift() ?? 0.9 });
  });
  afterEach(() => jira.close());

  function call(method: string, path: string, body?: unknown, signal?: AbortSignal) {
    const { email, apiToken } = jira.credentials;
    return fetch(`${jira.url}${path}`, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  }
  const newIssue = { fields: { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Fix' } };
  const create = (signal?: AbortSignal) => call('POST', '/rest/api/3/issue', newIssue, signal);
  const myself = async () => (await call('GET', '/rest/api/3/myself')).status;

  it('answer a rate limit with its reason and pause, once, to the calls that it is meant for', async () => {
    jira.faults.add({
      kind: 'status',
      status: 429,
      method: 'POST',
      path: '/rest/api/3/issue',
      retryAfterSeconds: 7,
      rateLimitReason: 'jira-burst-based',
    });
    const read = await myself();
    const limited = await create();
    const retried = await create();

    expect({
      read,
      limited: [limited.status, limited.headers.get('retry-after'), limited.headers.get('ratelimit-reason')],
      body: await limited.json(),
      retried: retried.status,
      left: jira.faults.list(),
    }).toEqual({
      read: 200,
      limited: [429, '7', 'jira-burst-based'],
      body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
      retried: 201,
      left: [],
    });
  });

  it('strike as often as told', async () => {
    jira.faults.add({ kind: 'status', status: 503, times: 2 });

    expect([await myself(), await myself(), await myself()]).toEqual([503, 503, 200]);
  });

  it('strike by chance, as the given source of randomness decides', async () => {
    jira.faults.add({ kind: 'status', status: 500, probability: 0.5 });

    expect([await myself(), await myself(), await myself()]).toEqual([200, 500, 200]);
  });

  it.each([
    ['timeout-before-write', 0],
    ['timeout-after-write', 1],
  ] as const)('%s leaves the caller waiting with %i issues created', async (kind, count) => {
    jira.faults.add({ kind, method: 'POST', path: '/rest/api/3/*' });
    const waiting = new AbortController();
    const answer = create(waiting.signal).catch(() => 'no answer');
    const { method, fault, status } = await jira.nextRequest();
    waiting.abort();

    expect([await answer, jira.issues().length, method, fault, status]).toEqual([
      'no answer',
      count,
      'POST',
      kind,
      undefined,
    ]);
  });

  it.each([
    ['timeout-before-write', 504, 0],
    ['timeout-after-write', 201, 1],
  ] as const)('%s may answer %i late', async (kind, status, count) => {
    jira.faults.add({ kind, method: 'POST', answerAfterMs: 1 });

    expect([(await create()).status, jira.issues().length]).toEqual([status, count]);
  });

  it.each([
    ['reset-before-write', 0],
    ['reset-after-write', 1],
  ] as const)('%s cuts the connection with %i issues created', async (kind, count) => {
    jira.faults.add({ kind, method: 'POST' });

    expect([await create().catch(() => 'cut'), jira.issues().length]).toEqual(['cut', count]);
  });

  it('make chosen elements of a bulk fail', async () => {
    jira.faults.add({ kind: 'bulk-partial-failure', failedElementNumbers: [0, 2] });
    const response = await call('POST', '/rest/api/3/issue/bulk', { issueUpdates: [newIssue, newIssue, newIssue] });

    expect([response.status, await response.json()]).toMatchObject([
      201,
      {
        issues: [{ key: 'PLAT-1' }],
        errors: [
          { failedElementNumber: 0, status: 500 },
          { failedElementNumber: 2, status: 500 },
        ],
      },
    ]);
  });

  it('are switched on and off over HTTP too', async () => {
    const added = await call('POST', '/_simulator/faults', [
      { kind: 'status', status: 500, times: 9 },
      { kind: 'index-lag', lagMs: 5 },
    ]);
    const during = await myself();
    const refused = await call('POST', '/_simulator/faults', { kind: 'earthquake' });
    const removed = await call('DELETE', '/_simulator/faults');

    expect([added.status, await added.json(), during, refused.status, removed.status, await myself()]).toEqual([
      201,
      { ids: ['fault-1', 'fault-2'] },
      500,
      400,
      204,
      200,
    ]);
  });
});
