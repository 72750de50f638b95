import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../local/jira-simulator/site/catalogue.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { defaultSite } from '../../../local/jira-simulator/sites/default-site.ts';
import type { SiteManners } from '../../../local/jira-simulator/sites/site-manners.ts';
import type { FaultInput } from '../../../local/jira-simulator/webhooks/faults.ts';
import type { AdfDocument } from '../../../shared/jira/adf.ts';
import { jiraGateway } from '../../../shared/jira/gateway.ts';
import type { OddElement } from '../../../shared/jira/odd-elements.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';
import { startSite } from '../../support/jira/simulated-site.ts';
import { EACH_SITE, type SiteInUse } from '../../support/jira/sites-in-use.ts';

const adf = (text: string): AdfDocument => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const DEFAULT: SiteInUse = {
  site: defaultSite(defaultCatalogue),
  project: 'SEC',
  issueType: 'Security Incident',
  toDone: ['Done'],
  back: 'To Do',
};

/** A site with two incidents, and the product's way to it. */
async function siteWithIncidents(
  { site, project, issueType }: SiteInUse,
  { manners = {}, apiToken }: { manners?: Partial<SiteManners>; apiToken?: string } = {},
) {
  const { jira } = await startSite(site, { manners });
  const [first, second] = ['Leaked key', 'Phished'].map((summary) => jira.createIssue({ project, issueType, summary }));
  const odd: OddElement[] = [];
  const run = {};
  const client = jiraTransport({
    site: jira.apiUrl,
    timeoutMs: 2_000,
    timeLeftMs: () => 1,
    run: () => run,
    credentials: () => Promise.resolve({ ...jira.credentials, ...(apiToken === undefined ? {} : { apiToken }) }),
  });
  if (first === undefined || second === undefined) throw new Error('there are two');
  return { jira, first, second, odd, gateway: jiraGateway(client, (one) => void odd.push(one)), project };
}
type Incidents = Awaited<ReturnType<typeof siteWithIncidents>>;

const nameOf = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    (answer) => answer,
    (error: Error) => error.name,
  );

/** Everything that the product asks of issues, and what came of it: an error by its name. */
async function asked({ gateway, first, project }: Incidents): Promise<Record<string, unknown>> {
  return {
    search: await nameOf(gateway.search(`project = "${project}"`).then((issues) => issues.length)),
    issue: await nameOf(gateway.issue(first.id).then((issue) => issue?.key ?? 'gone')),
    many: await nameOf(gateway.issuesById([first.id]).then((issues) => issues.length)),
    present: await nameOf(gateway.present([first.id]).then((ids) => ids.size)),
    properties: await nameOf(gateway.propertiesOf([first.id]).then((ids) => ids.size)),
    changelog: await nameOf(gateway.changelog(first.id).then(Array.isArray)),
    comments: await nameOf(gateway.comments(first.id).then(Array.isArray)),
    project: await nameOf(gateway.project(project).then(({ key }) => key)),
  };
}
const everywhere = (outcome: string) =>
  Object.fromEntries(
    ['search', 'issue', 'many', 'present', 'properties', 'changelog', 'comments', 'project'].map((name) => [
      name,
      outcome,
    ]),
  );

describe.each([['default', DEFAULT] as const, ...EACH_SITE])('of the site "%s"', (_name, inUse) => {
  it('what is there is found', async () => {
    const site = await siteWithIncidents(inUse);
    expect(await asked(site)).toEqual({
      ...{ search: 2, issue: site.first.key, many: 1, present: 1, properties: 1, changelog: true, comments: true },
      project: inUse.project,
    });
    expect(site.odd).toEqual([]);
  });

  it.each(['refused', 'anonymous', 'anonymous without a reason'] as const)(
    'nothing is believed with a dead token: %s',
    async (deadLogin) => {
      const site = await siteWithIncidents(inUse, { manners: { deadLogin }, apiToken: 'dead' });
      expect(await asked(site)).toEqual(everywhere('JiraOutage'));
      const comment = site.gateway.commentOnce(site.first.id, 'told', adf('Told'));
      const creation = site.gateway.createTicket({
        fields: { summary: 'x', description: { type: 'doc', version: 1, content: [] }, labels: [] },
        properties: [],
      });
      expect([await nameOf(comment), await nameOf(creation)]).toEqual(['JiraOutage', 'JiraOutage']);
    },
  );

  it('a page of a proxy is no answer', async () => {
    const site = await siteWithIncidents(inUse);
    site.jira.faults.add({ kind: 'proxy-page', probability: 1 });
    expect(await asked(site)).toEqual(everywhere('JiraUnsure'));
  });

  it('a redirect to another host is not followed, and names it', async () => {
    const site = await siteWithIncidents(inUse);
    site.jira.faults.add({ kind: 'redirect', to: 'https://new.example.com', probability: 1 });
    expect(await asked(site)).toEqual(everywhere('JiraOutage'));
    await expect(site.gateway.search('labels = "holdfast"')).rejects.toThrow(
      'set jira.site in holdfast.config.ts to https://new.example.com',
    );
  });

  it('one comment is written for each marker, however often it is asked for, among comments of people', async () => {
    const { gateway, jira, first } = await siteWithIncidents(inUse);
    jira.addComment(first.key, 'We look into it');
    for (let time = 0; time < 3; time += 1) await gateway.commentOnce(first.id, 'told', adf('Told'));
    await gateway.commentOnce(first.id, 'told again', adf('Told again'));
    expect(jira.issue(first.key)?.comments).toHaveLength(3);
  });
});

const LISTS = {
  search: ['issues'],
  many: ['issues'],
  present: ['issues'],
  properties: ['issues'],
  changelog: ['values'],
  comments: ['comments'],
  project: ['issueTypes'],
};

describe('an answer', () => {
  const inUse = EACH_SITE[0]?.[1] ?? DEFAULT;

  it.each(['member-absent', 'member-null'] as const)('without its list is none: %s', async (kind) => {
    const site = await siteWithIncidents(inUse);
    const members = [...new Set(Object.values(LISTS).flat())];
    for (const path of ['/rest/api/3/search/jql', '/rest/api/3/issue/**', '/rest/api/3/project/*']) {
      site.jira.faults.add({ kind, members, path, probability: 1 });
    }
    const { issue, ...lists } = await asked(site);
    expect([issue, lists]).toEqual([
      site.first.key,
      Object.fromEntries(Object.keys(LISTS).map((name) => [name, 'JiraUnsure'])),
    ]);
  });

  it('that leads to the same page again and again ends in an error', async () => {
    const site = await siteWithIncidents(inUse);
    for (let count = 0; count < 100; count += 1) {
      site.jira.createIssue({ project: inUse.project, issueType: inUse.issueType, summary: `${count}` });
    }
    site.jira.faults.add({ kind: 'repeated-page-token', path: '/rest/api/3/search/jql', probability: 1 });
    expect(await nameOf(site.gateway.search(`project = "${inUse.project}"`))).toBe('JiraUnsure');
  });

  it('that contradicts itself about the last page is none', async () => {
    const site = await siteWithIncidents(inUse);
    for (let count = 0; count < 100; count += 1) {
      site.jira.createIssue({ project: inUse.project, issueType: inUse.issueType, summary: `${count}` });
    }
    const path = '/rest/api/3/search/jql';
    site.jira.faults.add({ kind: 'member-absent', members: ['nextPageToken'], path, probability: 1 });
    expect(await nameOf(site.gateway.search(`project = "${inUse.project}"`))).toBe('JiraUnsure');
  });

  it.each<[string, FaultInput]>([
    ['no page', { kind: 'proxy-page', method: 'POST', path: '/rest/api/3/issue' }],
    ['no key', { kind: 'member-absent', members: ['key', 'id'], method: 'POST', path: '/rest/api/3/issue' }],
  ])('to a creation that can be read by nobody leaves it in doubt: %s', async (_, fault) => {
    const { jira, gateway } = await siteWithIncidents(inUse);
    jira.faults.add(fault);
    const fields = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Rotate', labels: [] };
    const creation = gateway.createTicket({ fields: { ...fields, description: adf('Why') }, properties: [] });
    expect(await nameOf(creation)).toBe('JiraUnsure');
  });

  it.each([
    'summary',
    'description',
    'labels',
    'priority',
    'assignee',
    'reporter',
    'resolution',
    'statuscategorychangedate',
  ])('without %s, or with null there, costs no issue', async (field) => {
    const site = await siteWithIncidents(inUse);
    for (const kind of ['member-absent', 'member-null'] as const) {
      site.jira.faults.add({ kind, members: [`issues.fields.${field}`], path: '/rest/api/3/search/jql' });
      expect(await site.gateway.search(`project = "${inUse.project}"`)).toHaveLength(2);
    }
    expect(site.odd).toEqual([]);
  });

  it('with an issue that cannot be read is told, without a word of it', async () => {
    const site = await siteWithIncidents(inUse);
    site.jira.faults.add({ kind: 'member-null', members: ['issues.fields.status'], path: '/rest/api/3/search/jql' });
    expect(await site.gateway.search(`project = "${inUse.project}"`)).toEqual([]);
    expect(site.odd).toEqual([
      { kind: 'issue', id: site.second.id, because: 'fields.status: invalid_type' },
      { kind: 'issue', id: site.first.id, because: 'fields.status: invalid_type' },
    ]);
  });

  it('with a comment or a change by an account that was deleted keeps what was said and done', async () => {
    const { jira, gateway, first } = await siteWithIncidents({ ...inUse, site: classicEnglish });
    jira.addComment(first.key, 'I was here', { by: 'Former user' });
    jira.transition(first.key, 'In Progress', { by: 'Former user' });
    const [comments, changes] = [await gateway.comments(first.id), await gateway.changelog(first.id)];
    expect([comments.map(({ author }) => author), changes.at(-1)?.author]).toEqual([[undefined], undefined]);
  });

  it('is asked for who we are once in a run', async () => {
    const site = await siteWithIncidents(inUse);
    await asked(site);
    await asked(site);
    const paths = site.jira.requests().map(({ path }) => path);
    expect([
      paths.filter((path) => path.endsWith('/myself')).length,
      paths.filter((path) => path.endsWith(`/project/${inUse.project}`)).length,
    ]).toEqual([1, 1]);
  });
});
