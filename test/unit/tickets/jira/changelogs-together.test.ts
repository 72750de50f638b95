import { describe, expect, it } from 'vitest';
import { JiraIssue } from '../../../../shared/jira/issue-reading.ts';
import { changelogsTogether } from '../../../../shared/tickets/jira/changelogs-together.ts';

const issue = (id: string, category: string) =>
  JiraIssue.parse({
    id,
    key: `NET-${id}`,
    fields: {
      summary: 'Block look-alikes',
      status: { id: '1', name: category, statusCategory: { key: category } },
      project: { id: '1', key: 'NET' },
      issuetype: { id: '1', name: 'Task' },
      created: '2026-11-21T10:00:00.000+0000',
      updated: '2026-11-21T10:00:00.000+0000',
    },
  });

const ISSUES = [issue('1', 'done'), issue('2', 'new'), issue('3', 'new'), issue('4', 'done')];

/** Asks for the changelogs of issues. @returns what Jira was asked for */
async function askedFor(ids: readonly string[], isOneCall: boolean): Promise<string[][]> {
  const asked: string[][] = [];
  const logs = changelogsTogether(
    {
      changelog: (id) => {
        asked.push([id]);
        return Promise.resolve([]);
      },
      changelogs: (group) => {
        asked.push([...group]);
        return Promise.resolve(new Map(group.map((id) => [id, []])));
      },
      statusCategories: () => Promise.resolve(new Map()),
    },
    ISSUES,
    { isOneCall },
  );
  for (const id of ids) await logs.changelog(id);
  return asked;
}

describe('changelogs of tickets that were read together', () => {
  it.each([
    ['of those that are done, when one is wanted', ['1', '4'], [['1', '4']]],
    ['of those that are open, when one is wanted', ['2', '3'], [['2', '3']]],
    ['of none, when none is wanted', [], []],
  ])('are asked for in one call: %s', async (_, wanted, asked) => {
    expect(await askedFor(wanted, true)).toEqual(asked);
  });

  it('of open tickets are asked for one by one, and only those wanted, where there is no call for many', async () => {
    expect(await askedFor(['3', '1', '4'], false)).toEqual([['3'], ['1', '4']]);
  });
});
