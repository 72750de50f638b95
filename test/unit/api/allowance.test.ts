import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerAllowances, OverAllowance } from '../../../shared/api/limits/allowance.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const ANNA = { kind: 'person', id: 'anna', name: 'Anna' } as const;
const SCANNER = { kind: 'machine', id: 'scanner' } as const;
const PER_MINUTE = { person: 600, program: 300 };
const START_MS = Date.parse('2026-11-21T10:00:00.000Z');

/** Instances of the function that share one count, and their clock. */
function instances(count: number) {
  const used = new Map<string, number>();
  let writes = 0;
  let atMs = START_MS;
  const add = (who: string, minute: string, points: number): Promise<number> => {
    writes += 1;
    const sum = (used.get(`${who} ${minute}`) ?? 0) + points;
    used.set(`${who} ${minute}`, sum);
    return Promise.resolve(sum);
  };
  const now = () => new Date(atMs).toISOString();
  const all = Array.from({ length: count }, () => callerAllowances({ perMinute: PER_MINUTE, count: add, now }));
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
    writes: () => writes,
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
    expect([before, writes() - before]).toEqual([30, 1]);
  });

  it('is never more than it says in a minute, however many instances there are', async () => {
    const calls = fc.array(
      fc.record({ instance: fc.nat(3), cost: fc.constantFrom(1, 2, 10), waitMs: fc.constantFrom(0, 0, 0, 200) }),
      {
        minLength: 100,
        maxLength: 500,
      },
    );
    await mustHold(
      fc.asyncProperty(calls, async (made) => {
        const { spend, wait } = instances(4);
        const spent = new Map<number, number>();
        let atMs = 0;
        for (const { instance, cost, waitMs } of made) {
          wait(waitMs);
          atMs += waitMs;
          if ((await spend(SCANNER, cost, instance)) !== undefined) continue;
          const minute = Math.floor(atMs / 60_000);
          spent.set(minute, (spent.get(minute) ?? 0) + cost);
        }
        expect(Math.max(0, ...spent.values())).toBeLessThanOrEqual(PER_MINUTE.program);
      }),
    );
  });
});
