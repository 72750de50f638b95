import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { serviceManagement } from '../../../../local/jira-simulator/sites/service-management.ts';
import type { SimulatedPermission, SiteDescription } from '../../../../local/jira-simulator/sites/site-description.ts';
import { withoutResolution } from '../../../../local/jira-simulator/sites/without-resolution.ts';
import { problemsWithJira } from '../../../support/jira/jira-contract.ts';
import { adfOfWords, startSite } from '../../../support/jira/simulated-site.ts';

/** The site with one permission less in each of its projects. */
const without = (site: SiteDescription, permission: SimulatedPermission): SiteDescription => ({
  ...site,
  projects: site.projects.map((project) => ({ ...project, lacking: [...project.lacking, permission] })),
});

const offScreen = { summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown." };
const comment = { body: adfOfWords('Done.') };
const link = { type: { name: 'Relates' }, inwardIssue: { key: 'PLAT-1' }, outwardIssue: { key: 'PLAT-2' } };
const task = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Fix' };
const ISSUE = '/rest/api/3/issue/PLAT-1';

describe('without the permission', () => {
  it.each<[SimulatedPermission, string, string, object | undefined, number, object]>([
    ['BROWSE_PROJECTS', 'GET', ISSUE, undefined, 404, { errors: {} }],
    ['BROWSE_PROJECTS', 'GET', '/rest/api/3/project/PLAT', undefined, 404, { errors: {} }],
    ['BROWSE_PROJECTS', 'POST', '/rest/api/3/search/jql', { jql: 'project = PLAT' }, 200, { issues: [] }],
    ['BROWSE_PROJECTS', 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['PLAT-1'] }, 200, { issues: [] }],
    ['CREATE_ISSUES', 'POST', '/rest/api/3/issue', { fields: task }, 403, { errors: {} }],
    ['EDIT_ISSUES', 'PUT', ISSUE, { fields: { summary: 'Other' } }, 400, { errors: offScreen }],
    ['EDIT_ISSUES', 'GET', `${ISSUE}/editmeta`, undefined, 200, { fields: {} }],
    ['EDIT_ISSUES', 'PUT', `${ISSUE}/properties/holdfast`, { id: 'R1' }, 403, { errors: {} }],
    ['TRANSITION_ISSUES', 'GET', `${ISSUE}/transitions`, undefined, 200, { transitions: [] }],
    ['TRANSITION_ISSUES', 'POST', `${ISSUE}/transitions`, { transition: { id: '41' } }, 400, { errors: {} }],
    ['ASSIGN_ISSUES', 'PUT', `${ISSUE}/assignee`, { accountId: '712020:mia' }, 403, { errors: {} }],
    ['LINK_ISSUES', 'POST', '/rest/api/3/issueLink', link, 404, { errors: {} }],
    ['LINK_ISSUES', 'POST', `${ISSUE}/remotelink`, { object: { url: 'https://a.example', title: 'a' } }, 403, {}],
    ['ADD_COMMENTS', 'POST', `${ISSUE}/comment`, comment, 400, { errors: {} }],
    ['DELETE_ISSUES', 'DELETE', ISSUE, undefined, 403, { errors: {} }],
  ])('%s, %s %s answers so', async (permission, method, path, sent, status, body) => {
    const { jira, answer } = await startSite(without(classicEnglish, permission));
    jira.createIssue({ project: 'PLAT', summary: 'One' });
    jira.createIssue({ project: 'PLAT', summary: 'Two' });

    expect(await answer(method, path, sent)).toMatchObject({ status, body });
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });

  it('to browse a project, it is not among those that the site lists', async () => {
    const { answer } = await startSite(without(classicEnglish, 'BROWSE_PROJECTS'));

    expect(await answer('GET', '/rest/api/3/project/search')).toMatchObject({ status: 200, body: { values: [] } });
  });

  it('is what /mypermissions tells, by project', async () => {
    const { jira, answer } = await startSite(lockedDownEnterprise);
    const asked = (key: string) =>
      answer('GET', `/rest/api/3/mypermissions?projectKey=${key}&permissions=LINK_ISSUES,EDIT_ISSUES`);

    expect([await asked('SEC'), await asked('FIN')]).toMatchObject(
      [true, false].map((havePermission) => ({
        status: 200,
        body: { permissions: { LINK_ISSUES: { havePermission }, EDIT_ISSUES: { havePermission: true } } },
      })),
    );
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });
});

describe('an issue that is created', () => {
  it('may be hidden from its creator by the security level that the project gives it', async () => {
    const { created, answer } = await startSite(lockedDownEnterprise);
    const fields = {
      issuetype: { name: 'Remediation' },
      summary: 'Fix',
      components: [{ id: '10040' }],
      customfield_10050: { value: 'Public' },
      customfield_10051: 12,
    };
    const [seen, hidden] = [
      await created({ project: { key: 'SEC' }, ...fields }),
      await created({ project: { key: 'FIN' }, ...fields }),
    ];

    expect([
      (await answer('GET', `/rest/api/3/issue/${seen}`)).status,
      await answer('GET', `/rest/api/3/issue/${hidden}`),
    ]).toEqual([
      200,
      {
        status: 404,
        body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
      },
    ]);
  });
});

describe('to assign', () => {
  it('is an act of its own: people do it where no screen has the field', async () => {
    const { jira } = await startSite(lockedDownEnterprise);
    const { key } = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Leak' });

    expect(jira.assign(key, 'Mia Okafor').assignee?.displayName).toBe('Mia Okafor');
  });
});

describe('links and comments', () => {
  it('have no list of types where linking is switched off', async () => {
    const { answer } = await startSite(withoutResolution);

    expect((await answer('GET', '/rest/api/3/issueLinkType')).status).toBe(404);
  });

  it('are added once, and the same link again is no error', async () => {
    const { jira, call } = await startSite(classicEnglish);
    for (const summary of ['One', 'Two']) jira.createIssue({ project: 'PLAT', summary });
    const statuses = [
      (await call('POST', '/rest/api/3/issueLink', link)).status,
      (await call('POST', '/rest/api/3/issueLink', link)).status,
    ];

    expect([statuses, jira.issue('PLAT-1')?.links.length]).toEqual([[201, 201], 1]);
  });

  it('are made by the service desk in plain text, and only on its requests', async () => {
    const { jira, call, answer } = await startSite(serviceManagement);
    const { key } = jira.createIssue({ project: 'SUP', issueType: '[System] Incident', summary: 'Outage' });
    jira.createIssue({ project: 'ENG', summary: 'Fix' });
    const path = (of: string) => `/rest/servicedeskapi/request/${of}/comment`;
    await call('POST', path(key), { body: 'For us', public: false });
    const { body } = await call('GET', `/rest/api/3/issue/${key}/comment`);

    expect([body, (await answer('POST', path('ENG-1'), { body: 'For us' })).status]).toEqual([
      expect.objectContaining({ comments: [expect.objectContaining({ jsdPublic: false })] }),
      404,
    ]);
  });

  it('of a deleted person have no account id', async () => {
    const { jira, call } = await startSite(classicEnglish);
    const { key } = jira.createIssue({ project: 'PLAT', summary: 'Fix' });
    jira.addComment(key, 'I am gone', { by: 'Former user' });
    const { body } = await call('GET', `/rest/api/3/issue/${key}/comment`);

    expect(body).toMatchObject({
      comments: [{ author: { displayName: 'Former user', active: false, avatarUrls: {} } }],
    });
    expect(JSON.stringify(body)).not.toContain('accountId');
  });

  it('are public in a service project unless marked internal, and tell their properties in one place only', async () => {
    const { jira, call } = await startSite(serviceManagement);
    const { key } = jira.createIssue({ project: 'SUP', issueType: '[System] Incident', summary: 'Outage' });
    const internal = [{ key: 'sd.public.comment', value: { internal: true } }];
    const path = `/rest/api/3/issue/${key}/comment`;
    await call('POST', path, comment);
    await call('POST', path, { ...comment, properties: internal });
    const listed = await call('GET', `${path}?expand=properties`);
    const asked = await call('POST', '/rest/api/3/comment/list?expand=properties', { ids: [10_000, 10_001] });

    expect([listed.body, asked.body]).toEqual([
      expect.objectContaining({
        comments: [
          expect.not.objectContaining({ properties: expect.anything() }),
          expect.not.objectContaining({ properties: expect.anything() }),
        ],
      }),
      expect.objectContaining({
        values: [
          expect.objectContaining({ jsdPublic: true, properties: [] }),
          expect.objectContaining({ jsdPublic: false, properties: internal }),
        ],
      }),
    ]);
  });
});
