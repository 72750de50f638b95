import { describe, expect, it, onTestFinished } from 'vitest';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { serviceManagement } from '../../../local/jira-simulator/sites/service-management.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { closureWithoutRecord } from '../../../shared/store/inbox/closures-without-record.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { closedMessage, holdfastJsonRequest, SENDER_SITE } from '../../support/systems/holdfast-json.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();

type Incidents = NonNullable<HoldfastConfigInput['incidents']>;

/** How incidents end on a site, with something to learn from and without. */
type Plan = {
  readonly name: string;
  readonly site?: SiteDescription;
  readonly incidents: Incidents;
  readonly issue: { readonly project: string; readonly issueType: string };
  readonly nothing: (world: World, key: string) => unknown;
  /** Status to which it comes back; none leads out of a cancelled one. */
  readonly back?: string;
  readonly resolved: (world: World, key: string) => unknown;
  readonly because: string;
};

const by = 'Mia Okafor';
const PLANS: readonly Plan[] = [
  {
    name: 'the kind site, as a duplicate',
    incidents: {},
    issue: { project: 'SEC', issueType: 'Security Incident' },
    nothing: ({ simulator }, key) => simulator.transition(key, 'Done', { by, resolution: 'Duplicate' }),
    back: 'To Do',
    resolved: ({ simulator }, key) => simulator.transition(key, 'Done', { by, resolution: 'Done' }),
    because: 'Done as Duplicate',
  },
  {
    name: 'service management, by its status',
    site: serviceManagement,
    incidents: { jira: { projects: [{ project: 'SUP', issueTypes: ['[System] Incident'] }] } },
    issue: { project: 'SUP', issueType: '[System] Incident' },
    nothing: ({ simulator }, key) => simulator.transition(key, 'Canceled', { by }),
    resolved: ({ simulator }, key) => simulator.transition(key, 'Resolved', { by, resolution: 'Done' }),
    because: 'Canceled',
  },
  {
    name: 'German classic, by the id of a resolution',
    site: germanClassic,
    incidents: {
      jira: {
        projects: [{ project: 'SIV', issueTypes: ['Sicherheitsvorfall'] }],
        opensNoRecord: [{ statuses: ['Fertig'], resolutions: ['10202'] }],
      },
    },
    issue: { project: 'SIV', issueType: 'Sicherheitsvorfall' },
    nothing: ({ simulator }, key) => simulator.transition(key, 'Fertig', { by, resolution: 'Duplikat' }),
    back: 'In Arbeit',
    resolved: ({ simulator }, key) => simulator.transition(key, 'Fertig', { by, resolution: 'Fertig' }),
    because: 'Fertig as Duplikat',
  },
];

async function worldOf(incidents: Incidents, site?: SiteDescription): Promise<World> {
  const world = await startWorld(endpoint(), { incidents }, site === undefined ? {} : { site });
  onTestFinished(() => world.close());
  return world;
}

async function sweep(world: World): Promise<void> {
  await world.sweepIncidents();
  await world.deliver();
}

const opened = async (world: World) =>
  (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;
const kept = (world: World, ticketId: string) =>
  closureWithoutRecord(world.table, {
    source: 'jira',
    site: new URL(world.simulator.url).host,
    ticketId,
    key: 'SEC-1',
  });

describe.each(PLANS)('an incident that is closed on $name', (plan) => {
  it('with nothing to learn from opens no record, which is counted once however often it is told', async () => {
    const world = await worldOf(plan.incidents, plan.site);
    const { id, key } = world.simulator.createIssue({ ...plan.issue, summary: 'Leaked key' });
    plan.nothing(world, key);
    for (let day = 0; day < 3; day += 1) {
      await sweep(world);
      world.clock.advance('P1D');
    }
    expect([await opened(world), world.counted().ClosureOpensNoRecord, await kept(world, id)]).toMatchObject([
      0,
      1,
      { because: `it was closed as no incident to learn from: ${plan.because}` },
    ]);
  });
});

describe('an incident that had nothing to learn from', () => {
  it.each(PLANS.filter(({ back }) => back !== undefined))(
    'opens a record when it is closed as resolved: $name',
    async (plan) => {
      const { back = '' } = plan;
      const world = await worldOf(plan.incidents, plan.site);
      const { key } = world.simulator.createIssue({ ...plan.issue, summary: 'Leaked key' });
      plan.nothing(world, key);
      await sweep(world);
      world.clock.advance('PT1H');
      world.simulator.transition(key, back, { by });
      plan.resolved(world, key);
      world.clock.advance('PT15M');
      await sweep(world);
      expect(await opened(world)).toBe(1);
    },
  );
});

describe('an incident that is less severe than the policy wants', () => {
  it.each([undefined, serviceManagement])('opens no record, and one that is as severe does', async (site) => {
    const plan = PLANS.find((one) => one.site === site);
    if (plan === undefined) throw new Error('each site has a plan');
    const severityByPriority = { Low: 'low', High: 'high', P1: 'high', P4: 'low' } as const;
    const jira = { ...plan.incidents.jira, severityByPriority };
    const world = await worldOf({ jira, minimumSeverity: 'high' }, site);
    for (const priority of site === undefined ? ['Low', 'High'] : ['P4', 'P1']) {
      const { key } = world.simulator.createIssue({ ...plan.issue, summary: 'Leaked key', priority });
      plan.resolved(world, key);
    }
    await sweep(world);
    expect([await opened(world), world.counted().ClosureOpensNoRecord]).toEqual([1, 1]);
  });
});

describe('an incident that a system posts', () => {
  it('opens no record when it says that there is nothing to learn from, and one when it is closed again', async () => {
    const world = await worldOf({ 'holdfast-json': { sites: [SENDER_SITE] } });
    const post = async (message: unknown) => {
      const { statusCode } = Object(await world.receive(holdfastJsonRequest(message, { sentAt: world.now() })));
      await world.deliver();
      return statusCode;
    };
    const { incident, ...message } = closedMessage();
    await post({ ...message, incident: { ...Object(incident), closedAs: 'false positive' } });
    const none = [await opened(world), world.counted().ClosureOpensNoRecord];
    world.clock.advance('PT1H');
    await post({ ...message, id: 'message-2', at: world.now(), incident });
    expect([none, await opened(world)]).toEqual([[0, 1], 1]);
  });
});

describe('names of endings that a site does not have', () => {
  const looksAt = async (incidents: Incidents, site?: SiteDescription) =>
    (await (await worldOf(incidents, site)).connectionTo('jira').check()).filter(
      ({ what }) => what === 'incidents.jira.opensNoRecord',
    );
  const [onKindSite, , onGermanSite] = PLANS;

  it.each([
    { ...onKindSite, name: 'the kind site', known: 'Duplicate', status: 'Done' },
    { ...onGermanSite, name: 'German classic', known: 'Duplikat', status: 'Fertig' },
  ])('are named with what there is, on $name', async ({ incidents, site, known, status }) => {
    const { projects } = incidents?.jira ?? {};
    const opensNoRecord = [{ statuses: [status, 'Withdrawn'], resolutions: [known, 'Canceled', 'Nothing', null] }];
    const [look] = await looksAt({ jira: { ...(projects === undefined ? {} : { projects }), opensNoRecord } }, site);
    expect(look?.problems).toEqual([
      {
        code: 'no statuses Withdrawn',
        problem: 'the site has no status of the category Done Withdrawn',
        advice: expect.stringMatching(`write one of .*${status}.* into incidents.jira.opensNoRecord\\[\\].statuses`),
      },
      {
        code: 'no resolutions Nothing',
        problem: 'the site has no resolution Nothing',
        advice: expect.stringMatching(`write one of .*${known}.* into incidents.jira.opensNoRecord\\[\\].resolutions`),
      },
    ]);
  });

  it('are missed nowhere where the configuration is the default, or names what there is', async () => {
    const ofDefault = await looksAt({});
    const ofGerman = await looksAt(onGermanSite?.incidents ?? {}, germanClassic);
    expect([ofDefault, ofGerman.flatMap(({ problems }) => problems)]).toEqual([[], []]);
  });
});

describe.each(PLANS)('incidents that were closed on $name with nothing to learn from', (plan) => {
  it('are asked about no more, and are no news, on the days after', async () => {
    const world = await worldOf(plan.incidents, plan.site);
    await sweep(world);
    for (let count = 0; count < 5; count += 1) {
      plan.nothing(world, world.simulator.createIssue({ ...plan.issue, summary: `Alert ${count}` }).key);
    }
    const days: (readonly number[])[] = [];
    for (let day = 0; day < 4; day += 1) {
      world.clock.advance('P1D');
      world.simulator.clearRequests();
      const before = (await world.outbox()).length;
      await sweep(world);
      days.push([world.simulator.requests().length, (await world.outbox()).length - before]);
    }
    // Who we are, the project and the search.
    expect(days.slice(1)).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
    ]);
  });
});

describe('an incident that was taken for harmless', () => {
  it('opens its record when its priority is put right, though it is not closed anew', async () => {
    const world = await worldOf({ minimumSeverity: 'high' });
    const issue = { project: 'SEC', issueType: 'Security Incident', summary: 'Leaked key' };
    const { key } = world.simulator.createIssue({ ...issue, priority: 'Low' });
    world.simulator.transition(key, 'Done', { by, resolution: 'Done' });
    for (let day = 0; day < 3; day += 1) {
      await sweep(world);
      world.clock.advance('P1D');
    }
    const before = await opened(world);
    world.simulator.editIssue(key, { priority: 'Highest' }, { by });
    world.clock.advance('PT15M');
    await sweep(world);
    expect([before, await opened(world)]).toEqual([0, 1]);
  });
});
