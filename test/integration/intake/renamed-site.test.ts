import { afterEach, describe, expect, it } from 'vitest';
import { recordForAnybody } from '../../../shared/api/routes/record-answer.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { exportedRecord } from '../../../shared/export/exported-record.ts';
import { jiraConnection } from '../../../shared/intake/jira/connection.ts';
import { carryOnPostMortemOf, openPostMortemOf } from '../../../shared/intake/open-post-mortem.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { recordStore } from '../../../shared/store/records/record-store.ts';
import { knownTickets } from '../../../shared/sweep/known-tickets.ts';
import { jiraTickets } from '../../../shared/tickets/jira/jira-tickets.ts';
import { syncTicket } from '../../../shared/tickets/sync-ticket.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause, approvedAs, closedIncident, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const CLOUD_ID = '5e1d0a7c-4b2f-4a53-9f0e-7c3b1d2a6e98';
const OLD = 'https://old.atlassian.net';
const NEW = 'https://new.atlassian.net';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

/** The program as it is deployed with these addresses, on the one table and the one Jira of the world. */
function deployed(jira: HoldfastConfigInput['jira']) {
  const { table, now, newId, config: tested } = world;
  const config = parseConfig({ jira, remediation: { defaultRoute: tested.remediation.defaultRoute } });
  const store = recordStore({ table, rules: config, now, newId, backOff: () => Promise.resolve() });
  const connection = jiraConnection(world.jira, { config, newId });
  const deps = { store, table, config, now, newId, connectionTo: () => connection, onUnmapped: () => {} };
  const site = siteName(config);
  return {
    ...deps,
    site,
    tickets: jiraTickets(world.jira, config),
    open: (ticket: TicketRef) => openPostMortemOf(deps, { ...ticket, site }, aCause()),
    /** The same, of a message that was under way with another name of the site. */
    openAs: (name: string, ticket: TicketRef) => openPostMortemOf(deps, { ...ticket, site: name }, aCause()),
    recordOf: (ticket: TicketRef) => store.postMortemOfTicket({ ...ticket, site }),
  };
}

const openings = async () => (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;

const before = { site: OLD };
const withId = { site: OLD, cloudId: CLOUD_ID };
const renamed = { site: NEW, formerSites: ['old.atlassian.net'] };
const renamedById = { site: NEW, cloudId: CLOUD_ID };
const renamedTwice = { site: 'https://third.atlassian.net', formerSites: ['old.atlassian.net', 'new.atlassian.net'] };

describe('a renamed Jira site', () => {
  it.each([
    ['by the names that it had', [before, renamed, renamedTwice]],
    ['by its cloudId', [withId, renamedById]],
    [
      'by the cloudId in the address of the gateway',
      [withId, { site: NEW, apiUrl: `https://api.atlassian.com/ex/jira/${CLOUD_ID}` }],
    ],
    [
      'when its cloudId is configured afterwards',
      [before, withId, { ...renamedById, formerSites: ['old.atlassian.net'] }],
    ],
    [
      'when it gets its old name back',
      [before, renamed, { site: OLD, formerSites: ['old.atlassian.net', 'new.atlassian.net'] }],
    ],
    ['when the old name is told only after a while', [before, renamed, before]],
  ])('keeps the one record of an incident: %s', async (_how, deployments) => {
    world = await startWorld(endpoint());
    const ticket = closedIncident(world);
    const outcomes: unknown[] = [];
    for (const jira of deployments) outcomes.push(await deployed(jira).open(ticket));
    expect([outcomes, await openings()]).toEqual([['opened', ...deployments.slice(1).map(() => 'known')], 1]);
  });

  it('has one record for an incident that is told under both names at once', async () => {
    world = await startWorld(endpoint());
    const now = deployed(renamed);
    const tickets = [closedIncident(world), closedIncident(world), closedIncident(world)];
    await Promise.all(
      tickets.flatMap((ticket) => [
        now.openAs('new.atlassian.net', ticket),
        now.openAs('old.atlassian.net', ticket),
        deployed(before).open(ticket),
      ]),
    );
    expect(await openings()).toBe(3);
  });

  it('has one record for an incident that a deployment in between told under the new name alone', async () => {
    world = await startWorld(endpoint());
    const ticket = closedIncident(world);
    const outcomes = [await deployed({ site: NEW }).open(ticket), await deployed(renamed).open(ticket)];
    expect([outcomes, await openings()]).toEqual([['opened', 'known'], 1]);
  });

  it('carries on the record of an incident that is reopened', async () => {
    world = await startWorld(endpoint());
    const ticket = closedIncident(world);
    await deployed(before).open(ticket);
    const now = deployed(renamed);
    const reopened = { ticket: { ...ticket, site: 'new.atlassian.net' }, reopenedAt: world.now() };
    expect(await carryOnPostMortemOf(now, reopened, aCause())).toBe(true);
  });

  it('keeps a stranger’s incident with the same number apart', async () => {
    world = await startWorld(endpoint());
    const ticket = closedIncident(world);
    await deployed(before).open(ticket);
    expect(await deployed({ site: 'https://other.atlassian.net' }).open(ticket)).toBe('opened');
  });

  it('keeps the tickets of fixes with their remediations, whose labels and marks may be gone', async () => {
    world = await startWorld(endpoint(), { jira: { formerSites: ['old.atlassian.net'] } });
    const incident = closedIncident(world);
    const { store } = deployed(before);
    await deployed(before).open(incident);
    const id = await deployed(before).recordOf(incident);
    const opened = id && (await store.postMortem(id));
    if (opened === undefined) throw new Error('no record');
    const { id: postMortemId } = await approvedAs(world, opened);
    await world.deliver();
    const [remediation] = await store.remediations(postMortemId);
    if (remediation?.state !== 'open') throw new Error('no ticket');
    const now = deployed(renamed);
    expect([
      remediation.ticket.site,
      await now.store.remediationOfIssue(now.site, remediation.ticket.issueId),
      (await syncTicket(now, remediation.ticket.issueId, aCause())).outcome,
    ]).toEqual(['old.atlassian.net', { postMortemId, remediationId: remediation.id }, 'unchanged']);
  });

  it('has every ticket asked for by its id, under whichever of its names a record has it', async () => {
    world = await startWorld(endpoint());
    await ticketedRemediation(world);
    const asked: string[] = [];
    const showMany = (ids: readonly string[]) => {
      asked.push(...ids);
      return world.tickets.showMany(ids);
    };
    const { site } = world.config.jira;
    const walk = async (jira: HoldfastConfigInput['jira']) => {
      const { names } = deployed(jira).tickets;
      const deps = {
        ...world,
        tickets: { ...world.tickets, names, showMany },
        hasTime: () => true,
        onProblem: () => {},
      };
      await knownTickets(deps, new Set(), aCause());
    };
    await walk(renamed);
    const without = asked.length;
    await walk({ ...renamed, formerSites: ['old.atlassian.net', new URL(site).host] });
    expect([without, asked.length]).toEqual([0, 1]);
  });

  it('is linked to at its present address, in the answers of the API and in files', async () => {
    world = await startWorld(endpoint());
    const ticket = closedIncident(world);
    await deployed(before).open(ticket);
    const { store, config, recordOf } = deployed(renamed);
    const id = await recordOf(ticket);
    const record = id && (await store.postMortem(id));
    if (record === undefined) throw new Error('no record');
    const present = `${NEW}/browse/${ticket.key}`;
    expect({
      stored: record.incident.url,
      shown: (await recordForAnybody(record, { store, config, now: world.now })).incident.url,
      file: (await exportedRecord(store, record, config)).file.url,
    }).toEqual({ stored: `${OLD}/browse/${ticket.key}`, shown: present, file: present });
  });
});
