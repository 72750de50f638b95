import { describe, expect, it } from 'vitest';
import { ChangelogEntry } from '../../../../shared/jira/issue-reading.ts';
import { assigneesBefore, changersIn, upTo } from '../../../../shared/tickets/jira/told-by-changelog.ts';

const MIA = { accountId: '712020:mia', displayName: 'Mia Okafor', emailAddress: 'mia@example.com' };
const JONAS = { accountId: '712020:jonas', displayName: 'Jonas Berg' };

const entry = (hour: number, author: object | null, ...items: object[]): ChangelogEntry =>
  ChangelogEntry.parse({
    id: String(hour),
    author,
    created: `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000+0000`,
    items,
  });
const assigned = (from: typeof JONAS | null, to: typeof JONAS | null) => ({
  ...{ field: 'assignee', from: from?.accountId ?? null, fromString: from?.displayName ?? null },
  ...{ to: to?.accountId ?? null, toString: to?.displayName ?? null },
});

describe('a changelog', () => {
  it('tells everybody who was the assignee up to a time, with the address of who changed something', () => {
    const history = [
      entry(9, JONAS, assigned(null, JONAS)),
      entry(10, MIA, assigned(JONAS, MIA)),
      entry(11, MIA, assigned(MIA, null), { field: 'status', from: '1', to: '2' }),
      entry(12, MIA, assigned(null, { accountId: '712020:late', displayName: 'Too Late' })),
    ];
    const mia = { accountId: MIA.accountId, name: 'Mia Okafor', email: MIA.emailAddress };
    const jonas = { accountId: JONAS.accountId, name: 'Jonas Berg' };
    expect(assigneesBefore(history, '2026-11-21T11:00:00.000Z')).toEqual([jonas, jonas, mia, mia]);
  });

  it('is read up to the time at which its issue was read: later changes are those of others', () => {
    const history = [entry(9, MIA, { field: 'duedate' }), entry(10, JONAS, { field: 'duedate' })];
    expect(upTo('2026-11-21T08:59:59.000Z', history)).toEqual(history.slice(0, 1));
  });

  it('tells who changed a field last, by its id, also where older entries have only a name of it', () => {
    const history = [
      entry(9, MIA, { field: 'Fälligkeitsdatum', fieldId: 'duedate' }, { field: 'Key', fromString: 'NET-1' }),
      entry(10, JONAS, { field: 'duedate' }, { field: 'toString' }),
      entry(11, null, { field: 'Priority', fieldId: 'priority' }),
    ];
    expect(changersIn(history)).toEqual({
      'due date': { at: '2026-11-21T10:00:00.000Z', by: { accountId: JONAS.accountId, name: 'Jonas Berg' } },
      key: {
        at: '2026-11-21T09:00:00.000Z',
        by: { accountId: MIA.accountId, name: 'Mia Okafor', email: MIA.emailAddress },
      },
      priority: { at: '2026-11-21T11:00:00.000Z' },
    });
  });
});
