import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Floor, KeptFloors } from '../../../shared/domain/ticket/shared-limits.ts';
import { JiraPostponed } from '../../../shared/jira/jira-errors.ts';
import { type LimitedRequest, limitScopesOf } from '../../../shared/jira/limits/limit-scope.ts';
import { siteLimits } from '../../../shared/jira/limits/site-limits.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const REQUESTS: readonly LimitedRequest[] = [
  { method: 'GET', path: '/rest/api/3/issue/10001' },
  { method: 'PUT', path: '/rest/api/3/issue/10001' },
  { method: 'PUT', path: '/rest/api/3/issue/10002' },
  { method: 'POST', path: '/rest/api/3/issue/10002/comment' },
  { method: 'POST', path: '/rest/api/3/issue/bulk' },
];

const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });
const limited = (seconds: number, reason?: string) =>
  answer(429, { 'retry-after': String(seconds), ...(reason === undefined ? {} : { 'ratelimit-reason': reason }) });

/** Table that several functions share, as its store keeps it, and a clock that moves only when somebody waits. */
function sharedTable() {
  let now = 0;
  const floors = new Map<string, Floor>();
  const raised: Floor[] = [];
  const kept: KeptFloors = {
    read: () => Promise.resolve([...floors.values()]),
    raise(floor) {
      raised.push(floor);
      if ((floors.get(floor.scope)?.notBefore ?? 0) < floor.notBefore) floors.set(floor.scope, floor);
      return Promise.resolve();
    },
  };
  return {
    kept,
    raised,
    floors,
    clock: () => now,
    pause(ms: number) {
      now += ms;
      return Promise.resolve();
    },
  };
}

const clientOn = ({ kept, clock, pause }: ReturnType<typeof sharedTable>, secondsLeft = 60) =>
  siteLimits({ kept, clock, pause, random: () => 0, timeoutMs: 1_000, timeLeftMs: () => secondsLeft * 1_000 });

const Step = fc.record({
  client: fc.nat(2),
  request: fc.constantFrom(...REQUESTS),
  passesMs: fc.constantFrom(0, 1, 500, 4_000, 40_000),
  told: fc.option(
    fc.record({
      seconds: fc.constantFrom(0, 1, 4, 30, 3_600),
      reason: fc.constantFrom(
        undefined,
        'jira-burst-based',
        'jira-per-issue-on-write',
        'jira-quota-tenant-based',
        'something new',
      ),
    }),
  ),
});

describe('the limits of a site', () => {
  it('let no request out before a floor that was kept when it asked, whoever was told, and let all others out', async () => {
    await mustHold(
      fc.asyncProperty(fc.array(Step, { maxLength: 40 }), async (steps) => {
        const table = sharedTable();
        const clients = [clientOn(table), clientOn(table), clientOn(table)];
        for (const { client: index, request, passesMs, told } of steps) {
          const client = clients[index];
          if (client === undefined) throw new Error('there are three');
          await table.pause(passesMs);
          const askedAt = table.clock();
          const mine = limitScopesOf(request).flatMap((scope) => table.floors.get(scope)?.notBefore ?? []);
          const floor = Math.max(0, ...mine);
          const outcome = await client.turnOf(request).catch((error: unknown) => error);
          const isSent = outcome === undefined;
          if (isSent) expect(table.clock()).toBeGreaterThanOrEqual(floor);
          else expect([outcome instanceof JiraPostponed, floor - askedAt > 5_000]).toEqual([true, true]);
          if (isSent && floor <= askedAt) expect(table.clock()).toBe(askedAt);
          if (isSent && told !== null) await client.learn(request, limited(told.seconds, told.reason));
        }
      }),
      { runs: 300 },
    );
  });

  it('keep that in any order in which their reads and writes of the table take effect', async () => {
    const Client = fc.array(fc.tuple(fc.constantFrom(...REQUESTS), fc.constantFrom(undefined, 2, 30)), {
      maxLength: 6,
    });
    await mustHold(
      fc.asyncProperty(fc.scheduler(), fc.array(Client, { minLength: 2, maxLength: 4 }), async (order, clients) => {
        const table = sharedTable();
        const { read, raise } = table.kept;
        const kept: KeptFloors = {
          read: () => order.schedule(Promise.resolve(), 'read').then(read),
          raise: (floor) => order.schedule(Promise.resolve(), 'raise').then(() => raise(floor)),
        };
        const work = clients.map(async (requests) => {
          const limits = clientOn({ ...table, kept });
          for (const [request, seconds] of requests) {
            const known = limitScopesOf(request).flatMap((scope) => table.floors.get(scope)?.notBefore ?? []);
            const isSent = await limits.turnOf(request).then(
              () => true,
              () => false,
            );
            if (isSent) expect(table.clock()).toBeGreaterThanOrEqual(Math.max(0, ...known));
            if (isSent && seconds !== undefined) await limits.learn(request, limited(seconds));
          }
        });
        await order.waitFor(Promise.all(work));
      }),
      { runs: 300 },
    );
  });

  it('never move a floor to an earlier time', async () => {
    await mustHold(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...REQUESTS), fc.integer({ min: 0, max: 100 })), { maxLength: 20 }),
        async (told) => {
          const table = sharedTable();
          const client = clientOn(table);
          for (const [request, seconds] of told) {
            const before = new Map([...table.floors].map(([scope, { notBefore }]) => [scope, notBefore]));
            await client.learn(request, limited(seconds));
            for (const [scope, notBefore] of before)
              expect(table.floors.get(scope)?.notBefore).toBeGreaterThanOrEqual(notBefore);
          }
        },
      ),
    );
  });

  it('share one read among those who ask side by side, and give nobody one that began before', async () => {
    const reads: (() => void)[] = [];
    const read = () => new Promise<Floor[]>((resolve) => reads.push(() => resolve([])));
    const limits = siteLimits({ kept: { read, raise: () => Promise.resolve() }, timeoutMs: 1_000 });
    const [request] = REQUESTS;
    if (request === undefined) throw new Error('there are some');
    const first = limits.turnOf(request);
    await Promise.resolve().then(() => undefined);
    await new Promise(setImmediate);
    const others = [limits.turnOf(request), limits.turnOf(request)];
    const begun = [reads.length];
    reads.shift()?.();
    await first;
    await new Promise(setImmediate);
    begun.push(reads.length);
    reads.shift()?.();
    await Promise.all(others);
    expect([begun, reads.length]).toEqual([[1, 1], 0]);
  });

  it('let nothing out while they cannot be read', async () => {
    const limits = siteLimits({
      kept: { read: () => Promise.reject(new Error('throttled')), raise: () => Promise.resolve() },
      timeoutMs: 1_000,
    });
    await expect(limits.turnOf({ method: 'GET', path: '/rest/api/3/myself' })).rejects.toThrow(JiraPostponed);
  });

  it('hold for the function that was told, also when they cannot be kept', async () => {
    const table = sharedTable();
    const isKept: boolean[] = [];
    const limits = siteLimits({
      ...{ clock: table.clock, timeoutMs: 1_000, timeLeftMs: () => 60_000 },
      kept: { read: () => Promise.resolve([]), raise: () => Promise.reject(new Error('throttled')) },
      told: { sent: () => {}, postponed: () => {}, limited: (_, kept) => void isKept.push(kept), remaining: () => {} },
    });
    const request = { method: 'POST', path: '/rest/api/3/issue' };
    await limits.learn(request, limited(30));
    await expect(limits.turnOf(request)).rejects.toThrow(
      'not sent. Jira limits POST /rest/api/3/issue; retry after 30000 ms',
    );
    expect(isKept).toEqual([false]);
  });

  it('are not waited for when the run has no time for it', async () => {
    const table = sharedTable();
    await clientOn(table).learn({ method: 'GET', path: '/rest/api/3/myself' }, limited(2));
    const outcome = clientOn(table, 5).turnOf({ method: 'GET', path: '/rest/api/3/myself' });
    await expect(outcome).rejects.toThrow(JiraPostponed);
  });
});
