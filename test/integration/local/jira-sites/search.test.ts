import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { teamManaged } from '../../../../local/jira-simulator/sites/team-managed.ts';
import { problemsWithJira } from '../../../support/jira/jira-contract.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';

const SEARCH = '/rest/api/3/search/jql';
const nothing = { status: 200, body: { issues: [], isLast: true } };
const unknown = [
  ['a project', 'project in (PLAT, NOPE)'],
  ['a status', 'project = PLAT AND status = Vanished'],
  ['a field', 'severity = high'],
  ['a key', 'key in (PLAT-1, PLAT-99)'],
  ['an operator', 'labels > holdfast'],
  ['a date', 'updated >= "soon"'],
] as const;

describe('a search that names what the site does not know', () => {
  it.each(unknown)('finds nothing and says nothing: %s', async (_what, jql) => {
    const { jira, answer } = await startSite(classicEnglish);
    jira.createIssue({ project: 'PLAT', summary: 'Fix', labels: ['holdfast'] });

    expect(await answer('POST', SEARCH, { jql })).toEqual(nothing);
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });

  it.each(unknown)('is refused where the site is set to: %s', async (_what, jql) => {
    const { call } = await startSite(classicEnglish, { manners: { unknownInSearch: 'refused' } });

    expect((await call('POST', SEARCH, { jql })).status).toBe(400);
  });

  it('passes over an unknown field in its order', async () => {
    const { jira, answer } = await startSite(classicEnglish);
    const { id } = jira.createIssue({ project: 'PLAT', summary: 'Fix' });

    expect(await answer('POST', SEARCH, { jql: 'project = PLAT ORDER BY severity' })).toEqual({
      status: 200,
      body: { issues: [{ id }], isLast: true },
    });
  });

  it('never takes what the simulator lacks for what Jira lacks', async () => {
    const { call } = await startSite(classicEnglish);

    expect((await call('POST', SEARCH, { jql: 'sprint = 4' })).status).toBe(400);
  });
});

describe('a search', () => {
  it.each([
    ['labels = a OR labels = b AND labels = c ORDER BY key ASC', ['PLAT-1', 'PLAT-3']],
    ['(labels = a OR labels = b) AND labels = c ORDER BY key ASC', ['PLAT-3']],
    ['project = PLAT AND NOT labels = a ORDER BY key ASC', ['PLAT-2', 'PLAT-3', 'PLAT-4']],
    ['project = PLAT AND labels != a ORDER BY key ASC', ['PLAT-2', 'PLAT-3']],
    ['project = PLAT AND labels is EMPTY', ['PLAT-4']],
    ['assignee is not EMPTY', ['PLAT-2']],
    ['assignee = "Mia Okafor" AND resolution = EMPTY', ['PLAT-2']],
    ['reporter = currentUser()', []],
    ['priority in (High, 2) AND due is EMPTY', ['PLAT-4']],
  ])('reads %s', async (jql, keys) => {
    const { jira, call } = await startSite(classicEnglish);
    jira.createIssue({ project: 'PLAT', summary: 'One', labels: ['a'] });
    jira.createIssue({ project: 'PLAT', summary: 'Two', labels: ['b'], assignee: 'Mia Okafor' });
    jira.createIssue({ project: 'PLAT', summary: 'Three', labels: ['b', 'c'] });
    jira.createIssue({ project: 'PLAT', summary: 'Four', priority: 'High' });
    const { status, body } = await call('POST', SEARCH, { jql, fields: ['summary'] });

    expect({ status, body }).toMatchObject({ status: 200, body: { issues: keys.map((key) => ({ key })) } });
  });

  it.each([
    ['severity = high AND', 'before what the site does not know'],
    ['project = PLAT AND (labels = a', 'in the middle of a group'],
  ])('that ends too early is refused: %s', async (jql) => {
    const { call } = await startSite(classicEnglish);

    expect((await call('POST', SEARCH, { jql })).status).toBe(400);
  });

  it('has to quote a key that is a word of the language', async () => {
    const { jira, answer } = await startSite(lockedDownEnterprise);
    const { id } = jira.createIssue({ project: 'IF', issueType: 'Remediation', summary: 'Fix' });
    const [bare, quoted] = [
      await answer('POST', SEARCH, { jql: 'project = IF' }),
      await answer('POST', SEARCH, { jql: 'project = "IF"' }),
    ];

    expect([bare, quoted]).toEqual([
      {
        status: 400,
        body: {
          errorMessages: [
            "Error in the JQL Query: 'IF' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 12)",
          ],
          errors: {},
        },
      },
      { status: 200, body: { issues: [{ id }], isLast: true } },
    ]);
  });

  it('by a name means every status of that name', async () => {
    const { jira, call } = await startSite(teamManaged);
    jira.createIssue({ project: 'OPS', summary: 'One' });
    jira.createIssue({ project: 'APP', summary: 'Two' });
    const { body } = await call('POST', SEARCH, { jql: 'status = "To Do" ORDER BY key ASC', fields: ['summary'] });

    expect(body).toMatchObject({ issues: [{ key: 'OPS-1' }, { key: 'APP-1' }] });
  });

  it.each([
    ['pages of none', { maxResults: 0 }, 'The max results parameter has to be between 1 and 5,000.'],
    ['pages of too many', { maxResults: 5_001 }, 'The max results parameter has to be between 1 and 5,000.'],
  ])('refuses %s', async (_what, more, message) => {
    const { answer } = await startSite(classicEnglish);

    expect(await answer('POST', SEARCH, { jql: 'project = PLAT', ...more })).toEqual({
      status: 400,
      body: { errorMessages: [message], errors: {} },
    });
  });

  it('by the older way is gone from Cloud, and the only one on Data Center', async () => {
    const [cloud, dataCenter] = [await startSite(classicEnglish), await startSite(onDataCenter(classicEnglish))];
    dataCenter.jira.createIssue({ project: 'PLAT', summary: 'Fix' });
    const body = { jql: 'project = PLAT', fields: ['summary'] };

    expect([
      (await cloud.call('POST', '/rest/api/3/search', body)).status,
      (await dataCenter.call('POST', '/rest/api/2/search/jql', body)).status,
      (await dataCenter.call('POST', '/rest/api/3/search', body)).status,
      await dataCenter.answer('POST', '/rest/api/2/search', body),
      (await dataCenter.call('POST', '/rest/api/2/search', { jql: 'project = NOPE' })).status,
    ]).toEqual([
      410,
      404,
      404,
      {
        status: 200,
        body: {
          startAt: 0,
          maxResults: 50,
          total: 1,
          issues: [expect.objectContaining({ key: 'PLAT-1', fields: { summary: 'Fix' } })],
        },
      },
      400,
    ]);
  });
});
