import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import { germanClassic } from '../../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { sixSites } from '../../../../local/jira-simulator/sites/six-sites.ts';
import { teamManaged } from '../../../../local/jira-simulator/sites/team-managed.ts';
import { problemsWithJira } from '../../../support/jira/jira-contract.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';

const english = { 'accept-language': 'en', 'x-force-accept-language': 'true' };
const task = { project: { key: 'NET' }, issuetype: { name: 'Aufgabe' }, summary: 'Fix' };

describe('names and messages', () => {
  it('come in the language of the account, and in English only when that is forced', async () => {
    const { jira, call, created } = await startSite(germanClassic);
    const path = `/rest/api/3/issue/${await created(task)}?fields=status,priority,issuetype`;
    const [german, asked, forced] = [
      await call('GET', path),
      await call('GET', path, undefined, { 'accept-language': 'en' }),
      await call('GET', path, undefined, english),
    ];
    const named = (status: string, priority: string, type: string) =>
      expect.objectContaining({
        fields: {
          status: expect.objectContaining({ name: status, untranslatedName: 'To Do' }),
          priority: expect.objectContaining({ name: priority }),
          issuetype: expect.objectContaining({ name: type, untranslatedName: 'Task' }),
        },
      });

    expect([german.body, asked.body, forced.body]).toEqual([
      named('Zu erledigen', 'Mittel', 'Aufgabe'),
      named('Zu erledigen', 'Mittel', 'Aufgabe'),
      named('To Do', 'Medium', 'Task'),
    ]);
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });

  it('of a refusal too', async () => {
    const { call } = await startSite(germanClassic);
    const [german, forced] = [
      await call('GET', '/rest/api/3/issue/NET-99'),
      await call('GET', '/rest/api/3/issue/NET-99', undefined, english),
    ];

    expect([german.body, forced.body]).toEqual([
      {
        errorMessages: ['Der Vorgang existiert nicht oder Sie haben keine Berechtigung, ihn anzuzeigen.'],
        errors: {},
      },
      { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    ]);
  });

  it('of each refusal in a bulk too', async () => {
    const { call } = await startSite(germanClassic);
    const { body } = await call('POST', '/rest/api/3/issue/bulk', {
      issueUpdates: [{ fields: { ...task, priority: { name: 'High' } } }],
    });

    expect(body).toMatchObject({
      errors: [{ elementErrors: { errors: { priority: 'Die ausgewählte Priorität ist ungültig.' } } }],
    });
  });

  it('are no keys of types and statuses in team-managed projects', async () => {
    const { jira, call } = await startSite(teamManaged);
    const { body } = await call('GET', '/rest/api/3/issuetype');

    expect(body).toMatchObject([
      { name: 'Incident', scope: { project: { id: '10100' } } },
      { id: '10112', name: 'Task', scope: { project: { id: '10100' } } },
      { name: 'Subtask', subtask: true },
      { id: '10122', name: 'Task', scope: { project: { id: '10101' } } },
    ]);
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });
});

describe.each(sixSites.map((site) => [site.name, site] as const))('the lists of the site "%s"', (_name, site) => {
  it('keep to every description of the API', async () => {
    const { jira, call } = await startSite(site);
    const [project] = site.projects;
    const type = site.catalogue.issueTypes.find(({ id }) => id === project?.types[0]?.issueTypeId);
    const { key } = jira.createIssue({ project: project?.project.key ?? '', issueType: type?.name, summary: 'Leak' });
    const paths = [
      ...['myself', 'serverInfo', 'field', 'resolution', 'status', 'issuetype', 'priority/search', 'project/search'],
      ...[`project/${project?.project.key}`, `project/${project?.project.key}/statuses`],
      ...[`issue/createmeta/${project?.project.key}/issuetypes`, `issue/${key}/editmeta`, `issue/${key}`],
    ];
    const answers = await Promise.all(paths.map((path) => call('GET', `/rest/api/3/${path}`)));
    answers.push(
      await call('POST', '/rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: [key], fieldIds: ['status'] }),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });
});

describe('a site', () => {
  it('behind the gateway is browsed at another address than its API', async () => {
    const { jira, call } = await startSite(lockedDownEnterprise);
    const { body } = await call('GET', '/rest/api/3/serverInfo');

    expect([jira.apiUrl, body]).toEqual([
      `${jira.url}/ex/jira/5e1d0a7c-4b2f-4a53-9f0e-7c3b1d2a6e98`,
      expect.objectContaining({ baseUrl: 'https://enterprise.example.com' }),
    ]);
  });

  it('tells anybody its cloudId, and none on Data Center', async () => {
    const asked = await Promise.all(
      [classicEnglish, onDataCenter(classicEnglish)].map(async (site) => {
        const { jira } = await startSite(site);
        return (await fetch(`${jira.url}/_edge/tenant_info`)).status;
      }),
    );

    expect(asked).toEqual([200, 404]);
  });

  it('tells a program that it is one, and in which zone it reads dates', async () => {
    const { answer } = await startSite(lockedDownEnterprise);

    expect(await answer('GET', '/rest/api/3/myself')).toMatchObject({
      status: 200,
      body: { accountType: 'app', appType: 'service', locale: 'en_US', timeZone: 'Asia/Kolkata' },
    });
  });

  it.each([
    ['a body that is no JSON', 'POST', '/rest/api/3/issue', '{', 400, { errorMessages: [expect.any(String)] }],
    [
      'a body of a wrong shape',
      'POST',
      '/rest/api/3/search/jql',
      { jql: 5 },
      400,
      { errorMessages: [expect.any(String)] },
    ],
    [
      'a path that is not there',
      'GET',
      '/rest/api/3/nothing',
      undefined,
      404,
      expect.objectContaining({ status: 404 }),
    ],
    ['another method', 'DELETE', '/rest/api/3/myself', undefined, 405, expect.objectContaining({ status: 405 })],
  ])('answers %s without the member errors', async (_what, method, path, sent, status, body) => {
    const { answer } = await startSite(classicEnglish);

    expect(await answer(method, path, sent)).toEqual({ status, body });
  });

  it('refuses a body that does not say what it is', async () => {
    const { jira } = await startSite(classicEnglish);
    const { email, apiToken } = jira.credentials;
    const response = await fetch(`${jira.url}/rest/api/3/search/jql`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}` },
      // A string would be sent as text/plain.
      body: new TextEncoder().encode('{}'),
    });

    expect([response.status, response.headers.get('content-type')]).toEqual([415, 'application/problem+json']);
  });

  it('of Data Center knows people by name, lists fields as values, and has no bulk reads', async () => {
    const { jira, call, answer } = await startSite(onDataCenter(classicEnglish));
    const base = { project: { key: 'PLAT' }, issuetype: { id: '10002' }, summary: 'Fix' };
    const byId = await answer('POST', '/rest/api/2/issue', {
      fields: { ...base, assignee: { accountId: '712020:mia' } },
    });
    await call('POST', '/rest/api/2/issue', { fields: { ...base, assignee: { name: 'mia' } } });
    const { body } = await call('GET', `/rest/api/2/issue/PLAT-1?fields=assignee`);
    const types = await call('GET', '/rest/api/2/issue/createmeta/PLAT/issuetypes/10002');
    const bulk = await call('POST', '/rest/api/2/issue/bulkfetch', { issueIdsOrKeys: ['PLAT-1'] });

    expect([byId, body, types.body, bulk.status]).toEqual([
      {
        status: 400,
        body: { errorMessages: [], errors: { assignee: "expected Object containing a 'name' property" } },
      },
      expect.objectContaining({
        self: `${jira.url}/rest/api/2/issue/10000`,
        fields: { assignee: expect.objectContaining({ name: 'mia', key: 'JIRAUSER-mia' }) },
      }),
      expect.objectContaining({
        values: expect.arrayContaining([expect.not.objectContaining({ key: expect.anything() })]),
      }),
      404,
    ]);
  });
});
