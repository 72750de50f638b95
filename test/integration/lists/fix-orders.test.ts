import { describe, expect, it } from 'vitest';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { idsOf, pagesOf } from '../../support/api/pages-of.ts';
import { approvedRecord } from '../../support/world/stories.ts';

const { world, as } = apiForEachTest();
const admin = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');

let recordId: PostMortemId;

/** Fixes of which the most urgent is due last. By title. */
async function fixes(): Promise<Record<string, string>> {
  const { id } = await approvedRecord(
    world(),
    { title: 'Of low priority', impact: 2, dueAt: '2027-01-01T00:00:00.000Z' },
    { title: 'Critical', impact: 5, dueAt: '2027-01-04T00:00:00.000Z' },
    { title: 'High, later', impact: 4, dueAt: '2027-01-03T00:00:00.000Z' },
    { title: 'High, soon', impact: 4, dueAt: '2027-01-02T00:00:00.000Z', ownerTeam: 'endpoint' },
  );
  recordId = id;
  await world().deliver();
  return Object.fromEntries((await world().store.remediations(id)).map((fix: Remediation) => [fix.title, fix.id]));
}

/** Ids of all pages. */
async function ids(query: string): Promise<string[]> {
  expect(world().failures).toEqual([]);
  return (await pagesOf(admin, `/remediations?${query}`)).flatMap((page) => idsOf(page, 'remediations'));
}

describe('fixes, the last change first', () => {
  it('come so in all states, by team, and each with the time', async () => {
    const by = await fixes();
    const [first, second] = [by['High, soon'], by['Of low priority']];
    for (const title of ['Of low priority', 'High, soon']) {
      world().clock.advance('PT1M');
      const fix = (await world().store.remediations(recordId)).find((one) => one.title === title);
      world().simulator.transition(fix?.state === 'open' ? fix.ticket.key : '', 'Done');
      await world().sweep();
      await world().deliver();
    }
    const { body } = await admin('GET', '/remediations?sort=changed&limit=1');
    expect(Object(body).remediations[0]).toMatchObject({ id: first, state: 'claimed', changedAt: expect.any(String) });
    expect([
      (await ids('sort=changed')).slice(0, 2),
      (await ids('sort=changed&limit=1')).slice(0, 2),
      (await ids('sort=changed')).toSorted(),
      await ids('sort=changed&team=endpoint'),
      (await ids('sort=changed&team=endpoint&team=messaging')).slice(0, 2),
      await ids('sort=changed&state=claimed&dueBefore=2027-01-02T00:00:00Z'),
      await ids('sort=changed&grade=proven'),
    ]).toEqual([
      [first, second],
      [first, second],
      Object.values(by).toSorted(),
      [first],
      [first, second],
      [second],
      [],
    ]);
  });
});

describe('fixes, the most urgent first', () => {
  it('come by priority, and of one priority the earliest due first', async () => {
    const by = await fixes();
    const all = [by.Critical, by['High, soon'], by['High, later'], by['Of low priority']];
    expect([
      await ids('sort=priority'),
      await ids('sort=priority&limit=1'),
      await ids('sort=priority&priority=high'),
      await ids('sort=priority&team=endpoint&team=messaging&limit=2'),
      await ids('sort=priority&dueBefore=2027-01-04T00:00:00Z'),
      await ids('sort=due'),
    ]).toEqual([
      all,
      all,
      all.slice(1, 3),
      all,
      all.slice(1),
      [by['Of low priority'], by['High, soon'], by['High, later'], by.Critical],
    ]);
  });

  it('are counted once in the summary, though they stand in one list more', async () => {
    await fixes();
    const { body } = await admin('GET', '/summary');
    expect(Object(body).remediations).toEqual(
      expect.arrayContaining([
        { state: 'open', team: 'messaging', count: 3 },
        { state: 'open', team: 'endpoint', count: 1 },
      ]),
    );
  });
});
