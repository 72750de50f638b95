import { afterEach, describe, expect, it } from 'vitest';
import { isTicketed, type TicketedRemediation } from '../../../shared/domain/remediation/remediation.ts';
import { webhookReceiver } from '../../support/jira/webhook-receiver.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { latest, webhookRequest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let hear: () => Promise<number>;
afterEach(() => world.close());

const planOf = (name: string): SitePlan => {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no site is called ${name}`);
  return plan;
};
const SITES = [SITE_PLANS[0]?.site.name ?? '', 'German classic'].map((name) => [name, planOf(name)] as const);

async function start(plan: SitePlan): Promise<TicketedRemediation> {
  world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
  const { url, received } = await webhookReceiver();
  world.simulator.addWebhook({ url });
  const record = await approvedOn(world, plan, { title: 'Mend the filter' });
  await world.simulator.settled();
  received.splice(0);
  await world.deliver();
  hear = async () => {
    await world.simulator.settled();
    const told = received.splice(0);
    for (const { raw } of told) await world.receive(webhookRequest(raw));
    world.simulator.clearRequests();
    await world.deliver();
    return told.length;
  };
  const [fix] = await world.store.remediations(record.id);
  if (fix === undefined || !isTicketed(fix)) throw new Error('expected a ticket');
  return fix;
}

/** Anybody's edit, heard once, tells the worker which account is ours. */
async function learnt(fix: TicketedRemediation): Promise<void> {
  world.simulator.editIssue(fix.ticket.key, { summary: 'Another title' });
  await hear();
}
const calls = () => world.simulator.requests().length;

describe.each(SITES)('on %s', (_, plan) => {
  it('a change of ours that comes back costs no call', async () => {
    const fix = await start(plan);
    await learnt(fix);
    await world.tickets.moveDueDate(fix.ticket.issueId, '2027-01-20');
    const told = await hear();
    expect([told, calls(), world.counted().OwnChangeHeard]).toEqual([1, 0, 1]);
  });

  it('a due date for which two ask at the same moment is written once, and another one after it', async () => {
    const { ticket } = await start(plan);
    world.simulator.clearRequests();
    const set = (dueOn: string) => world.tickets.moveDueDate(ticket.issueId, dueOn);
    const both = await Promise.allSettled([set('2027-01-20'), set('2027-01-20')]);
    await set('2027-01-20');
    await set('2027-01-21');
    const writes = world.simulator.requests().filter(({ method }) => method === 'PUT');
    expect([both.some(({ status }) => status === 'fulfilled'), writes.length]).toEqual([true, 2]);
    expect(world.simulator.issue(ticket.key)?.dueDate).toBe('2027-01-21');
  });

  it('a move into done by our account, which nobody recorded, is read all the same', async () => {
    const fix = await start(plan);
    await learnt(fix);
    for (const status of plan.workEnds) world.simulator.transition(fix.ticket.key, status, { by: 'Holdfast' });
    await hear();
    expect([calls() > 0, (await latest(world, fix)).state]).toEqual([true, 'claimed']);
  });

  it('what nobody follows costs no call and is no event', async () => {
    const fix = await start(plan);
    await learnt(fix);
    const before = (await world.outbox()).length;
    world.simulator.addComment(fix.ticket.key, 'On it', { by: 'Jonas Berg' });
    world.simulator.editIssue(fix.ticket.key, {
      labels: ['team-a', ...(world.simulator.issue(fix.ticket.key)?.labels ?? [])],
    });
    await hear();
    expect([calls(), (await world.outbox()).length - before]).toEqual([0, 0]);
  });

  it('a label that a bulk edit took off changes nothing, and is put back, a few times and not for ever', async () => {
    const fix = await start(plan);
    const labelsNow = () => [...(world.simulator.issue(fix.ticket.key)?.labels ?? [])];
    const named = labelsNow().filter((label) => label.startsWith('holdfast'));
    await world.sweep();
    const found: boolean[] = [];
    for (let time = 0; time < 4; time += 1) {
      world.clock.advance('PT15M');
      world.simulator.editIssue(fix.ticket.key, { labels: ['backlog-q4'] });
      world.clock.advance('PT15M');
      await world.sweep();
      found.push(named.every((label) => labelsNow().includes(label)) && labelsNow().includes('backlog-q4'));
    }
    const { state } = await latest(world, fix);
    expect([named.length, found, state]).toEqual([2, [true, true, true, false], 'open']);
  });
});
