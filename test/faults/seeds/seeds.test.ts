import { beforeAll, describe, expect, it } from 'vitest';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import { readTopology } from '../aws/topology.ts';
import { OTHER_SITES, type StormSite } from '../jira/storm-sites.ts';
import { simulationConfig } from '../simulation-config.ts';
import { FURTHER_SEEDS, howToKeep } from './further-seeds.ts';
import { runSeed } from './run-seed.ts';

const SEEDS_IN_A_TEST = 50;
const SEEDS_ON_A_SITE = 40;

let topology: Topology;
beforeAll(() => {
  topology = readTopology(simulationConfig());
});

async function mustKeepEveryPromise(seed: number, site?: StormSite): Promise<void> {
  const { violations, report } = await runSeed(seed, topology, site === undefined ? {} : { site });
  if (violations.length > 0) expect.fail(`${report()}\n\n${howToKeep([seed], site)}`);
}

describe('whatever goes wrong, the promises are kept', () => {
  it.each([1, 51, 101, 151, 201, 251])(
    `in the ${SEEDS_IN_A_TEST} storms from seed %i`,
    async (first) => {
      for (let seed = first; seed < first + SEEDS_IN_A_TEST; seed += 1) await mustKeepEveryPromise(seed);
    },
    900_000,
  );

  it.each(FURTHER_SEEDS)('in the storm of seed %i', (seed) => mustKeepEveryPromise(seed));

  it.each(OTHER_SITES)(
    `in ${SEEDS_ON_A_SITE} storms on the site $name`,
    async (site) => {
      for (let seed = 1; seed <= SEEDS_ON_A_SITE; seed += 1) await mustKeepEveryPromise(seed, site);
    },
    900_000,
  );

  it('a seed is the same storm every time', async () => {
    const [once, again, another] = [await runSeed(7, topology), await runSeed(7, topology), await runSeed(8, topology)];
    expect({ steps: again.steps, fingerprint: again.fingerprint }).toEqual({
      steps: once.steps,
      fingerprint: once.fingerprint,
    });
    expect(another.fingerprint).not.toBe(once.fingerprint);
  });
});
