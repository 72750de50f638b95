import { describe, expect, it, onTestFinished } from 'vitest';
import type { JiraSimulatorOptions } from '../../../local/jira-simulator/simulator.ts';
import { withoutResolution } from '../../../local/jira-simulator/sites/without-resolution.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { EACH_SITE, type SiteInUse } from '../../support/jira/sites-in-use.ts';
import { webhookReceiver } from '../../support/jira/webhook-receiver.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { webhookRequest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();

async function worldOf(
  { site, project, issueType }: SiteInUse,
  options: Partial<JiraSimulatorOptions> = {},
  projects = [{ project, issueTypes: [issueType] }],
): Promise<World> {
  const world = await startWorld(endpoint(), { incidents: { jira: { projects } } }, { site, ...options });
  onTestFinished(() => world.close());
  return world;
}

function close(world: World, key: string, { toDone }: SiteInUse, by = 'Mia Okafor'): void {
  for (const status of toDone) {
    if (world.simulator.issue(key)?.status.name !== status) world.simulator.transition(key, status, { by });
  }
}

function closedIncident(world: World, inUse: SiteInUse, summary = 'Leaked key') {
  const { project, issueType } = inUse;
  const issue = world.simulator.createIssue({ project, issueType, summary });
  close(world, issue.key, inUse);
  return issue;
}

const opened = async (world: World) =>
  (await world.outbox()).flatMap(({ type, data }) =>
    type === 'Post-Mortem Opened' ? [Object(data).incident.key] : [],
  );

async function sweep(world: World): Promise<void> {
  await world.sweepIncidents();
  await world.deliver();
}

async function recordOf(world: World, issueId: string) {
  const ticket = { source: 'jira' as const, site: new URL(world.simulator.url).host, ticketId: issueId, key: 'SEC-1' };
  const id: PostMortemId | undefined = await world.store.postMortemOfTicket(ticket);
  return id && world.store.postMortem(id);
}

describe.each(EACH_SITE)('incidents of the site "%s"', (_name, inUse) => {
  it('are found by the sweep, with whoever closed them, and nothing is odd about them', async () => {
    const world = await worldOf(inUse);
    const { id, key } = closedIncident(world, inUse);
    await sweep(world);
    const record = await recordOf(world, id);
    const closers = record?.incident.people.filter(({ role }) => role === 'closer').map(({ person }) => person.name);
    expect([await opened(world), closers, world.counted().TicketDataUnreadable]).toEqual([
      [key],
      ['Mia Okafor'],
      undefined,
    ]);
  });

  it('are not given up for a token that is dead for a while', async () => {
    const world = await worldOf(inUse, { manners: { deadLogin: 'anonymous without a reason' } });
    await sweep(world);
    world.clock.advance('PT1H');
    const { key } = closedIncident(world, inUse);
    const dead = world.simulator.faults.add({ kind: 'dead-login', probability: 1 });
    for (const wait of ['PT15M', 'P2D', 'P2D'] as const) {
      world.clock.advance(wait);
      await expect(world.sweepIncidents()).rejects.toThrow('does not take the login');
    }
    world.simulator.faults.remove(dead);
    world.clock.advance('PT15M');
    await sweep(world);
    expect(await opened(world)).toEqual([key]);
  });

  it('are found although a project beside them is not shown, and a type of issues is not there', async () => {
    const { project, issueType } = inUse;
    const world = await worldOf(inUse, {}, [
      { project: 'OLDSEC', issueTypes: [issueType] },
      { project, issueTypes: ['Renamed', issueType] },
    ]);
    const first = closedIncident(world, inUse);
    await expect(world.sweepIncidents()).rejects.toThrow(/OLDSEC.*no issues of the type "Renamed"/);
    world.clock.advance('P3D');
    const second = closedIncident(world, inUse);
    await expect(world.sweepIncidents()).rejects.toThrow('2 failed');
    await world.deliver();
    expect(await opened(world)).toEqual([first.key, second.key]);
    const searched = world.simulator.requests().filter(({ path }) => path.endsWith('/search/jql'));
    expect(Object(searched.at(-1)?.requestBody).jql).toContain('updated >= "-4');
  });

  it('are found beside one that cannot be read, which is told', async () => {
    const world = await worldOf(inUse);
    const odd = closedIncident(world, inUse, 'Odd');
    world.simulator.faults.add({
      kind: 'member-null',
      members: ['issues.fields.status'],
      path: '/rest/api/3/search/jql',
    });
    await sweep(world);
    expect([await opened(world), world.counted().TicketDataUnreadable]).toEqual([[], 1]);
    world.clock.advance('PT15M');
    await sweep(world);
    expect(await opened(world)).toEqual([odd.key]);
  });

  it('that come back carry their record on, once each time', async () => {
    const world = await worldOf(inUse);
    const { id, key } = closedIncident(world, inUse);
    await sweep(world);
    const carriedOn = async () => (await recordOf(world, id))?.carriedOn;
    world.clock.advance('PT1H');
    world.simulator.transition(key, inUse.back, { by: 'Jonas Berg' });
    world.clock.advance('PT15M');
    await sweep(world);
    await sweep(world);
    const once = await carriedOn();
    close(world, key, inUse);
    world.clock.advance('P1D');
    await sweep(world);
    expect([once, await carriedOn()]).toEqual([1, 1]);
    world.simulator.transition(key, inUse.back, { by: 'Jonas Berg' });
    close(world, key, inUse);
    world.clock.advance('P1D');
    await sweep(world);
    expect([await carriedOn(), await opened(world)]).toEqual([2, [key]]);
  });
});

describe('an incident in a workflow that keeps no resolution', () => {
  const inUse = EACH_SITE.map(([, one]) => one).find(({ site }) => site === withoutResolution);

  it('is told as reopened by its webhook when there is a record of it, and not when it was open before', async () => {
    if (inUse === undefined) throw new Error('the site is one of the six');
    const world = await worldOf(inUse);
    const heard = await webhookReceiver();
    world.simulator.addWebhook({ url: heard.url });
    const tell = async () => {
      await world.simulator.settled();
      for (const { raw } of heard.received.splice(0)) await world.receive(webhookRequest(raw));
      await world.deliver();
    };
    const { project, issueType } = inUse;
    const { id, key } = world.simulator.createIssue({ project, issueType, summary: 'Leaked key' });
    close(world, key, inUse);
    await tell();
    world.clock.advance('PT1H');
    world.simulator.transition(key, 'Backlog', { by: 'Jonas Berg' });
    await tell();
    const reopened = await recordOf(world, id);
    world.clock.advance('PT1H');
    world.simulator.transition(key, 'Doing', { by: 'Jonas Berg' });
    await tell();
    const worked = await recordOf(world, id);
    expect([reopened?.carriedOn, worked?.carriedOn, worked?.carriedOnAt]).toEqual([1, 1, '2026-11-21T11:00:00.000Z']);
  });
});
