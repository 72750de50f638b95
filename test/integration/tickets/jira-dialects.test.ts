import { afterEach, describe, expect, it } from 'vitest';
import { behindGateway } from '../../../local/jira-simulator/sites/behind-gateway.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter, underPath } from '../../../local/jira-simulator/sites/data-center.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedAs, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const config: HoldfastConfigInput = {
  remediation: { defaultRoute: { project: 'PLAT', issueType: 'Task' } },
  verification: { steps: ['P7D', 'P30D'] },
};

function resolvedIncident({ simulator, config: { jira } }: World): TicketRef {
  const issue = simulator.createIssue({
    project: 'SEC',
    issueType: 'Security Incident',
    summary: 'Employees phished',
    description: 'Seen: T1566.002',
  });
  simulator.transition(issue.key, 'In Progress', { by: 'Mia Okafor' });
  simulator.transition(issue.key, 'Resolved', { by: 'Mia Okafor', resolution: 'Done' });
  return { source: 'jira', site: siteName({ jira }), ticketId: issue.id, key: issue.key };
}

async function failOf(subject: Signal['subject']): Promise<void> {
  const signal: Signal = {
    id: world.newId(),
    subject,
    outcome: 'fail',
    observedAt: world.now(),
    source: 'mail-simulation',
    detail: '3 of 20 got through',
  };
  await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
}

const gateway = behindGateway(classicEnglish);
const dataCenter = onDataCenter(classicEnglish);
const dialects: [string, SiteDescription, 'its own' | 'OAuth'][] = [
  ['a site of Cloud at its own address', classicEnglish, 'its own'],
  ['a site behind the gateway, by API token', gateway, 'its own'],
  ['a site behind the gateway, by OAuth 2.0', gateway, 'OAuth'],
  ['Data Center', dataCenter, 'its own'],
  ['Data Center under a path of its host', underPath(dataCenter), 'its own'],
];

describe.each(dialects)('%s', (_name, site, login) => {
  it('takes an incident to its record, a ticket, a claim, a fail, and the ticket reopened with the evidence', async () => {
    world = await startWorld(endpoint(), config, { site }, login);
    const { simulator, store, clock } = world;
    const incident = resolvedIncident(world);
    const opened = await openedRecord(world, incident);
    const { id } = await approvedAs(world, opened);
    await world.deliver();
    const [created] = await store.remediations(id);
    if (created?.state !== 'open') throw new Error(`no ticket: ${world.failures.join(', ')}`);
    const { key } = created.ticket;

    simulator.transition(key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    const claimed = await store.remediation(id, created.id);
    clock.advance('P7D');
    await failOf({ type: 'technique', id: 'T1566.002' });
    await world.verify();
    clock.advance('PT1H');
    await world.verify();
    await world.deliver();
    await world.deliver();

    const reopened = simulator.issue(key);
    expect({
      people: opened.incident.people.map(({ role, person }) => [role, person.name]),
      url: opened.incident.url,
      claimedBy: claimed !== undefined && 'claim' in claimed && claimed.claim.by?.name,
      status: reopened?.status.name,
      links: simulator.issue(incident.key)?.remoteLinks.length,
      evidence: reopened?.comments.filter(({ body }) => plainText(body).includes('3 of 20 got through')).length,
      failures: world.failures,
    }).toEqual({
      people: expect.arrayContaining([['closer', 'Mia Okafor']]),
      url: `${world.config.jira.site}/browse/${incident.key}`,
      claimedBy: 'Mia Okafor',
      status: 'To Do',
      links: 1,
      evidence: 1,
      failures: [],
    });
  });
});

describe('a locked-down site behind the gateway, by OAuth 2.0', () => {
  async function startEnterprise() {
    world = await startWorld(endpoint(), config, { site: lockedDownEnterprise }, 'OAuth');
    const { simulator } = world;
    const issue = simulator.createIssue({
      project: 'SEC',
      issueType: 'Security Incident',
      summary: 'Employees phished',
    });
    simulator.transition(issue.key, 'Remediated', { by: 'Mia Okafor' });
    const ticket: TicketRef = { source: 'jira', site: siteName(world.config), ticketId: issue.id, key: issue.key };
    return { simulator, issue, ticket };
  }

  it('shows an incident, takes the link to its record, and is browsed at another address than asked', async () => {
    const { simulator, issue, ticket } = await startEnterprise();
    const { incident } = await openedRecord(world, ticket);
    expect({
      url: incident.url,
      isAskedThere: world.config.jira.apiUrl !== undefined && !incident.url.includes('/ex/jira/'),
      links: simulator.issue(issue.key)?.remoteLinks.length,
      tokens: simulator.tokens.granted(),
      failures: world.failures,
    }).toEqual({ url: `${simulator.url}/browse/${issue.key}`, isAskedThere: true, links: 1, tokens: 1, failures: [] });
  });

  it('goes on with a new token when all were revoked, also in the middle of a write', async () => {
    const { simulator, issue } = await startEnterprise();
    await world.jira.issue(issue.id);
    simulator.tokens.revoke();
    await world.jira.linkTo(issue.id, { globalId: 'one', url: 'https://records.acme.com/1', title: 'Record' });
    expect([simulator.issue(issue.key)?.remoteLinks.length, simulator.tokens.granted()]).toEqual([1, 2]);
  });

  it('is not asked while no token comes, and what was wanted is tried again by the queue', async () => {
    const { simulator, ticket } = await startEnterprise();
    simulator.tokens.setDown(true);
    const event = world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt: world.now() } });
    const failed = await world.handOver(event);
    const asked = simulator.requests().length;
    simulator.tokens.setDown(false);
    expect([failed, asked, await world.handOver(event)]).toEqual([[event.id], 0, []]);
  });
});
