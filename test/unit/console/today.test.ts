import { describe, expect, it } from 'vitest';
import { holdsOf, monthsOf, teamsOf } from '../../../console/today/holds.ts';
import { type MyWork, recordsToBegin, workGroups } from '../../../console/today/work-groups.ts';

const nothing = { lines: [], more: false };
const EMPTY: MyWork = {
  toDecide: nothing,
  toWrite: nothing,
  toProve: nothing,
  toPutInPlace: nothing,
  toConfirm: nothing,
  toReview: nothing,
  toUndo: nothing,
};

const record = (id: string, dueAt: string): MyWork['toDecide']['lines'][number] => ({
  id,
  kind: 'incident',
  status: 'open',
  severity: 'high',
  tlp: 'AMBER',
  incident: { source: 'jira', key: `SEC-${id}`, title: `Incident ${id}` },
  openedAt: '2026-11-01T00:00:00Z',
  dueAt,
});

const fix = (id: string, dueAt: string): MyWork['toProve']['lines'][number] => ({
  id,
  postMortemId: '1',
  state: 'claimed',
  title: `Fix ${id}`,
  ownerTeam: 'platform',
  priority: 'high',
  dueAt,
  incident: 'SEC-1',
  tlp: 'AMBER',
});

describe('the work of Today', () => {
  it('stands by deadline, and each thing once, in the first group that has it', () => {
    const work: MyWork = {
      ...EMPTY,
      toDecide: { lines: [record('2', '2026-12-09T00:00:00Z'), record('1', '2026-12-01T00:00:00Z')], more: false },
      toWrite: { lines: [record('1', '2026-12-01T00:00:00Z'), record('3', '2026-12-05T00:00:00Z')], more: true },
      toProve: { lines: [fix('1', '2026-12-05T00:00:00Z')], more: false },
    };
    const shown = workGroups(work).map(({ name, items, isMore }) => [name, items.map(({ key }) => key), isMore]);
    expect(shown).toEqual([
      ['toDecide', ['record 1', 'record 2'], false],
      ['toWrite', ['record 3'], true],
      ['toProve', ['fix 1'], false],
    ]);
  });

  it('tells of a restricted record its id and mark alone, after what has a deadline', () => {
    const restricted = { id: '9', status: 'open' as const, tlp: 'RED' as const };
    const work = { ...EMPTY, toWrite: { lines: [restricted, record('3', '2026-12-05T00:00:00Z')], more: false } };
    const items = workGroups(work).flatMap((group) => group.items);
    expect(items.map(({ id }) => id)).toEqual(['3', '9']);
    expect(items[1]).toEqual({ key: 'record 9', id: '9', tlp: 'RED', href: '/console/post-mortems/9' });
  });

  it('names open records to begin, none of which is the own, whichever of the newest those are', () => {
    const open = ['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => record(id, '2026-12-01T00:00:00Z'));
    const toBegin = (more: boolean) =>
      recordsToBegin({ ...EMPTY, toWrite: { lines: open.slice(0, 5), more } }, open).map(({ id }) => id);
    expect(toBegin(false)).toEqual(['6', '7', '8']);
    expect(toBegin(true)).toEqual([]);
    expect(recordsToBegin(EMPTY, open).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('has no group where nothing waits', () => {
    expect(workGroups(EMPTY)).toEqual([]);
  });
});

describe('what Today says of whether fixes hold', () => {
  const summary = {
    remediations: [
      { state: 'open', team: 'mail', count: 7 },
      { state: 'claimed', team: 'mail', count: 2 },
      { state: 'verified', team: 'mail', count: 3 },
      { state: 'regressed', team: 'network', count: 1 },
      { state: 'ineffective', team: 'network', count: 1 },
    ],
    grades: [
      { grade: 'proven', team: 'mail', count: 2 },
      { grade: 'attested', team: 'mail', count: 1 },
    ],
  };

  it('counts those that are said to be done, and no open ones', () => {
    expect(holdsOf(summary)).toEqual({
      due: 7,
      holding: 2,
      shares: [
        { mark: 'proven', count: 2 },
        { mark: 'attested', count: 1 },
        { mark: 'claimed', count: 2 },
        { mark: 'did not hold', count: 2 },
      ],
    });
    expect(holdsOf(summary, 'network')).toMatchObject({ due: 2, holding: 0 });
    expect(teamsOf(summary)).toEqual(['mail', 'network']);
  });

  it('has twelve months, also those in which nothing was opened', () => {
    const months = monthsOf([{ month: '2026-02', count: 4 }], new Date('2026-03-31T12:00:00Z'));
    expect(months).toHaveLength(12);
    expect(months.slice(-2)).toEqual([
      { month: '2026-02', count: 4 },
      { month: '2026-03', count: 0 },
    ]);
    expect(months[0]?.month).toBe('2025-04');
  });
});
