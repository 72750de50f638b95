import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerAllowances, OverAllowance } from '../../../shared/api/limits/allowance.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const ANNA = { kind: 'person', id: 'anna', name: 'Anna' } as const;
const SCANNER = { kind: 'machine', id: 'scanner' } as const;
const PER_MINUTE = { person: 600, program: 300 };
const LAST = { instance: 0, cost: 1, waitMs: 0, isWithNext: false };
const START_MS = Date.parse('2026-11-21T10:00:00.000Z');

/** Instances of the function that share one count, and their clock. */
function instances(count: number) {
  const used = new Map<string, number>();
  const warnings: string[] = [];
  let isStoreDown = false;
  let writes = 0;
  let atMs = START_MS;
  const add = (who: string, minute: string, { points, limit }: { points: number; limit: number }) => {
    writes += 1;
    if (isStoreDown) return Promise.reject(new Error('throttled'));
    const before = used.get(`${who} ${minute}`) ?? 0;
    const isCounted = before + points <= limit;
    const sum = isCounted ? before + points : before;
    used.set(`${who} ${minute}`, sum);
    return Promise.resolve({ isCounted, used: sum });
  };
  const deps = {
    perMinute: PER_MINUTE,
    count: add,
    notCounted: (error: unknown) => void warnings.push(String(error)),
    now: () => new Date(atMs).toISOString(),
  };
  const all = Array.from({ length: count }, () => callerAllowances(deps));
  return {
    /** @returns seconds to wait where it was refused */
    async spend(caller: Author, points: number, instance = 0): Promise<number | undefined> {
      try {
        await all[instance]?.spend(caller, points);
        return undefined;
      } catch (error) {
        if (error instanceof OverAllowance) return error.retryAfterSeconds;
        throw error;
      }
    },
    wait(ms: number) {
      atMs += ms;
    },
    storeIsDown(isDown: boolean) {
      isStoreDown = isDown;
    },
    writes: () => writes,
    warnings,
  };
}

describe('the allowance of a caller', () => {
  it('is used up by calls, each by its cost, and is there again in the next minute', async () => {
    const { spend, wait } = instances(1);
    const taken: (number | undefined)[] = [];
    for (let call = 0; call < 31; call += 1) taken.push(await spend(SCANNER, 10));
    wait(59_000);
    taken.push(await spend(SCANNER, 1));
    wait(1_000);
    taken.push(await spend(SCANNER, 1));
    expect(taken.slice(29)).toEqual([undefined, 60, 1, undefined]);
  });

  it('is of each caller alone', async () => {
    const { spend } = instances(1);
    for (let call = 0; call < 40; call += 1) await spend(SCANNER, 10);
    expect(await spend(ANNA, 1)).toBeUndefined();
  });

  it('costs one write for many calls, and none once it is used up', async () => {
    const { spend, writes } = instances(1);
    for (let call = 0; call < 300; call += 1) await spend(SCANNER, 1);
    const before = writes();
    for (let call = 0; call < 100; call += 1) await spend(SCANNER, 1);
    expect([before, writes() - before]).toEqual([36, 0]);
  });

  it.each([1, 2, 5])('is not used up by %d calls on each of 50 instances', async (each) => {
    const { spend } = instances(50);
    const calls = Array.from({ length: 50 * each }, (_, call) => spend(SCANNER, 1, call % 50));
    expect((await Promise.all(calls)).filter((seconds) => seconds !== undefined)).toEqual([]);
  });

  it('leaves what one call was too dear for to cheaper ones, on every instance', async () => {
    const { spend } = instances(2);
    for (let call = 0; call < 29; call += 1) await spend(SCANNER, 10);
    await spend(SCANNER, 2);
    await spend(SCANNER, 2, 1);
    expect([await spend(SCANNER, 10), await spend(SCANNER, 10, 1)]).toEqual([60, 60]);
    const taken = [0, 1, 0, 1, 0, 1].map((instance) => () => spend(SCANNER, 1, instance));
    const seconds = [];
    for (const take of taken) seconds.push(await take());
    expect(seconds).toEqual(Array(6).fill(undefined));
    expect([await spend(SCANNER, 1), await spend(SCANNER, 1, 1)]).toEqual([60, 60]);
  });

  it('lets calls through while the store does not count, and says so once a minute', async () => {
    const { spend, storeIsDown, wait, warnings } = instances(1);
    storeIsDown(true);
    const seconds = [await spend(SCANNER, 10), await spend(SCANNER, 10), await spend(ANNA, 1)];
    expect([seconds, warnings]).toEqual([Array(3).fill(undefined), ['Error: throttled']]);
    wait(60_000);
    await spend(SCANNER, 10);
    storeIsDown(false);
    for (let call = 0; call < 30; call += 1) await spend(SCANNER, 10);
    expect([await spend(SCANNER, 1), warnings.length]).toEqual([60, 2]);
  });

  it('is never more than it says in a minute, and no call is refused before half of it is used, however many instances there are', async () => {
    const calls = fc.nat(49).chain((last) =>
      fc.array(
        fc.record({
          instance: fc.nat(last),
          cost: fc.constantFrom(1, 1, 2, 10),
          waitMs: fc.constantFrom(0, 0, 0, 200),
          isWithNext: fc.boolean(),
        }),
        { minLength: 100, maxLength: 500 },
      ),
    );
    await mustHold(
      fc.asyncProperty(calls, async (made) => {
        const { spend, wait } = instances(50);
        const spent = new Map<number, number>();
        let atMs = 0;
        let together: { cost: number; minute: number; seconds: Promise<number | undefined> }[] = [];
        for (const { instance, cost, waitMs, isWithNext } of [...made, LAST]) {
          wait(waitMs);
          atMs += waitMs;
          together.push({ cost, minute: Math.floor(atMs / 60_000), seconds: spend(SCANNER, cost, instance) });
          if (isWithNext) continue;
          const refused: typeof together = [];
          for (const one of together) {
            if ((await one.seconds) !== undefined) refused.push(one);
            else spent.set(one.minute, (spent.get(one.minute) ?? 0) + one.cost);
          }
          for (const one of refused) {
            expect(spent.get(one.minute)).toBeGreaterThanOrEqual((PER_MINUTE.program - one.cost) / 2);
          }
          together = [];
        }
        expect(Math.max(0, ...spent.values())).toBeLessThanOrEqual(PER_MINUTE.program);
      }),
    );
  });
});
