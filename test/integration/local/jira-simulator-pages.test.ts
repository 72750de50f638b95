import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JiraSimulator, startJiraSimulator } from '../../../local/jira-simulator/simulator.ts';

describe('the pages of the Jira simulator', () => {
  let jira: JiraSimulator;

  beforeEach(async () => {
    const clock = () => new Date('2026-11-21T10:00:00.000Z');
    jira = await startJiraSimulator({ webhookSecret: 'secret', clock });
  });
  afterEach(() => jira.close());

  const page = async (path: string) => (await fetch(`${jira.url}${path}`)).text();
  const post = (path: string, fields: Record<string, string>) =>
    fetch(`${jira.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  it('show each issue in the column of its status and mark what is overdue', async () => {
    jira.createIssue({ project: 'PLAT', summary: 'Late', dueDate: '2026-11-20' });
    jira.createIssue({ project: 'PLAT', summary: 'Today', dueDate: '2026-11-21' });
    const { key } = jira.createIssue({ project: 'PLAT', summary: 'Finished', dueDate: '2026-11-01' });
    jira.transition(key, 'Done');
    jira.createIssue({ project: 'SEC', summary: 'Of another project' });
    const columns = (await page('/board/PLAT')).split('<section').slice(1);

    expect(
      columns.map((column) => [...column.matchAll(/class="summary">([^<]*)|(Overdue)/g)].map(([, a, b]) => a ?? b)),
    ).toEqual([['Late', 'Overdue', 'Today'], [], ['Finished']]);
  });

  it('escape whatever people write', async () => {
    const attack = `<img src=x onerror=alert(1)>"'&`;
    const { key } = jira.createIssue({ project: 'PLAT', summary: attack, labels: ['<b>'], description: attack });
    jira.addComment(key, {
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: attack, marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
        },
      ],
    });
    const pages = (await page('/')) + (await page(`/browse/${key}`));

    expect(pages.match(/<img|<b>(?!PLAT|Mia|Holdfast)[^<]*alert|javascript:|label"><b>/g)).toBeNull();
  });

  it('move an issue and comment on it by their buttons', async () => {
    const { key } = jira.createIssue({ project: 'PLAT', summary: 'Fix' });
    const moved = await post(`/_simulator/issues/${key}/transition`, { status: 'In Review' });
    const commented = await post(`/_simulator/issues/${key}/comment`, { text: 'Looks good' });

    expect([
      [moved.status, moved.headers.get('location')],
      [commented.status, commented.headers.get('location')],
      jira.issue(key)?.status.name,
      (await page(`/browse/${key}`)).includes('<p>Looks good</p>'),
    ]).toEqual([[303, '/browse/PLAT-1'], [303, '/browse/PLAT-1'], 'In Review', true]);
  });

  it('give programs JSON for the same buttons, and the whole state', async () => {
    const send = (path: string, body: object) =>
      fetch(`${jira.url}${path}`, { method: 'POST', body: JSON.stringify(body) }).then((response) => response.json());
    const created = await send('/_simulator/issues', { project: 'SEC', summary: 'Leak', by: 'Jonas Berg' });
    const moved = await send('/_simulator/issues/SEC-1/transition', { status: 'Done', resolution: 'Duplicate' });
    const state = await fetch(`${jira.url}/_simulator/state`).then((response) => response.json());

    expect({ created, moved, state }).toMatchObject({
      created: { id: '10000', key: 'SEC-1' },
      moved: { key: 'SEC-1', status: 'Done' },
      state: {
        issues: [{ key: 'SEC-1', resolution: { name: 'Duplicate' } }],
        deliveries: [],
        faults: [],
        requests: [],
      },
    });
  });

  it('find a moved issue by its old key and say so when there is none', async () => {
    const { key } = jira.createIssue({ project: 'PLAT', summary: 'Fix' });
    jira.moveIssue(key, 'IAM');
    const moved = await fetch(`${jira.url}/browse/${key}`, { redirect: 'manual' });
    const missing = await fetch(`${jira.url}/browse/PLAT-9`);

    expect([moved.headers.get('location'), missing.status]).toEqual(['/browse/IAM-1', 404]);
  });
});
