import { describe, expect, it } from 'vitest';
import { fixLists } from '../../../shared/domain/lists/fix-listing.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { keys } from '../../../shared/store/keys.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { idsOf, pagesOf } from '../../support/api/pages-of.ts';
import { testIds } from '../../support/world/ids.ts';
import { writeAll } from '../../support/world/many-fixes.ts';
import { approvedAs, approvedRecord, openedRecord } from '../../support/world/stories.ts';

const { world, as, ben } = apiForEachTest();
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

describe('fixes by rank and age', () => {
  const ranked = async (): Promise<Record<string, string>> => {
    const { id } = await approvedRecord(
      world(),
      { title: 'Grave and hard, 10', impact: 5, feasibility: 2 },
      { title: 'Grave and easy, 25', impact: 5, feasibility: 5, ownerTeam: 'endpoint' },
      { title: 'Slight and easy, 5', impact: 1, feasibility: 5 },
    );
    recordId = id;
    world().clock.advance('P28D');
    const later = await approvedRecord(
      world(),
      { title: 'Four weeks later, 11', impact: 3, feasibility: 4 },
      { title: 'Four weeks later, 15', impact: 5, feasibility: 3 },
    );
    await world().deliver();
    const all = [...(await world().store.remediations(id)), ...(await world().store.remediations(later.id))];
    return Object.fromEntries(all.map(({ title, id }: Remediation) => [title, id]));
  };

  it('count feasibility, across records, and two weeks of age as a point', async () => {
    const by = await ranked();
    const all = [
      by['Grave and easy, 25'],
      by['Four weeks later, 15'],
      // 12 points, and those of the other 10 and four weeks: the older one comes first.
      by['Grave and hard, 10'],
      by['Four weeks later, 11'],
      by['Slight and easy, 5'],
    ];
    expect([
      await ids('sort=rank'),
      await ids('sort=rank&limit=1'),
      await ids('sort=rank&team=endpoint'),
      await ids('sort=rank&team=endpoint&team=messaging&limit=2'),
      await ids('sort=rank&priority=critical'),
      await ids('sort=rank&state=claimed'),
    ]).toEqual([all, all, all.slice(0, 1), all, all.slice(0, 3), []]);
    const { body } = await admin('GET', '/remediations?sort=rank&limit=1');
    expect(Object(body).remediations[0]).toMatchObject({ rank: 25, requestedAt: expect.any(String) });
  });

  it('stand in the order no longer than there is something to do, and nothing else is ranked', async () => {
    const by = await ranked();
    const rest = (await ids('sort=rank')).slice(1);
    const body = { reason: 'Another fix made it needless.' };
    const path = `/post-mortems/${recordId}/remediations/${by['Grave and easy, 25']}`;
    const { status } = await admin('POST', `${path}/cancel`, body, ANYTHING);
    await world().deliver();
    const asked = ['state=verified', 'grade=proven'].map((which) => admin('GET', `/remediations?sort=rank&${which}`));
    const refused = (await Promise.all(asked)).map((answer) => [answer.status, Object(answer.body).errors]);
    const detail = 'only fixes that are to be done or to be proven are ranked: leave it out, or ask for those';
    expect([status, await ids('sort=rank'), refused]).toEqual([
      200,
      rest,
      [
        [400, [{ parameter: 'state', detail }]],
        [400, [{ parameter: 'grade', detail }]],
      ],
    ]);
  });

  it('name open fixes of the same words of the same team, in their record or in another, and none of a restricted one', async () => {
    const twice = 'Turn on mail filtering';
    const first = await approvedRecord(world(), { title: twice }, { title: `**${twice}**!`, impact: 1 });
    const second = await approvedRecord(world(), { title: twice, impact: 2 }, { title: twice, ownerTeam: 'endpoint' });
    const secret = await approvedRecord(world(), { title: twice });
    await world().deliver();
    expect((await ben('PATCH', `/post-mortems/${secret.id}`, { tlp: 'AMBER+STRICT' }, ANYTHING)).status).toBe(200);
    await world().deliver();
    const told = async () => {
      const { body } = await admin('GET', '/remediations?sort=rank');
      const lines: { id: string; sameWords?: { ticket: string }[] }[] = Object(body).remediations;
      const of = (id: string | undefined) =>
        lines.find((line) => line.id === id)?.sameWords?.map(({ ticket }) => ticket);
      const all = [first, second, secret].flatMap(({ recommendations }) => recommendations.map(({ id }) => of(id)));
      return all.map((tickets) => tickets?.toSorted());
    };
    const tickets = (await world().store.remediations(first.id)).map((fix) =>
      fix.state === 'open' ? fix.ticket.key : '',
    );
    const [other] = (await world().store.remediations(second.id)).filter(({ ownerTeam }) => ownerTeam === 'messaging');
    const [one = '', two = ''] = tickets;
    const three = other?.state === 'open' ? other.ticket.key : '';
    expect(await told()).toEqual(
      [[two, three], [one, three], [one, two], undefined, undefined].map((all) => all?.toSorted()),
    );
    const path = `/post-mortems/${second.id}/remediations/${other?.id}/cancel`;
    await admin('POST', path, { reason: 'The other one does it.' }, ANYTHING);
    await world().deliver();
    expect(await told()).toEqual([[two], [one], undefined, undefined, undefined]);
  });
});

describe('a page of fixes by rank that ends because so many lines were looked at', () => {
  it('does not say of how many: nobody counts those that have a rank', async () => {
    const list = fixLists.rank('open');
    const newId = testIds('01KD000000');
    await writeAll(world(), function* () {
      yield { ...keys.count(fixLists.state('open')), AMBER: 900 };
      for (let index = 0; index < 501; index += 1) {
        const id = PostMortemId.parse(newId());
        const at = new Date(Date.parse('2026-01-01T00:00:00.000Z') + index).toISOString();
        const of = { title: 'One of many', ownerTeam: 'messaging', priority: 'low', rank: 4 };
        const fix = {
          id,
          postMortemId: id,
          state: 'open',
          ...of,
          requestedAt: at,
          dueAt: at,
          incident: 'SEC-1',
          tlp: 'AMBER',
        };
        yield { ...keys.listLine(list, at, id), line: fix };
      }
    });
    const { body } = await admin('GET', '/remediations?sort=rank&state=open&priority=critical');
    expect(Object(body).looked).toEqual({ at: 500 });
  });
});

describe('fixes of the same words, by rank', () => {
  const named = async (): Promise<string[][]> => {
    await world().deliver();
    const { body } = await admin('GET', '/remediations?sort=rank');
    const lines: { id: string; sameWords?: { id: string }[] }[] = Object(body).remediations;
    return lines.map(({ id, sameWords = [] }) => [id, ...sameWords.map((other) => other.id)]);
  };
  const fixOf = (record: PostMortem): string => String(record.recommendations[0]?.id);

  it('do not name one whose risk is accepted: nobody is to work on it', async () => {
    const [first, second] = [await approvedRecord(world()), await approvedRecord(world())];
    const before = await named();
    const until = new Date(Date.parse(world().now()) + 30 * 86_400_000).toISOString();
    const risk = { until, reason: 'The vendor delivers in May.', compensatingControl: 'The log is read daily.' };
    const path = `/post-mortems/${second.id}/remediations/${fixOf(second)}/risk-acceptance`;
    const { status } = await ben('POST', path, risk, ANYTHING);
    expect([before.toSorted(), status, await named()]).toEqual([
      [
        [fixOf(first), fixOf(second)],
        [fixOf(second), fixOf(first)],
      ].toSorted(),
      200,
      [[fixOf(first)]],
    ]);
  });

  it('name the only other one, also for one that was restricted at its approval and is found by no words', async () => {
    const opened = await openedRecord(world());
    const mark = (tlp: string) => ben('PATCH', `/post-mortems/${opened.id}`, { tlp }, ANYTHING);
    const marked = [await mark('AMBER+STRICT')];
    const once = await approvedAs(world(), opened);
    await world().deliver();
    marked.push(await mark('AMBER'));
    const other = await approvedRecord(world());
    expect([marked.map(({ status }) => status), (await named()).toSorted()]).toEqual([
      [200, 200],
      [[fixOf(once), fixOf(other)], [fixOf(other)]].toSorted(),
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
