import { afterEach, describe, expect, it } from 'vitest';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedOn, configOn, SITE_PLANS } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const run = (work: () => Promise<unknown>): Promise<string> =>
  work().then(
    () => 'ended',
    () => 'failed',
  );

describe.each([0, 2].map((index) => SITE_PLANS[index]).flatMap((plan) => (plan === undefined ? [] : [plan])))(
  'sweeps on $site.name',
  (plan) => {
    const begin = async () => {
      world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
      await approvedOn(world, plan, { title: 'Mend the filter' });
      await world.deliver();
      await world.sweep();
      await world.sweepIncidents();
    };

    it('are put off, and not failed, while the quota of the hour is used up', async () => {
      await begin();
      const rateLimitReason = 'jira-quota-global-based';
      world.simulator.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 3_000, rateLimitReason });
      world.clock.advance('PT15M');
      const outcomes = [];
      for (let runs = 0; runs < 2; runs += 1) {
        outcomes.push(await run(world.sweep), await run(world.sweepIncidents));
        world.clock.advance('PT15M');
      }
      expect(outcomes).toEqual(['ended', 'ended', 'ended', 'ended']);
    });

    it('fail while Jira does not answer', async () => {
      await begin();
      world.clock.advance('PT15M');
      const outcomes = [];
      for (const sweep of [world.sweep, world.sweepIncidents]) {
        world.simulator.faults.add({ kind: 'status', status: 503 });
        outcomes.push(await run(sweep));
      }
      expect(outcomes).toEqual(['failed', 'failed']);
    });
  },
);
