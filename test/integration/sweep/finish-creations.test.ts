import { afterEach, describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { manyApproved } from '../../support/world/many-approved.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const PLANS = SITE_PLANS.filter(({ site }) => site === classicEnglish || site === germanClassic);

/** Approved recommendations whose messages got lost. */
async function approvedAndLost(plan: SitePlan, records: number, each: number): Promise<void> {
  world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
  const titles = Array.from({ length: each }, (_, index) => ({ title: `Fix ${index + 1}` }));
  await manyApproved(world, await approvedOn(world, plan, ...titles), records);
  world.simulator.clearRequests();
}

const marks = (): string[] =>
  world.simulator
    .issues()
    .flatMap(({ properties }) =>
      'holdfast.remediation' in properties ? [JSON.stringify(properties['holdfast.remediation'])] : [],
    );
const calls = (method: string, end: RegExp): number =>
  world.simulator.requests().filter((request) => request.method === method && end.test(request.path)).length;
const CREATED_ONE = /\/issue$/;
const CREATED_MANY = /\/issue\/bulk$/;
/** Every sweep searches once for what changed. */
const SEARCHED = /\/search\/jql/;

describe.each(PLANS.map((plan) => [plan.site.name, plan] as const))('on %s', (_, plan) => {
  it('creations whose messages got lost are made 50 in a call, and none is searched for', async () => {
    await approvedAndLost(plan, 5, 24);
    await world.sweep();
    expect([new Set(marks()).size, marks().length]).toEqual([120, 120]);
    expect([calls('POST', CREATED_MANY), calls('POST', CREATED_ONE)]).toEqual([3, 0]);
    expect(calls('POST', SEARCHED)).toBe(1);
  });

  it('a lost answer to the call of the sweep makes no second ticket', async () => {
    await approvedAndLost(plan, 2, 6);
    world.simulator.faults.add({ kind: 'reset-after-write', method: 'POST', path: '/rest/api/3/issue/bulk', times: 1 });
    for (let run = 0; run < 8; run += 1) {
      await world.sweep();
      world.clock.advance('PT3M');
    }
    expect([new Set(marks()).size, marks().length]).toEqual([12, 12]);
    expect([calls('POST', CREATED_MANY), calls('POST', CREATED_ONE)]).toEqual([1, 0]);
  });

  it('creations whose call never arrived are searched for, and then made in one call', async () => {
    await approvedAndLost(plan, 2, 6);
    world.simulator.faults.add({
      kind: 'reset-before-write',
      method: 'POST',
      path: '/rest/api/3/issue/bulk',
      times: 1,
    });
    for (let run = 0; run < 8; run += 1) {
      await world.sweep();
      world.clock.advance('PT3M');
    }
    expect([new Set(marks()).size, marks().length]).toEqual([12, 12]);
    expect([calls('POST', CREATED_MANY), calls('POST', CREATED_ONE)]).toEqual([2, 0]);
  });

  it('one that is refused holds up none of its call', async () => {
    await approvedAndLost(plan, 1, 6);
    world.simulator.faults.add({ kind: 'bulk-partial-failure', failedElementNumbers: [2] });
    await expect(world.sweep()).rejects.toThrow(AggregateError);
    expect([marks().length, calls('POST', CREATED_MANY)]).toEqual([5, 1]);
  });

  it('a single one is made by a call of its own', async () => {
    await approvedAndLost(plan, 1, 1);
    await world.sweep();
    expect([marks().length, calls('POST', CREATED_MANY), calls('POST', CREATED_ONE)]).toEqual([1, 0, 1]);
  });
});
