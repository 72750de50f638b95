import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../shared/store/keys.ts';
import { getItem } from '../../../shared/store/table.ts';
import { apiOf } from '../../support/api/api.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { ANNA } from '../../support/world/people.ts';
import { A_PROGRAM } from '../../support/world/programs.ts';

const { world } = apiForEachTest();
const PER_MINUTE = { person: 1_200, program: 600 };
let api: ReturnType<typeof apiOf>;
beforeEach(() => {
  const { config } = world();
  api = apiOf({ ...world(), config: { ...config, api: { ...config.api, perMinute: PER_MINUTE } } });
});
const program = (path: string) => api.call({ kind: 'machine', id: A_PROGRAM }, [], 'GET', path);
const anna = (path: string) => api.call(ANNA, ['analyst'], 'GET', path);

describe('a program that calls at full speed', () => {
  it('is told to wait, while people go on', async () => {
    const { program: limit } = PER_MINUTE;
    const statuses: number[] = [];
    const people: number[] = [];
    for (let call = 0; call < limit + 50; call += 1) {
      statuses.push((await program('/me')).status);
      if (call % 20 === 0) people.push((await anna('/post-mortems')).status);
    }
    const { status, headers, body } = await program('/me');
    expect([statuses.filter((one) => one === 200).length, statuses.filter((one) => one === 429).length]).toEqual([
      ...[limit, 50],
    ]);
    expect([people.length, new Set(people)]).toEqual([Math.ceil((limit + 50) / 20), new Set([200])]);
    expect([status, Number(headers['retry-after']), body]).toEqual([
      429,
      expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60),
      expect.objectContaining({ title: 'Too many calls', detail: expect.stringContaining('ask again in') }),
    ]);
    world().clock.advance('PT1M');
    expect((await program('/me')).status).toBe(200);
  });

  it('uses ten times as much with what is dear', async () => {
    const { person: limit } = PER_MINUTE;
    const answers = [];
    for (let call = 0; call <= limit / 10; call += 1) answers.push(await anna('/post-mortems?format=csv'));
    expect(answers.filter(({ status }) => status === 200).length).toBe(limit / 10);
  });

  it('takes more at once the more it has called, up to a thirtieth, so that one write is for many calls', async () => {
    const used: unknown[] = [];
    for (let call = 1; call <= 40; call += 1) {
      await program('/me');
      const item = await getItem(world().table, keys.calls(`machine#${A_PROGRAM}`, world().now().slice(0, 16)));
      expect(item).toMatchObject({ expiresAt: expect.any(Number) });
      used.push(item?.used);
    }
    expect([...new Set(used)]).toEqual([1, 3, 7, 15, 31, 31 + PER_MINUTE.program / 30]);
  });
});

describe('a call that cannot be counted', () => {
  it('is answered, and the log and a metric say so once a minute', async () => {
    const { middlewareStack } = world().table.client;
    middlewareStack.add(
      (next) => (args) =>
        String(Object(Object(args.input).Key).pk).startsWith('CALLS#')
          ? Promise.reject(new Error('the throughput of the table is exceeded'))
          : next(args),
      { step: 'initialize', name: 'countsFail' },
    );
    const statuses = [await program('/me'), await program('/me'), await anna('/post-mortems')].map(
      ({ status }) => status,
    );
    expect([statuses, world().counted().CallsNotCounted]).toEqual([[200, 200, 200], 1]);
    expect(world().log.filter((line) => line.includes('could not be counted'))).toEqual([
      expect.stringContaining('the throughput of the table is exceeded'),
    ]);
    middlewareStack.remove('countsFail');
    expect((await program('/me')).status).toBe(200);
  });
});
