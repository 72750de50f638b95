import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';

const ISSUE = '/rest/api/3/issue/PLAT-1';
const SEARCH = '/rest/api/3/search/jql';
const search = { jql: 'project = PLAT ORDER BY key ASC', fields: ['summary'], maxResults: 1 };

async function withTwoIssues() {
  const site = await startSite(classicEnglish);
  for (const summary of ['One', 'Two']) site.jira.createIssue({ project: 'PLAT', summary });
  return site;
}

describe('odd weather', () => {
  it('puts the page of a proxy in place of an answer, with 200, and Jira never sees the request', async () => {
    const { jira, call } = await withTwoIssues();
    jira.faults.add({ kind: 'proxy-page', path: '/rest/api/3/issue/*', times: 2 });
    const read = await call('GET', ISSUE);
    const write = await call('PUT', ISSUE, { fields: { summary: 'Three' } });

    expect([
      read.status,
      read.headers.get('content-type'),
      read.body,
      write.status,
      jira.issue('PLAT-1')?.summary,
    ]).toEqual([200, 'text/html; charset=utf-8', expect.stringContaining('Sign in'), 200, 'One']);
  });

  it('stands before a site behind the gateway too', async () => {
    const { jira, call } = await startSite(lockedDownEnterprise);
    jira.faults.add({ kind: 'proxy-page', path: '/rest/api/3/myself' });

    expect((await call('GET', '/rest/api/3/myself')).headers.get('content-type')).toContain('text/html');
  });

  it('sends callers to the new host of a renamed site', async () => {
    const { jira, call } = await withTwoIssues();
    jira.faults.add({ kind: 'redirect', to: 'https://renamed.example.com/', status: 302 });
    const { status, headers } = await call('GET', ISSUE);

    expect([status, headers.get('location')]).toEqual([302, `https://renamed.example.com${ISSUE}`]);
  });

  it('lets the token die in the middle of a run, and live again', async () => {
    const { jira, answer } = await withTwoIssues();
    jira.faults.add({ kind: 'dead-login', path: SEARCH });

    expect([await answer('POST', SEARCH, search), (await answer('POST', SEARCH, search)).body]).toEqual([
      { status: 200, body: { issues: [], isLast: true } },
      expect.objectContaining({ issues: [expect.objectContaining({ key: 'PLAT-1' })] }),
    ]);
  });

  it('answers 204 to a change that it does not make', async () => {
    const { jira, call } = await withTwoIssues();
    jira.faults.add({ kind: 'no-effect', method: 'PUT' });
    const { status } = await call('PUT', `${ISSUE}/assignee`, { accountId: '712020:mia' });

    expect([status, jira.issue('PLAT-1')?.assignee]).toEqual([204, null]);
  });

  it('repeats a page and its token for as long as it is on', async () => {
    const { jira, call } = await withTwoIssues();
    jira.faults.add({ kind: 'repeated-page-token', path: SEARCH, times: 2 });
    const first = await call('POST', SEARCH, search);
    const { nextPageToken } = Object(first.body);
    const pages = [
      await call('POST', SEARCH, { ...search, nextPageToken }),
      await call('POST', SEARCH, { ...search, nextPageToken }),
      await call('POST', SEARCH, { ...search, nextPageToken }),
    ];
    const second = { issues: [expect.objectContaining({ key: 'PLAT-2' })] };

    expect(pages.map(({ body }) => body)).toEqual([
      { ...second, isLast: false, nextPageToken },
      { ...second, isLast: false, nextPageToken },
      { ...second, isLast: true },
    ]);
  });

  it.each([
    ['absent', ['issues'], { isLast: false, nextPageToken: expect.any(String) }],
    ['null', ['issues'], { issues: null, isLast: false, nextPageToken: expect.any(String) }],
    [
      'absent',
      ['issues.fields.summary'],
      expect.objectContaining({ issues: [expect.objectContaining({ fields: {} })] }),
    ],
    [
      'null',
      ['issues.fields.summary'],
      expect.objectContaining({ issues: [expect.objectContaining({ fields: { summary: null } })] }),
    ],
  ] as const)('makes %s of an answer: %s', async (change, members, expected) => {
    const { jira, answer } = await withTwoIssues();
    jira.faults.add({ kind: `member-${change}`, path: SEARCH, members: [...members] });

    expect(await answer('POST', SEARCH, search)).toEqual({ status: 200, body: expected });
  });

  it('puts an odd element before those of a list', async () => {
    const { jira, answer } = await withTwoIssues();
    jira.faults.add({ kind: 'odd-element', path: SEARCH, members: ['issues'], element: { id: '7' } });

    expect(await answer('POST', SEARCH, search)).toMatchObject({
      status: 200,
      body: { issues: [{ id: '7' }, { key: 'PLAT-1' }] },
    });
  });
});
