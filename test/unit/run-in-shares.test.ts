import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runInShares } from '../../shared/run-in-shares.ts';
import { mustHold } from '../support/texts/must-hold.ts';

/** A task with so much to do, in milliseconds of a clock that its work moves on. */
function backlogs(sizes: readonly number[], runMs: number, stepMs = 1) {
  let spentMs = 0;
  const done = sizes.map(() => 0);
  const tasks = sizes.map((size, index) => ({
    name: `task ${index}`,
    run: (hasTime: () => boolean) => {
      while ((done[index] ?? 0) < size && hasTime()) {
        done[index] = (done[index] ?? 0) + stepMs;
        spentMs += stepMs;
      }
      return Promise.resolve();
    },
  }));
  return { tasks, done, timeLeftMs: () => runMs - spentMs };
}

describe('the time of a run', () => {
  it('is shared, so that no backlog costs another task its turn, and nothing of it is left unused', async () => {
    const { tasks, done, timeLeftMs } = backlogs([1_000, 10, 1_000, 1_000], 120);
    await runInShares(tasks, timeLeftMs);
    expect([done, timeLeftMs()]).toEqual([[30, 10, 40, 40], 0]);
  });

  it('goes in the end to those that were cut short', async () => {
    const { tasks, done, timeLeftMs } = backlogs([1_000, 10, 10], 120);
    await runInShares(tasks, timeLeftMs);
    expect(done).toEqual([100, 10, 10]);
  });

  it('has no end where there is none', async () => {
    const { tasks, done } = backlogs([50, 50], 0);
    await runInShares(tasks, () => Number.POSITIVE_INFINITY);
    expect(done).toEqual([50, 50]);
  });

  it('gives each an equal part at least of what it wants, and is used up where more is wanted', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 });
    await mustHold(
      fc.asyncProperty(sizes, fc.integer({ min: 0, max: 2_000 }), async (wanted, runMs) => {
        const { tasks, done, timeLeftMs } = backlogs(wanted, runMs);
        await runInShares(tasks, timeLeftMs);
        const fair = Math.floor(runMs / wanted.length);
        const all = wanted.reduce((sum, size) => sum + size, 0);
        for (const [index, size] of wanted.entries()) expect(done[index]).toBeGreaterThanOrEqual(Math.min(size, fair));
        expect(Math.max(0, timeLeftMs())).toBe(Math.max(0, runMs - all));
      }),
    );
  });

  it('is given to the others though one fails, and the failure is told', async () => {
    const { tasks, done, timeLeftMs } = backlogs([10, 10], 100);
    const failing = { name: 'broken', run: () => Promise.reject(new Error('no')) };
    await expect(runInShares([failing, ...tasks], timeLeftMs)).rejects.toThrow('broken: no');
    expect(done).toEqual([10, 10]);
  });
});
