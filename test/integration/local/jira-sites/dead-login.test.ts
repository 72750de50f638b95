import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { sixSites } from '../../../../local/jira-simulator/sites/six-sites.ts';
import { problemsWithJira } from '../../../support/jira/jira-contract.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';

const dead = { authorization: `Basic ${Buffer.from('holdfast@example.com:expired').toString('base64')}` };
const gone = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };

describe.each(sixSites.map((site) => [site.name, site] as const))('a dead token on the site "%s"', (_name, site) => {
  it('is anonymous: lists are empty, issues are gone, and only /myself tells', async () => {
    const { jira, call } = await startSite(site);
    const [project] = site.projects;
    const type = site.catalogue.issueTypes.find(({ id }) => id === project?.types[0]?.issueTypeId);
    const key = jira.createIssue({ project: project?.project.key ?? '', issueType: type?.name, summary: 'Leak' }).key;
    const jql = `project = "${project?.project.key}"`;
    const answers = [
      await call('GET', '/rest/api/3/myself', undefined, dead),
      await call('POST', '/rest/api/3/search/jql', { jql, fields: ['summary'] }, dead),
      await call('GET', '/rest/api/3/project/search', undefined, dead),
      await call('GET', `/rest/api/3/project/${project?.project.key}`, undefined, dead),
      await call('GET', `/rest/api/3/issue/${key}`, undefined, dead),
      await call('POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: [key] }, dead),
      await call('PUT', `/rest/api/3/issue/${key}`, { fields: { labels: ['x'] } }, dead),
      await call('GET', '/rest/api/3/serverInfo', undefined, dead),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 200, 200, 404, 404, 200, 400, 200]);
    expect(answers.map(({ headers }) => headers.get('x-seraph-loginreason'))).toEqual(
      answers.map(() => 'AUTHENTICATED_FAILED'),
    );
    expect(answers.slice(0, 7).map(({ body }) => body)).toEqual([
      'Client must be authenticated to access this resource.',
      { issues: [], isLast: true },
      expect.objectContaining({ values: [] }),
      expect.objectContaining({ errors: {} }),
      gone,
      { issues: [], issueErrors: [] },
      {
        errorMessages: [],
        errors: { summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown." },
      },
    ]);
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });
});

describe('a login', () => {
  it('that failed is told by nothing at all where a proxy strips the header', async () => {
    const { call } = await startSite(classicEnglish, { manners: { deadLogin: 'anonymous without a reason' } });
    const { status, headers } = await call('GET', '/rest/api/3/project/search', undefined, dead);
    expect([status, headers.get('x-seraph-loginreason')]).toEqual([200, null]);
  });

  it('by a bearer token is taken for an app at the address of a site', async () => {
    const { answer } = await startSite(classicEnglish);
    expect(await answer('GET', '/rest/api/3/serverInfo', undefined, { authorization: 'Bearer x' })).toEqual({
      status: 403,
      body: { error: 'Failed to parse Connect Session Auth Token' },
    });
  });

  it('with a scoped token works behind the gateway and under its cloudId only', async () => {
    const { jira, call } = await startSite(lockedDownEnterprise);
    const authorization = `Basic ${Buffer.from(`${jira.credentials.email}:${jira.credentials.apiToken}`).toString('base64')}`;
    const asked = await Promise.all(
      ['', '/ex/jira/0000'].map((prefix) =>
        fetch(`${jira.url}${prefix}/rest/api/3/myself`, { headers: { authorization } }).then(async (response) => [
          response.status,
          await response.json(),
        ]),
      ),
    );
    expect([...asked, [(await call('GET', '/rest/api/3/myself')).status]]).toEqual([
      [401, { code: 401, message: 'Unauthorized; scope does not match' }],
      [404, expect.objectContaining({ error: 'Not Found', message: 'No message available' })],
      [200],
    ]);
  });

  it('fails with 401 on Data Center, which wants a bearer token', async () => {
    const { call } = await startSite(onDataCenter(classicEnglish));
    const own = await call('GET', '/rest/api/2/myself');
    const basic = await call('GET', '/rest/api/2/myself', undefined, dead);
    expect([own.status, basic.status]).toEqual([200, 401]);
  });
});
