import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';

const RATE_HEADERS = [
  'retry-after',
  'ratelimit-reason',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];
const rateHeaders = ({ headers }: { headers: Headers }) =>
  Object.fromEntries(RATE_HEADERS.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : [])));

async function limitedSite(more: { pointsAnHour?: number } = {}) {
  let now = Date.parse('2026-11-21T10:00:00.000Z');
  const site = await startSite(classicEnglish, {
    clock: () => new Date(now),
    rateLimits: { kind: 'Cloud', ...more },
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { ...site, pass };
}

describe('requests that come before their time', () => {
  const asked = (reason: string) =>
    ({
      kind: 'status',
      status: 429,
      retryAfterSeconds: 30,
      rateLimitReason: reason,
      path: '/rest/api/3/issue/*',
    }) as const;

  it.each([
    ['jira-quota-tenant-based', ['site', 'site', 'site']],
    ['jira-burst-based', ['GET issue/*', 'GET issue/*']],
    ['jira-per-issue-on-write', ['issue 10000']],
  ])(
    'are counted for the part of the site that %s names, but for those that were under way',
    async (reason, scopes) => {
      const { jira, call, pass } = await limitedSite();
      for (const summary of ['One', 'Two']) jira.createIssue({ project: 'PLAT', summary });
      jira.faults.add(asked(reason));
      await call(reason === 'jira-per-issue-on-write' ? 'PUT' : 'GET', '/rest/api/3/issue/10000');
      const request = async () => {
        await call('GET', '/rest/api/3/issue/10001');
        await call('GET', '/rest/api/3/issue/PLAT-1');
        await call('PUT', '/rest/api/3/issue/PLAT-1', { fields: {} });
      };
      await request();
      const underWay = jira.earlyRequests().length;
      pass(1_000);
      await request();
      const early = jira.earlyRequests().map(({ scope, earlyByMs }) => [scope, earlyByMs]);
      pass(29_000);
      await request();
      expect([underWay, early, jira.earlyRequests().length]).toEqual([
        0,
        scopes.map((scope) => [scope, 29_000]),
        scopes.length,
      ]);
    },
  );

  it('are none when the time is put off at the last moment, and nobody can know of it yet', async () => {
    const { jira, call, pass } = await limitedSite();
    const read = () => call('GET', '/rest/api/3/field');
    const putOff = () => jira.faults.add({ kind: 'status', status: 503, retryAfterSeconds: 30 });
    putOff();
    await read();
    // One that was on its way when the first time was over is told of the second.
    pass(29_900);
    putOff();
    await read();
    const first = jira.earlyRequests().length;
    pass(110);
    await read();
    const unknowing = jira.earlyRequests().length;
    pass(1_000);
    await read();
    expect([first, unknowing - first, jira.earlyRequests().length - unknowing]).toEqual([1, 0, 1]);
  });
});

describe('the documented limits', () => {
  it('let 20 writes to one issue pass in two seconds, and stop that issue only', async () => {
    const { jira, call, pass } = await limitedSite();
    for (const summary of ['One', 'Two']) jira.createIssue({ project: 'PLAT', summary });
    const write = (idOrKey: string) => call('PUT', `/rest/api/3/issue/${idOrKey}/properties/holdfast`, { id: 'R1' });
    const statuses = [];
    for (let count = 0; count < 20; count += 1) statuses.push((await write('PLAT-1')).status);
    const byId = await write('10000');
    const other = await write('PLAT-2');
    pass(2_000);
    const later = await write('PLAT-1');

    expect({
      passed: statuses.filter((status) => status < 300).length,
      limited: [byId.status, byId.body, rateHeaders(byId)],
      others: [other.status, later.status],
    }).toEqual({
      passed: 20,
      limited: [
        429,
        {
          errorMessages: ['The request has been rate-limited. Please try again later.'],
          errors: {},
          status: 429,
        },
        {
          'retry-after': '2',
          'ratelimit-reason': 'jira-per-issue-on-write',
          'x-ratelimit-limit': '20',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '2026-11-21T10:00:02.000Z',
        },
      ],
      others: [201, 200],
    });
  });

  it('let a hundred reads of one endpoint pass at once, and slow that endpoint only', async () => {
    const { call, pass } = await limitedSite();
    const reads = await Promise.all(Array.from({ length: 101 }, () => call('GET', '/rest/api/3/field')));
    const other = await call('GET', '/rest/api/3/myself');
    pass(10);
    const later = await call('GET', '/rest/api/3/field');
    const limited = reads.filter(({ status }) => status === 429);

    expect([limited.map(({ headers }) => headers.get('ratelimit-reason')), other.status, later.status]).toEqual([
      ['jira-burst-based'],
      200,
      200,
    ]);
  });

  it('count points by the hour, warn when few are left, and stop all until the hour is over', async () => {
    const { call, pass } = await limitedSite({ pointsAnHour: 4 });
    const [first, second, third] = [
      await call('GET', '/rest/api/3/field'),
      await call('GET', '/rest/api/3/field'),
      await call('GET', '/rest/api/3/myself'),
    ];
    pass(3_600_000);
    const next = await call('GET', '/rest/api/3/myself');

    expect([first, second, third, next].map((each) => [each.status, rateHeaders(each)])).toEqual([
      [200, { 'x-ratelimit-limit': '4', 'x-ratelimit-remaining': '2' }],
      [200, { 'x-ratelimit-limit': '4', 'x-ratelimit-remaining': '0' }],
      [
        429,
        {
          'retry-after': '3600',
          'ratelimit-reason': 'jira-quota-tenant-based',
          'x-ratelimit-limit': '4',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '2026-11-21T11:00:00.000Z',
        },
      ],
      [200, { 'x-ratelimit-limit': '4', 'x-ratelimit-remaining': '2' }],
    ]);
    expect(second.headers.get('x-ratelimit-nearlimit')).toBe('true');
  });

  it('stand in every answer of Data Center, whose pause of 0 seconds means nothing', async () => {
    const { call } = await startSite(onDataCenter(classicEnglish), { rateLimits: { kind: 'Data Center' } });
    const answers = await Promise.all(Array.from({ length: 101 }, () => call('GET', '/rest/api/2/field')));

    expect(
      [200, 429].map((wanted) => {
        const found = answers.filter(({ status }) => status === wanted);
        return [found.length, found[0]?.headers.get('retry-after'), typeof found[0]?.body];
      }),
    ).toEqual([
      [100, '0', 'object'],
      [1, '1', 'string'],
    ]);
  });
});
