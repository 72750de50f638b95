import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { withoutResolution } from '../../../local/jira-simulator/sites/without-resolution.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { jiraGateway } from '../../../shared/jira/gateway.ts';
import { JiraOutage } from '../../../shared/jira/jira-errors.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';
import { jiraTickets } from '../../../shared/tickets/jira/jira-tickets.ts';
import type { TicketDraft } from '../../../shared/tickets/ticket-system.ts';
import { heading, paragraph, strong, text } from '../../../shared/tickets/ticket-text.ts';
import { startSite } from '../../support/jira/simulated-site.ts';
import { testIds } from '../../support/world/ids.ts';

/** A site on Data Center, and the program's own way to it. */
async function startDataCenter(
  described: SiteDescription = classicEnglish,
  clock = () => new Date('2026-11-21T10:00:00Z'),
) {
  const { jira } = await startSite(onDataCenter(described), { clock });
  const config = parseConfig({ jira: { site: jira.apiUrl, deployment: 'Data Center', timeoutMs: 2_000 } });
  const client = jiraTransport({
    ...config.jira,
    credentials: () => Promise.resolve({ personalAccessToken: jira.credentials.apiToken }),
  });
  const gateway = jiraGateway(client);
  return { jira, config, client, gateway, tickets: jiraTickets(gateway, config) };
}

const newId = testIds();
const route = { name: 'default', path: 'remediation.defaultRoute', project: 'PLAT', issueType: 'Task' };
const sinceMs = 60_000;
const draft = (more: Partial<TicketDraft> = {}): TicketDraft => ({
  mark: { postMortemId: PostMortemId.parse(newId()), remediationId: RecommendationId.parse(newId()) },
  route,
  title: 'Rotate the keys',
  description: [heading('Why'), paragraph(text('Because of '), strong('C:\\keys'), text('.'))],
  priority: 'high',
  dueOn: '2026-12-01',
  facts: {},
  labels: [],
  ...more,
});
const words = (value: string) => [paragraph(text(value))];

describe('tickets on Data Center', () => {
  it('have their texts in wiki markup and their mark, and are found by it', async () => {
    const { jira, tickets } = await startDataCenter();
    const wanted = draft();
    const { issueId } = await tickets.create(wanted);
    const [found] = await tickets.withNameOf(wanted.mark.remediationId, sinceMs);
    const sent = jira.requests().find(({ method, path }) => method === 'POST' && path === '/rest/api/2/issue');
    expect({ found: found?.issueId, mark: found?.mark, description: fieldsOf(sent?.requestBody).description }).toEqual({
      found: issueId,
      mark: wanted.mark,
      description: 'h3. Why\n\nBecause of {*}C:&#92;keys{*}.',
    });
  });

  it('are created together, one without the labels that are refused, and each is told which is whose', async () => {
    const { tickets } = await startDataCenter();
    const outcomes = await tickets.createMany([draft(), draft({ labels: ['not valid'] }), draft()]);
    expect(outcomes.map((one) => (one instanceof Error ? one.name : one.key))).toEqual(['PLAT-1', 'PLAT-3', 'PLAT-2']);
  });

  it('are all found when there are more than one page of them', async () => {
    const { tickets } = await startDataCenter();
    for (let count = 0; count < 3; count += 1) await tickets.createMany(Array.from({ length: 40 }, () => draft()));
    const found = (await Array.fromAsync(tickets.ours())).flat();
    expect([found.length, new Set(found.map(({ key }) => key)).size]).toEqual([120, 120]);
  });

  it('that are gone or hidden are absent, and the others are there', async () => {
    const { jira, tickets } = await startDataCenter();
    const [first, second, third] = [
      await tickets.create(draft()),
      await tickets.create(draft()),
      await tickets.create(draft()),
    ];
    jira.deleteIssue(second.key);
    jira.hideIssue(third.key);
    expect([
      await tickets.show(second.issueId),
      [...(await tickets.shown([first.issueId, second.issueId, third.issueId]))],
    ]).toEqual([undefined, [first.issueId]]);
  });

  it('tell who moved them last, by a key that a new login name leaves as it is', async () => {
    const { jira, tickets } = await startDataCenter();
    const { key } = await tickets.create(draft());
    jira.transition(key, 'Done', { by: 'Mia Okafor' });
    const reading = await (await tickets.show(key))?.reading();
    expect(reading?.claim.by).toMatchObject({ accountId: expect.stringMatching(/^JIRAUSER-/), name: 'Mia Okafor' });
  });

  it('tell when they were done, also where no resolution is ever set, and a comment changes nothing of it', async () => {
    let now = new Date('2026-11-21T10:00:00Z');
    const { jira, tickets } = await startDataCenter(withoutResolution, () => now);
    const { key } = jira.createIssue({ project: 'WEB', summary: 'Rotate the keys', assignee: 'Mia Okafor' });
    jira.transition(key, 'Doing', { by: 'Mia Okafor' });
    now = new Date('2026-11-22T10:00:00Z');
    jira.transition(key, 'Shipped', { by: 'Mia Okafor' });
    now = new Date('2026-11-25T10:00:00Z');
    jira.addComment(key, 'Looks good.', { by: 'Mia Okafor' });
    const shown = await tickets.show(key);
    expect([shown?.updatedAt, (await shown?.reading())?.claim.at]).toEqual([
      '2026-11-25T10:00:00.000Z',
      '2026-11-22T10:00:00.000Z',
    ]);
  });

  it('are commented once, linked once, closed and reopened', async () => {
    const { jira, tickets } = await startDataCenter();
    const [first, second] = [await tickets.create(draft()), await tickets.create(draft())];
    for (const _twice of [1, 2]) await tickets.commentOnce(first.key, 'event-1', words('Failed again.'));
    await tickets.commentOnce(first.key, 'event-2', words('And again.'));
    await tickets.linkDuplicate(second.key, first.key, route);
    await tickets.close(first.key, route);
    const closed = jira.issue(first.key)?.status.name;
    const moved = [
      await tickets.reopen(first.key, route, 'It fails.'),
      await tickets.reopen(first.key, route, 'It fails.'),
    ];
    expect({
      comments: jira.issue(first.key)?.comments.length,
      links: jira.issue(second.key)?.links.map(({ type }) => type.name),
      closed,
      moved,
      now: jira.issue(first.key)?.status.name,
    }).toEqual({ comments: 2, links: ['Duplicate'], closed: 'Done', moved: [true, false], now: 'To Do' });
  });

  it('cannot be had with a dead token, and it says so', async () => {
    const { jira, config } = await startDataCenter();
    const dead = jiraGateway(
      jiraTransport({
        ...config.jira,
        timeLeftMs: () => 1,
        credentials: () => Promise.resolve({ personalAccessToken: 'dead' }),
      }),
    );
    jira.createIssue({ project: 'PLAT', summary: 'Rotate the keys' });
    await expect(dead.search('project = PLAT')).rejects.toThrow(JiraOutage);
    await expect(dead.issue('PLAT-1')).rejects.toThrow(JiraOutage);
  });
});

describe('questions of Cloud to Data Center', () => {
  it('get create metadata, lists and histories in the form of Cloud', async () => {
    const { client, jira } = await startDataCenter();
    const { key, id } = jira.createIssue({ project: 'PLAT', summary: 'Rotate the keys' });
    jira.transition(key, 'Done', { by: 'Mia Okafor' });
    const get = (url: string) => client.sendRequest<unknown>({ url: `/rest/api/3${url}`, method: 'GET' });
    const post = (url: string, body: unknown) =>
      client.sendRequest<unknown>({ url: `/rest/api/3${url}`, method: 'POST', body });
    expect({
      types: await get('/issue/createmeta/PLAT/issuetypes'),
      fields: await get('/issue/createmeta/PLAT/issuetypes/10002'),
      projects: await get('/project/search'),
      priorities: await get('/priority/search'),
      changelogs: await post('/changelog/bulkfetch', { issueIdsOrKeys: [id, '999999'] }),
      myself: await get('/myself'),
    }).toMatchObject({
      types: { issueTypes: expect.arrayContaining([expect.objectContaining({ name: 'Task' })]) },
      fields: { fields: expect.arrayContaining([expect.objectContaining({ fieldId: 'summary', key: 'summary' })]) },
      projects: { isLast: true, values: expect.arrayContaining([expect.objectContaining({ key: 'PLAT' })]) },
      priorities: { values: expect.arrayContaining([expect.objectContaining({ name: 'High' })]) },
      changelogs: { issueChangeLogs: [{ issueId: id, changeHistories: expect.anything() }] },
      myself: { accountId: expect.stringMatching(/^JIRAUSER-/) },
    });
  });

  it('name people of requests by their login names', async () => {
    const { client, jira } = await startDataCenter();
    const { key } = jira.createIssue({ project: 'PLAT', summary: 'Rotate the keys' });
    const fields = { assignee: { accountId: 'mia' } };
    await client.sendRequest({ url: `/rest/api/3/issue/${key}`, method: 'PUT', body: { fields } });
    expect(jira.issue(key)?.assignee?.displayName).toBe('Mia Okafor');
  });
});

describe('webhooks of Data Center', () => {
  it('are read although nobody in them has an account id', async () => {
    const { config } = await startDataCenter();
    const person = { name: 'mia', key: 'JIRAUSER-mia', displayName: 'Mia Okafor' };
    const meaning = webhooksInUse(SOURCES, config)
      .get('jira')
      ?.webhook.read(
        {
          timestamp: 1_763_719_200_000,
          webhookEvent: 'jira:issue_updated',
          user: person,
          issue: {
            id: '10001',
            key: 'SEC-1',
            fields: {
              summary: 'Employees phished',
              description: 'Seen.',
              status: { id: '5', name: 'Resolved', statusCategory: { key: 'done' } },
              project: { key: 'SEC', name: 'Security' },
              issuetype: { name: 'Security Incident' },
              assignee: person,
              labels: [],
              created: '2026-11-21T10:00:00.000+0000',
              updated: '2026-11-21T10:00:00.000+0000',
              resolution: { id: '1', name: 'Done' },
            },
          },
          changelog: {
            items: [
              { field: 'status', from: '3', to: '5' },
              { field: 'resolution', from: null, to: '1' },
            ],
          },
        },
        '2026-11-21T10:00:00.000Z',
      );
    expect(meaning).toMatchObject({
      event: { type: 'Incident Ticket Closed', data: { closedBy: { accountId: 'JIRAUSER-mia', name: 'Mia Okafor' } } },
    });
  });
});

const fieldsOf = (body: unknown): Record<string, unknown> => Object(Object(body).fields);
