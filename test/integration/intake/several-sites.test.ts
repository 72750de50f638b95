import { afterEach, describe, expect, it } from 'vitest';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { backfillPortion } from '../../../shared/intake/backfill.ts';
import { connectJira } from '../../../shared/intake/jira/connection.ts';
import { openPostMortemOf } from '../../../shared/intake/open-post-mortem.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { recordStore } from '../../../shared/store/records/record-store.ts';
import { startSite } from '../../support/jira/simulated-site.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

/** One site of Cloud as `jira`, and one on Data Center as `finance`. */
async function startBoth(opensNoRecord?: HoldfastConfig['incidents']['jira']['opensNoRecord']) {
  world = await startWorld(endpoint());
  const [cloud, { jira: finance }] = [
    world.simulator,
    await startSite(onDataCenter(classicEnglish), { clock: world.clock.date }),
  ];
  const config = parseConfig({
    jira: {
      site: cloud.url,
      timeoutMs: 2_000,
      sites: { finance: { site: finance.apiUrl, deployment: 'Data Center' } },
    },
    incidents: {
      jira: {
        projects: [
          { project: 'SEC', issueTypes: ['Security Incident'] },
          { site: 'finance', project: 'SEC', issueTypes: ['Security Incident'] },
        ],
        ...(opensNoRecord === undefined ? {} : { opensNoRecord }),
      },
    },
  });
  const { table, now, newId } = world;
  const store = recordStore({ table, rules: config, now, newId, backOff: () => Promise.resolve() });
  const secret = { ...cloud.credentials, sites: { finance: { personalAccessToken: finance.credentials.apiToken } } };
  const connection = connectJira({
    config,
    credentials: (_source, schema) => schema.parseAsync(secret),
    timeLeftMs: () => 1,
    run: () => undefined,
    onOdd: () => {},
    told: () => Promise.resolve(undefined),
    newId,
  });
  const deps = { store, table, config, now, newId, connectionTo: () => connection, onUnmapped: () => {} };
  return {
    cloud,
    finance,
    config,
    connection,
    store,
    open: (ticket: TicketRef) => openPostMortemOf(deps, ticket, aCause()),
  };
}

function closedOn(site: JiraSimulator, summary: string, status: string) {
  const issue = site.createIssue({ project: 'SEC', issueType: 'Security Incident', summary });
  site.transition(issue.key, 'In Progress', { by: 'Mia Okafor' });
  site.transition(issue.key, status, { by: 'Mia Okafor', resolution: 'Done' });
  return issue;
}

const now = '2026-11-21T10:05:00.000Z';
const window = { closedSince: '2026-11-20T10:00:00.000Z', changedSince: '2026-11-20T10:00:00.000Z', now };

describe('several Jiras', () => {
  it('give their incidents to records of their own, although keys and numbers are the same', async () => {
    const { cloud, finance, connection, store, open } = await startBoth();
    closedOn(cloud, 'On Cloud', 'Done');
    closedOn(finance, 'On Data Center', 'Resolved');
    const pages = (connection.poll?.scopes ?? []).map(({ moves }) => Array.fromAsync(moves(window)));
    const closures = (await Promise.all(pages)).flat(2);
    const outcomes: unknown[] = [];
    for (const { ticket } of closures) {
      outcomes.push(await open(ticket));
      const id = await store.postMortemOfTicket(ticket);
      const record = id && (await store.postMortem(id));
      outcomes.push([record?.incident.key, record?.incident.title, record?.incident.url, record?.isLinkedToTicket]);
    }
    expect(outcomes).toEqual([
      'opened',
      ['SEC-1', 'On Cloud', `${cloud.url}/browse/SEC-1`, true],
      'opened',
      ['SEC-1', 'On Data Center', `${finance.url}/browse/SEC-1`, true],
    ]);
  });

  it('are told apart in webhooks by the address of the issue', async () => {
    const { cloud, finance, config } = await startBoth();
    const read = (self: string) => meaningOf(config, self);
    expect([
      read(`${cloud.url}/rest/api/2/issue/10000`),
      read(`${finance.apiUrl}/rest/api/2/issue/10000`),
      read('https://stranger.atlassian.net/rest/api/2/issue/10000'),
      read('no address'),
    ]).toMatchObject([
      { event: { data: { ticket: { site: new URL(cloud.url).host } } } },
      { event: { data: { ticket: { site: new URL(finance.url).host } } } },
      { ignored: 'UnknownSite' },
      { ignored: 'UnknownSite' },
    ]);
  });

  it('have tickets of fixes each, and a webhook of one names its site', async () => {
    const { cloud, finance, config } = await startBoth();
    const more = { project: { key: 'PLAT' }, labels: ['holdfast'] };
    expect([
      meaningOf(config, `${cloud.url}/rest/api/2/issue/10000`, more),
      meaningOf(config, `${finance.apiUrl}/rest/api/2/issue/10000`, more),
    ]).toMatchObject(
      [cloud.url, finance.apiUrl].map((url) => ({
        event: { type: 'Remediation Ticket Changed', data: { site: new URL(url).host, issueId: '10000' } },
      })),
    );
  });

  it('are checked each', async () => {
    const { connection } = await startBoth();
    expect(await connection.check()).toEqual([
      { what: 'incidents of the Jira project SEC', problems: [], notes: [] },
      { what: 'incidents of the Jira project SEC, on the site finance', problems: [], notes: [] },
    ]);
  });

  it('are missed no name of an ending that one of them has, and asked for what none has', async () => {
    const { finance, connection } = await startBoth([{ statuses: ['Resolved', 'Nowhere'] }]);
    const what = 'incidents.jira.opensNoRecord';
    const found = async () => (await connection.check()).filter((look) => look.what.startsWith(what));
    const nowhere = { code: 'no statuses Nowhere' };
    expect(await found()).toMatchObject([
      { what, problems: [nowhere] },
      { what: `${what}, on the site finance`, problems: [nowhere] },
    ]);
    finance.faults.add({ kind: 'proxy-page', path: '/rest/**', probability: 1 });
    expect(await found()).toMatchObject([{ what, problems: [], unseen: expect.stringContaining('another site') }]);
  });

  it('are checked each by itself: of one that does not answer nothing is said, and of the others all', async () => {
    const { finance, connection } = await startBoth();
    finance.faults.add({ kind: 'proxy-page', path: '/rest/**', probability: 1 });
    expect(await connection.check()).toEqual([
      { what: 'incidents of the Jira project SEC', problems: [], notes: [] },
      {
        what: expect.stringContaining(`incidents on ${new URL(finance.url).host}`),
        problems: [],
        notes: [],
        unseen: expect.stringContaining('/myself'),
      },
    ]);
  });

  it('are asked each by itself, so that one which does not answer costs the others nothing', async () => {
    const { cloud, finance, connection } = await startBoth();
    closedOn(cloud, 'On Cloud', 'Done');
    finance.faults.add({ kind: 'proxy-page', path: '/rest/**', probability: 1 });
    const asked = (connection.poll?.scopes ?? []).map(async ({ name, moves }) => {
      const found = await Array.fromAsync(moves(window)).then(
        (pages) => pages.flat(),
        (error: unknown) => error,
      );
      return [name, Array.isArray(found) ? found.length : 'an error'];
    });
    expect(await Promise.all(asked)).toEqual([
      ['SEC, Security Incident', 1],
      ['finance: SEC, Security Incident', 'an error'],
    ]);
  });

  it('are backfilled each, and one that does not answer holds up no other', async () => {
    const { cloud, finance, connection, store } = await startBoth();
    const key = closedOn(cloud, 'On Cloud', 'Done').key;
    closedOn(finance, 'On Data Center', 'Resolved');
    world.clock.advance('P90D');
    const { poll } = connection;
    if (poll === undefined) throw new Error('there is nothing to ask');
    const portion = async () => {
      const deps = { ...world, store, sources: [{ name: 'jira' as const, poll }], timeLeftMs: () => 60_000 };
      const request = { source: 'jira', since: '2026-01-01T00:00:00.000Z', isDryRun: false } as const;
      const answer = await backfillPortion(deps, request, aCause());
      world.clock.advance('PT1M');
      return 'scopes' in answer ? [answer.isDone, ...answer.scopes.map(({ told, isDone }) => [told, isDone])] : answer;
    };
    const down = finance.faults.add({ kind: 'proxy-page', path: '/rest/**', probability: 1 });
    const first = await portion();
    finance.faults.remove(down);
    const second = await portion();
    const sites = (await world.outbox()).map(({ data }) => Object(data).ticket);
    expect([first, second]).toEqual([
      [false, [1, true], [0, false]],
      [true, [0, true], [1, true]],
    ]);
    expect(sites.map(({ key: told, site }) => [told, site])).toEqual(
      [cloud.url, finance.apiUrl].map((url) => [key, new URL(url).host]),
    );
  });

  it('do not guess where a ticket of an unknown one is', async () => {
    const { open } = await startBoth();
    const stray: TicketRef = { source: 'jira', site: 'stranger.atlassian.net', ticketId: '10000', key: 'SEC-1' };
    await expect(open(stray)).rejects.toThrow('no Jira of the configuration is called stranger.atlassian.net');
  });
});

function meaningOf(config: HoldfastConfig, self: string, more: Record<string, unknown> = {}) {
  const fields = {
    status: { id: '5', name: 'Done', statusCategory: { key: 'done' } },
    project: { key: 'SEC' },
    issuetype: { name: 'Security Incident' },
    created: now,
    updated: now,
    ...more,
  };
  const body = {
    timestamp: Date.parse(now),
    webhookEvent: 'jira:issue_updated',
    issue: { id: '10000', key: 'SEC-1', self, fields },
    changelog: { items: [{ field: 'status', from: '3', to: '5' }] },
  };
  return webhooksInUse(SOURCES, config).get('jira')?.webhook.read(body, now);
}
