import { beforeAll, describe, expect, it } from 'vitest';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import { readTopology } from '../aws/topology.ts';
import { runSeed } from '../seeds/run-seed.ts';
import { simulationConfig } from '../simulation-config.ts';
import { WEAKENINGS } from './weakenings.ts';

/**
 * A safeguard that is seldom needed has weather of its own, which aims at it, so that no change of the program, which moves
 * all storms, makes this a search through hundreds.
 */
const STORMS = 100;

let topology: Topology;
beforeAll(() => {
  topology = readTopology(simulationConfig());
});

describe('a storm breaks a promise without', () => {
  it.each(Object.entries(WEAKENINGS))(
    '%s',
    async (_, weakening) => {
      for (let seed = 1; seed <= STORMS; seed += 1) {
        const { violations } = await runSeed(seed, topology, { weakening });
        if (violations.length === 0) continue;
        // It is the safeguard that was missed, and not the weather that nothing withstands.
        const withIt = await runSeed(seed, topology, {
          weakening: 'aim' in weakening ? { aim: weakening.aim } : {},
        });
        if (withIt.violations.length > 0) expect.fail(withIt.report());
        return;
      }
      expect.fail(`${STORMS} storms did not notice that it was gone: it guards nothing that we test`);
    },
    900_000,
  );
});
