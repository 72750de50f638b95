import { startEmbeddedDynamoDb } from '../../local/dynamodb-engine.ts';
import { classicEnglish } from '../../local/jira-simulator/sites/classic-english.ts';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import { readTopology } from '../faults/aws/topology.ts';
import { creationQueue } from '../support/world/creation-queue.ts';
import { manyApproved } from '../support/world/many-approved.ts';
import { approvedOn, configOn, SITE_PLANS } from '../support/world/site-worlds.ts';
import { startWorld, type World } from '../support/world/world.ts';

/** Most that Jira creates in one call. */
const IN_A_CALL = 50;
/** Time that Jira takes for a request. */
const LATENCY_MS = 200;

const SHAPES = [
  { name: '1,000 from 40 records', records: 40, each: 25 },
  { name: '3 each from 300 records', records: 300, each: 3 },
  { name: '30 from one record', records: 1, each: 30 },
] as const;

/**
 * Calls by which approved recommendations that arrive together become tickets: the worker behind the queue of the stack, on the embedded
 * DynamoDB engine, with a strict Jira that takes its time and limits requests.
 */
export async function measureCreation() {
  const engine = await startEmbeddedDynamoDb();
  const topology = readTopology(parseConfig({}));
  try {
    const shapes = [];
    for (const shape of SHAPES) shapes.push(await measureShape(engine.endpoint, topology, shape));
    return { latencyMs: LATENCY_MS, shapes };
  } finally {
    await engine.stop();
  }
}

async function measureShape(
  endpoint: string,
  topology: ReturnType<typeof readTopology>,
  { name, records, each }: (typeof SHAPES)[number],
) {
  const plan = SITE_PLANS.find(({ site }) => site === classicEnglish);
  if (plan === undefined) throw new Error('there is no plan for the site');
  const world = await startWorld(
    endpoint,
    { ...configOn(plan), jira: { timeoutMs: 10_000 } },
    { site: plan.site, clock: () => new Date(), latencyMs: LATENCY_MS, rateLimits: { kind: 'Cloud' } },
  );
  try {
    const titles = Array.from({ length: each }, (_, index) => ({ title: `Fix ${index + 1}` }));
    const events = await manyApproved(world, await approvedOn(world, plan, ...titles), records);
    world.simulator.clearRequests();
    const startedAt = performance.now();
    await creationQueue(world, topology).through(events);
    const seconds = (performance.now() - startedAt) / 1_000;
    const counts = callsOf(world);
    const floor = Math.ceil(events.length / IN_A_CALL);
    const tickets = world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties).length;
    return {
      name,
      recommendations: events.length,
      tickets,
      floor,
      ...counts,
      ratio: Math.round((counts.bulkCalls / floor) * 100) / 100,
      seconds: Math.round(seconds * 10) / 10,
    };
  } finally {
    await world.close();
  }
}

function callsOf({ simulator }: World) {
  const requests = simulator.requests();
  const bulkCalls = requests.filter(({ path }) => path.endsWith('/issue/bulk')).length;
  const limited = requests.filter(({ status }) => status === 429).length;
  return { bulkCalls, otherCalls: requests.length - bulkCalls, limited };
}
