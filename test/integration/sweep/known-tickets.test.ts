import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { webhookReceiver } from '../../support/jira/webhook-receiver.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { latest, ticketedRemediation, webhookRequest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let tell: () => Promise<void>;

/** A world with the webhooks of its Jira, which arrive when `tell` is called. */
async function worldWithWebhooks(options: Parameters<typeof startWorld>[2] = {}): Promise<void> {
  world = await startWorld(endpoint(), {}, options);
  const { url, received } = await webhookReceiver();
  world.simulator.addWebhook({ url });
  tell = async () => {
    await world.simulator.settled();
    for (const { raw } of received.splice(0)) await world.receive(webhookRequest(raw));
    await world.deliver();
  };
}
beforeEach(() => worldWithWebhooks());
afterEach(() => world.close());

const stateOf = async (fix: Remediation) => (await latest(world, fix)).state;
const relabel = (key: string) => world.simulator.editIssue(key, { labels: ['backlog-q4'] });

async function afterwards(days = 1): Promise<void> {
  world.clock.advance(`P${days}D`);
  await world.sweep();
  await world.deliver();
}

describe('a ticket whose labels somebody has overwritten', () => {
  it('is heard through its webhook', async () => {
    const fix = await ticketedRemediation(world);
    await tell();
    relabel(fix.ticket.key);
    world.simulator.transition(fix.ticket.key, 'Done');
    await tell();
    expect(await stateOf(fix)).toBe('claimed');
  });

  it('is found by the sweep when its webhook gets lost, and so is its way back', async () => {
    const fix = await ticketedRemediation(world);
    await world.sweep();
    world.clock.advance('P2D');
    relabel(fix.ticket.key);
    world.simulator.transition(fix.ticket.key, 'Done', { by: 'Jonas Berg' });
    await afterwards();
    const claimed = await latest(world, fix);
    world.simulator.transition(fix.ticket.key, 'In Progress');
    await afterwards();
    expect([claimed.state, 'claim' in claimed && claimed.claim.by?.name, await stateOf(fix)]).toEqual([
      'claimed',
      'Jonas Berg',
      'open',
    ]);
  });

  it('comes to its turn, however many others there are', async () => {
    const drafts = Array.from({ length: 7 }, (_, index) => ({ title: `Fix the filter ${index}` }));
    const fix = await ticketedRemediation(world, ...drafts);
    const fixes = await world.store.remediations(fix.postMortemId);
    // No search finds what changed.
    async function* nothing() {}
    const tickets = { ...world.tickets, mostShown: 1, changedWithin: nothing };
    await world.sweep();
    for (const one of fixes) {
      if (one.state !== 'open') throw new Error(`expected an open fix, found ${one.state}`);
      relabel(one.ticket.key);
      world.simulator.transition(one.ticket.key, 'Done');
    }
    Object.assign(world.tickets, tickets);
    const claimed: number[] = [];
    for (let run = 0; run < 4; run += 1) {
      await afterwards();
      const now = await world.store.remediations(fix.postMortemId);
      claimed.push(now.filter(({ state }) => state === 'claimed').length);
    }
    expect([claimed[0], claimed.at(-1)]).toEqual([5, 7]);
  });
});

describe('a ticket that was deleted', () => {
  it('is told at once, with the fix that it was of', async () => {
    const fix = await ticketedRemediation(world);
    await tell();
    world.simulator.deleteIssue(fix.ticket.key);
    await tell();
    const told = world.log.find((line) => line.startsWith('the ticket of a fix is missing'));
    expect([world.counted().TicketMissing, told, await stateOf(fix)]).toEqual([
      1,
      expect.stringContaining(fix.id),
      'open',
    ]);
  });

  it('is not told for an issue that is no ticket of ours', async () => {
    const { key } = world.simulator.createIssue({ project: 'PLAT', issueType: 'Task', summary: 'Another one' });
    await tell();
    world.simulator.deleteIssue(key);
    await tell();
    expect(world.counted().TicketMissing).toBeUndefined();
  });
});

describe('a claim in a workflow with several statuses of done', () => {
  it('is by whoever moved the ticket into the first of them, not by whoever moved it on', async () => {
    await world.close();
    await worldWithWebhooks({ site: classicEnglish });
    const route = { project: 'SEC', issueType: 'Security Incident' };
    const { simulator } = world;
    const { key } = simulator.createIssue({ ...route, summary: 'Rotate the keys' });
    simulator.transition(key, 'In Progress', { by: 'Jonas Berg' });
    world.clock.advance('PT1H');
    const resolvedAt = world.now();
    simulator.transition(key, 'Resolved', { by: 'Jonas Berg' });
    world.clock.advance('PT1M');
    simulator.transition(key, 'Closed', { by: 'Mia Okafor' });
    const reading = await (await world.tickets.show(key))?.reading();
    const incident = await world.connectionTo('jira').details({
      ...{ source: 'jira', site: world.tickets.site, ticketId: simulator.issue(key)?.id ?? '', key },
    });
    const closers = incident?.incident.people.filter(({ role }) => role === 'closer').map(({ person }) => person.name);
    expect([reading?.claim.by?.name, reading?.claim.at, closers, incident?.incident.closedAt]).toEqual([
      'Jonas Berg',
      resolvedAt,
      ['Jonas Berg'],
      resolvedAt,
    ]);
  });
});

describe('a sweep of tickets', () => {
  it('stands still while the token is dead, and finds afterwards what happened meanwhile', async () => {
    await world.close();
    await worldWithWebhooks({ manners: { deadLogin: 'anonymous without a reason' } });
    const fix = await ticketedRemediation(world);
    await world.sweep();
    const dead = world.simulator.faults.add({ kind: 'dead-login', probability: 1 });
    world.simulator.transition(fix.ticket.key, 'Done');
    for (const wait of ['PT5M', 'P2D'] as const) {
      world.clock.advance(wait);
      await expect(world.sweep()).rejects.toThrow('does not take the login');
    }
    expect(await stateOf(fix)).toBe('open');
    world.simulator.faults.remove(dead);
    world.clock.advance('PT5M');
    await world.sweep();
    expect(await stateOf(fix)).toBe('claimed');
  });

  it('does not move on over a page of a proxy', async () => {
    const fix = await ticketedRemediation(world);
    await world.sweep();
    const proxy = world.simulator.faults.add({ kind: 'proxy-page', probability: 1 });
    world.simulator.transition(fix.ticket.key, 'Done');
    world.clock.advance('P2D');
    await expect(world.sweep()).rejects.toThrow('no JSON');
    world.simulator.faults.remove(proxy);
    world.clock.advance('PT5M');
    await world.sweep();
    expect(await stateOf(fix)).toBe('claimed');
  });
});
