import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reopenRemediationHandler } from '../../../functions/reopen-remediation/handler.ts';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { JiraPostponed } from '../../../shared/jira/jira-errors.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import { readTopology } from '../../faults/aws/topology.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { creationQueue } from '../../support/world/creation-queue.ts';
import { manyApproved } from '../../support/world/many-approved.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { CONTEXT, sqsEventOf, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let topology: Topology;
beforeAll(() => {
  topology = readTopology(parseConfig({}));
});
let world: World;
afterEach(() => world.close());

const PLANS = SITE_PLANS.filter(({ site }) => site === classicEnglish || site === germanClassic);
const COPIES = 4;

const start = async (plan: SitePlan): Promise<void> => {
  world = await startWorld(endpoint(), configOn(plan), {
    ...{ site: plan.site, clock: () => new Date(), latencyMs: 20 },
    rateLimits: { kind: 'Cloud' },
  });
};

const limit = (seconds: number, rateLimitReason: string, at: { method?: 'GET' | 'POST'; path?: string } = {}) =>
  world.simulator.faults.add({ kind: 'status', status: 429, retryAfterSeconds: seconds, rateLimitReason, ...at });

const ticketsThere = () => world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
const struck = () => world.simulator.requests().filter(({ status }) => status === 429 || status === 503).length;

describe.each(PLANS.map((plan) => [plan.site.name, plan] as const))('on %s', (_, plan) => {
  it('what Jira asks of one function, all keep, and no more than the part of the site that it names', async () => {
    await start(plan);
    const [one, other] = [world.ticketsOfAnotherFunction(), world.ticketsOfAnotherFunction()];
    const { id: first } = world.simulator.createIssue({ ...plan.incident, summary: 'One' });
    const { id: second } = world.simulator.createIssue({ ...plan.incident, summary: 'Another' });
    const comment = (tickets: typeof one, id: string) =>
      tickets.commentOnce(id, 'said', [{ kind: 'paragraph', runs: [{ text: 'Hello.' }] }]).then(
        () => 'done',
        (error: unknown) => error instanceof JiraPostponed,
      );
    limit(60, 'jira-per-issue-on-write', { method: 'POST', path: '/rest/api/3/issue/*/comment' });
    await one.commentOnce(first, 'said', []).catch(() => undefined);
    const ofIssue = [await comment(other, first), await comment(other, second)];
    limit(60, 'jira-burst-based', { method: 'POST', path: '/rest/api/3/issue/*/comment' });
    await one.commentOnce(second, 'told', []).catch(() => undefined);
    const third = world.simulator.createIssue({ ...plan.incident, summary: 'A third' });
    const ofEndpoint = [await comment(other, third.id), (await other.show(third.id))?.key];
    limit(60, 'jira-quota-tenant-based');
    await one.show(third.id).catch(() => undefined);
    const sent = world.simulator.requests().length;
    const ofSite = await other.show(third.id).catch((error: unknown) => error instanceof JiraPostponed);
    expect([ofIssue, ofEndpoint, ofSite, world.simulator.requests().length - sent]).toEqual([
      [true, 'done'],
      [true, third.key],
      true,
      0,
    ]);
    expect(world.simulator.earlyRequests()).toEqual([]);
  });

  it('in a storm of 429 no request comes before its time, and each ticket is made once', async () => {
    await start(plan);
    const titles = Array.from({ length: 4 }, (__, index) => ({ title: `Fix ${index + 1}` }));
    const events = await manyApproved(world, await approvedOn(world, plan, ...titles), 30);
    const copies = Array.from({ length: COPIES }, () => ({
      ticketSites: ticketSites([world.ticketsOfAnotherFunction()]),
    }));
    let isOver = false;
    const told = new Set<string>();
    const storm = async () => {
      while (struck() < 12 && told.size < 100) {
        if (world.simulator.faults.list().length < 3) {
          limit(1, 'jira-quota-tenant-based');
          limit(2, 'jira-burst-based', { method: 'POST', path: '/rest/api/3/issue/bulk' });
          limit(1, 'jira-per-issue-on-write', { method: 'POST', path: '/rest/api/3/issue/*/comment' });
          limit(1, 'something new', { method: 'GET' });
          // Of a creation it would leave a doubt, for the sweep to settle, and none runs here.
          world.simulator.faults.add({ kind: 'status', status: 503, retryAfterSeconds: 1, method: 'GET' });
        }
        await wait(100);
      }
      world.simulator.faults.clear();
      isOver = true;
    };
    /** Functions that link and comment while others create. */
    const followUp = async () => {
      while (!isOver || told.size < 30) {
        const fresh = (await world.outbox()).filter(
          ({ type, id }) => type === 'Remediation Ticket Created' && !told.has(id),
        );
        for (const [index, event] of fresh.slice(0, 8).entries()) {
          const copy = copies[index % COPIES];
          if (copy === undefined) continue;
          const { batchItemFailures } = await reopenRemediationHandler({ ...world, ...copy })(
            sqsEventOf(event),
            CONTEXT,
          );
          if (batchItemFailures.length === 0) told.add(event.id);
        }
        await wait(50);
      }
    };
    // A queue of the stack tries again after minutes, and this one after a second: what is put off uses up its tries in no time.
    const queue = creationQueue(world, topology, { copies, attemptLimit: 1_000 });
    await Promise.all([queue.through(events, 120_000), storm(), followUp()]);
    const marks = ticketsThere().map(({ properties }) => JSON.stringify(properties['holdfast.remediation']));
    expect(struck()).toBeGreaterThan(5);
    expect([world.simulator.earlyRequests(), marks.length, new Set(marks).size]).toEqual([[], 120, 120]);
  });
});
