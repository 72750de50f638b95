import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mustHold, type Trials } from '../../support/texts/must-hold.ts';

const VARIABLES = ['HOLDFAST_PROPERTY_SEED', 'HOLDFAST_PROPERTY_PATH', 'HOLDFAST_PROPERTY_RUNS'];

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** The values that a property is tried on. */
function triedOn(trials: Trials<[number]>): number[] {
  const values: number[] = [];
  mustHold(
    fc.property(fc.nat(), (value) => {
      values.push(value);
    }),
    trials,
  );
  return values;
}

const isSmall = fc.property(fc.nat(), (value) => value < 1_000);
const isSmallInTime = fc.asyncProperty(fc.nat(), (value) => Promise.resolve(value < 1_000));
const FILE = 'test/unit/support/must-hold.test.ts';

describe('a property', () => {
  it('is tried on what it failed on before, and then on random values', () => {
    const [value] = fc.sample(fc.nat(), { seed: 7, path: '5', numRuns: 1 });
    const tried = triedOn({ runs: 10, examples: [[1], [2]], seeds: [{ seed: 7, path: '5' }] });
    expect([tried.slice(0, 3), tried.length]).toEqual([[1, 2, value], 13]);
  });

  it('is tried 100 times, unless it says otherwise', () => {
    expect([triedOn({}).length, triedOn({ runs: 7 }).length]).toEqual([100, 7]);
  });

  it('is tried as often, and from the seed, that the environment asks for', () => {
    vi.stubEnv('HOLDFAST_PROPERTY_RUNS', '400');
    vi.stubEnv('HOLDFAST_PROPERTY_SEED', '7');
    expect(triedOn({ runs: 10, seed: 1 })).toEqual(fc.sample(fc.nat(), { seed: 7, numRuns: 400 }));
  });

  it('that fails says how to see it again, and how to keep it as a case', () => {
    expect(() => mustHold(isSmall, { seed: 7 })).toThrow(
      [
        `to see it again: HOLDFAST_PROPERTY_SEED=7 HOLDFAST_PROPERTY_PATH=0 npx vitest run ${FILE} -t "that fails says how to see it again, and how to keep it as a case"`,
        `to keep it: in ${FILE}, "that fails says how to see it again, and how to keep it as a case", add the counterexample to \`examples\`, or { seed: 7, path: '0' } to \`seeds\``,
      ].join('\n\n'),
    );
  });

  it('that waits for something fails in the same words', async () => {
    await expect(mustHold(isSmallInTime, { seed: 7 })).rejects.toThrow(
      /seed: 7, path: "0[\s\S]*HOLDFAST_PROPERTY_SEED=7 HOLDFAST_PROPERTY_PATH=0 npx vitest/,
    );
  });

  it('fails on the very value when it is asked for its seed and path', () => {
    vi.stubEnv('HOLDFAST_PROPERTY_SEED', '7');
    vi.stubEnv('HOLDFAST_PROPERTY_PATH', '0');
    expect(triedOn({ runs: 10, examples: [[1]] })).toEqual(fc.sample(fc.nat(), { seed: 7, numRuns: 1 }));
    expect(() => mustHold(isSmall)).toThrow('Counterexample: [1000]');
  });

  it('that fails on a known counterexample says so, in both kinds', async () => {
    const again = 'a known counterexample of this property fails again';
    expect(() => mustHold(isSmall, { examples: [[5_000]] })).toThrow(again);
    await expect(mustHold(isSmallInTime, { seeds: [{ seed: 7, path: '0' }] })).rejects.toThrow(again);
  });

  it('is asserted through here alone: elsewhere its seed would be lost', () => {
    const files = globSync('test/**/*.ts').filter((file) => !file.endsWith('/must-hold.ts'));
    const own = ['fc', 'assert'].join('.');
    expect(files.filter((file) => readFileSync(file, 'utf8').includes(`${own}(`))).toEqual([]);
  });
});
