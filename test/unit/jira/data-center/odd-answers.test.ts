import { describe, expect, it } from 'vitest';
import { jiraGateway } from '../../../../shared/jira/gateway.ts';
import type { OddElement } from '../../../../shared/jira/odd-elements.ts';
import { jiraTransport } from '../../../../shared/jira/transport.ts';

const at = '2026-11-21T10:00:00.000+0000';
const move = { id: '5', created: at, items: [{ field: 'status', from: '1', to: '3' }] };
const STATUSES = [
  { id: '1', statusCategory: { key: 'new' } },
  { id: '3', statusCategory: { key: 'done' } },
];
const issue = (id: string, more: object = { changelog: { histories: [move] } }) => ({
  id,
  key: `PLAT-${id}`,
  fields: {
    status: { id: '3', name: 'Done', statusCategory: { key: 'done' } },
    project: { key: 'PLAT' },
    issuetype: { id: '1', name: 'Task' },
    created: '2026-11-20T10:00:00.000+0000',
    updated: '2026-11-25T10:00:00.000+0000',
  },
  ...more,
});

/** A Data Center that answers so, and the product's way to it. @param answers by the end of the path */
function site(answers: Record<string, unknown>) {
  const odd: OddElement[] = [];
  const known = { myself: { key: 'JIRAUSER-1', name: 'holdfast' }, status: STATUSES, ...answers };
  const client = jiraTransport({
    site: 'https://jira.test',
    deployment: 'Data Center',
    timeoutMs: 1_000,
    timeLeftMs: () => 1,
    credentials: () => Promise.resolve({ personalAccessToken: 'token' }),
    fetch: (asked) => {
      const { pathname } = new URL(asked instanceof Request ? asked.url : asked);
      const found = Object.entries(known).find(([path]) => pathname.endsWith(`/${path}`));
      return Promise.resolve(Response.json(found?.[1] ?? {}, { status: found === undefined ? 404 : 200 }));
    },
  });
  return { odd, gateway: jiraGateway(client, (one) => void odd.push(one)) };
}

const page = (...issues: unknown[]) => ({ startAt: 0, maxResults: 50, total: issues.length, issues });
const keys = (issues: readonly { key: string }[]) => issues.map(({ key }) => key);

describe('a search of Data Center', () => {
  it.each([
    ['null', null],
    ['a list', []],
    ['an issue without fields', { id: '2', key: 'PLAT-2', fields: null, changelog: { histories: [] } }],
    ['an issue without its changelog', issue('2', {})],
    ['an issue with a changelog that is none', issue('2', { changelog: { histories: 'none' } })],
  ])('passes over an issue that cannot be read when it is asked for, and tells it: %s', async (_what, second) => {
    const { gateway, odd } = site({ search: page({ id: '1' }, { id: '2' }), 'issue/1': issue('1'), 'issue/2': second });
    const found = await gateway.search('project = PLAT');
    expect([keys(found), odd.map(({ kind }) => kind)]).toEqual([['PLAT-1'], ['issue']]);
  });

  it('passes over what it finds and has no id', async () => {
    const { gateway, odd } = site({ search: page(null, { id: 7 }, { id: '1' }), 'issue/1': issue('1') });
    const found = await gateway.search('project = PLAT');
    expect([keys(found), odd.map(({ id }) => id)]).toEqual([['PLAT-1'], ['?', '?']]);
  });

  it('is none without its list', async () => {
    const { gateway } = site({ search: { startAt: 0, total: 0 } });
    await expect(gateway.search('project = PLAT')).rejects.toThrow('the answer has no list "issues"');
  });
});

describe('when an issue was done', () => {
  it.each([
    ['null', null],
    ['no date', { id: '6', items: [{ field: 'status', from: '3', to: '1' }] }],
    ['a date that is none', { id: '6', created: 'soon', items: [] }],
    ['no items', { id: '6', created: at, items: null }],
    ['no id', { created: '2026-11-20T11:00:00.000+0000', items: [] }],
  ])('is told by the changes that can be read, beside one that cannot: %s', async (_what, change) => {
    const { gateway } = site({ 'issue/1': issue('1', { changelog: { histories: [change, move] } }) });
    expect((await gateway.issue('1'))?.fields.statuscategorychangedate).toBe('2026-11-21T10:00:00.000Z');
  });

  it('is told although one of the statuses of the site cannot be read', async () => {
    const { gateway } = site({ status: [null, ...STATUSES], 'issue/1': issue('1') });
    expect((await gateway.issue('1'))?.fields.statuscategorychangedate).toBe('2026-11-21T10:00:00.000Z');
  });
});

describe('changelogs of Data Center', () => {
  it('are read though that of one issue is lacking, or has something odd in it', async () => {
    const { gateway, odd } = site({
      'issue/1': issue('1', { changelog: { histories: [null, move] } }),
      'issue/2': issue('2', {}),
    });
    const logs = await gateway.changelogs(['1', '2']);
    expect([[...logs.keys()], logs.get('1')?.length, odd.length]).toEqual([['1'], 1, 2]);
  });

  it('are no empty ones where the issue comes without it', async () => {
    const { gateway } = site({ 'issue/2': issue('2', {}) });
    await expect(gateway.changelog('2')).rejects.toThrow('the answer has no list "values"');
  });
});
