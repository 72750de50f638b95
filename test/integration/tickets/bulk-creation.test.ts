import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { readTopology } from '../../faults/aws/topology.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { creationQueue } from '../../support/world/creation-queue.ts';
import { manyApproved } from '../../support/world/many-approved.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { jiraOfFinance, startOnTwo, TWO_SITES } from '../../support/world/two-sites.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let topology: Topology;
beforeAll(() => {
  topology = readTopology(parseConfig({}));
});
let world: World;
afterEach(() => world.close());

const PLANS = SITE_PLANS.filter(({ site }) => site === classicEnglish || site === germanClassic);

async function approvals(plan: SitePlan, records: number, each: number) {
  const titles = Array.from({ length: each }, (_, index) => ({ title: `Fix ${index + 1}` }));
  const record: PostMortem = await approvedOn(world, plan, ...titles);
  return { record, events: await manyApproved(world, record, records) };
}

const ticketsIn = (jira: Pick<JiraSimulator, 'issues'>) =>
  jira.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
/** Number of requests to each endpoint, without the names of what is asked for. */
function asked(jira: Pick<JiraSimulator, 'requests'>): Record<string, number> {
  const names = jira.requests().map(({ method, path }) => `${method} ${path.replace(/^.*\/rest\/api\/\d\//, '')}`);
  const counts = Map.groupBy(names, (name) => name.replace(/[^/]*\d[^/]*|(?<=createmeta\/)[^/]+/g, '*'));
  return Object.fromEntries([...counts].map(([name, all]) => [name, all.length]));
}
const bulkCalls = (jira: JiraSimulator): number => asked(jira)['POST issue/bulk'] ?? 0;

describe.each(PLANS.map((plan) => [plan.site.name, plan] as const))('on %s', (_, plan) => {
  it('200 recommendations approved together are created in as few calls as Jira allows', async () => {
    world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
    const { events } = await approvals(plan, 8, 25);
    await creationQueue(world, topology).through(events);
    const marks = ticketsIn(world.simulator).map(({ properties }) =>
      JSON.stringify(properties['holdfast.remediation']),
    );
    expect([marks.length, new Set(marks).size, world.failures]).toEqual([200, 200, []]);
    expect(bulkCalls(world.simulator)).toBeLessThanOrEqual((1.2 * 200) / 50);
  });

  it('30 of one record are created in one call, and nothing is asked of each', async () => {
    world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
    const { events, record } = await approvals(plan, 1, 30);
    world.simulator.clearRequests();
    await creationQueue(world, topology).through(events);
    const states = (await world.store.remediations(record.id)).map(({ state }) => state);
    expect([asked(world.simulator), states]).toEqual([
      {
        'GET issue/createmeta/*/issuetypes': 1,
        'GET issue/createmeta/*/issuetypes/*': 1,
        'GET myself': 1,
        'POST issue/bulk': 1,
        'POST issue/bulkfetch': 1,
      },
      Array(30).fill('open'),
    ]);
    expect(problemsWithJira(world.simulator.requests())).toEqual([]);
  });

  it('a message that cannot be read goes back alone, and holds up none of its batch', async () => {
    world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
    const { events } = await approvals(plan, 1, 10);
    const queue = creationQueue(world, topology, { attemptLimit: 2 });
    queue.sendMalformed();
    await queue.through(events);
    expect([
      queue.batches,
      queue.setAside.length,
      ticketsIn(world.simulator).length,
      bulkCalls(world.simulator),
    ]).toEqual([[11, 1], 1, 10, 1]);
  });
});

describe.each(TWO_SITES.map((two) => [two.name, two] as const))('with two sites: %s', (_, two) => {
  it('one approval for the other site costs the many of the first nothing', async () => {
    world = await startOnTwo(endpoint(), two);
    const many = Array.from({ length: 9 }, (__, index) => ({ title: `Fix ${index + 1}` }));
    await approvedOn(world, two.first, ...many, { title: 'The tenth', ownerTeam: 'finance' });
    const events = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    await creationQueue(world, topology).through(events);
    const both = [world.simulator, jiraOfFinance(world)];
    expect(both.map((jira) => [ticketsIn(jira).length, bulkCalls(jira)])).toEqual([
      [9, 1],
      [1, 1],
    ]);
  });
});
