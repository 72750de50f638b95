import { beforeEach, describe, expect, it } from 'vitest';
import { recordLists } from '../../../shared/domain/lists/record-listing.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { keys } from '../../../shared/store/keys.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { testIds } from '../../support/world/ids.ts';
import { writeAll } from '../../support/world/many-fixes.ts';
import { approvedRecord } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');

/** What somebody gets who may not read all, to the byte. */
async function answers(paths: readonly string[]): Promise<string[]> {
  await world().deliver();
  expect(world().failures).toEqual([]);
  const all: string[] = [];
  for (const path of paths) {
    const { status, body, headers } = await eve('GET', path);
    expect(status, JSON.stringify(body)).toBe(200);
    all.push(JSON.stringify([path, body, headers.link]));
  }
  return all;
}

const withLimits = (questions: readonly string[]): string[] =>
  [1, 2, 3].flatMap((limit) => questions.map((question) => `${question}&limit=${limit}`));

describe('a list of records with one behind that the caller may not read', () => {
  const attack = { vectors: ['phishing'], techniques: [{ id: 'T1486' }] };
  let hidden = '';

  async function open(by: typeof eve, with_: Record<string, unknown> = {}): Promise<string> {
    world().clock.advance('PT1M');
    const body = { kind: 'incident', title: 'Told by phone', severity: 'critical', category: 'ransomware', ...with_ };
    const answer = await by('POST', '/post-mortems', body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { id } = Object(answer.body);
    await by('PUT', `/post-mortems/${id}/sections/attack`, attack);
    return id;
  }

  /** It stands in none of the lists any more. */
  async function takeAway(): Promise<void> {
    const path = `/post-mortems/${hidden}`;
    const patched = await anna('PATCH', path, { severity: 'low', category: 'other' }, ANYTHING);
    const written = await anna('PUT', `${path}/sections/attack`, { vectors: ['unknown'] }, ANYTHING);
    expect([patched.status, written.status]).toEqual([200, 200]);
  }

  beforeEach(async () => {
    hidden = await open(anna, { tlp: 'RED' });
    await open(eve);
    await open(eve);
  });

  it.each([
    'technique=T1486',
    'category=ransomware&sort=opened',
    'severity=critical&sort=opened',
    'sort=changed&severity=critical',
    'sort=changed&technique=T1486',
    'sort=severity&severity=critical',
    'sort=severity&technique=T1486',
    'sort=severity&category=ransomware',
  ])('is the same as without it, with %s', async (question) => {
    const paths = withLimits([`/post-mortems?${question}`]);
    const withIt = await answers(paths);
    await takeAway();
    expect(withIt).toEqual(await answers(paths));
    // A page that is full is the last one when nothing else is to be shown.
    expect(withIt.map((answer) => answer.includes('"next":'))).toEqual([true, false, false]);
  });
});

describe('a list of fixes with one behind that the caller may not read', () => {
  it('is the same as without it, in each order', async () => {
    const secret = await approvedRecord(world(), { title: 'Of the secret', dueAt: '2027-02-01T00:00:00.000Z' });
    expect((await ben('PATCH', `/post-mortems/${secret.id}`, { tlp: 'RED' }, ANYTHING)).status).toBe(200);
    world().clock.advance('PT1M');
    await approvedRecord(
      world(),
      { title: 'The first', dueAt: '2027-01-01T00:00:00.000Z' },
      { title: 'The second', dueAt: '2027-01-02T00:00:00.000Z' },
    );
    await world().deliver();
    const [fix] = await world().store.remediations(secret.id);
    const orders = ['due', 'priority', 'rank', 'changed'].map((sort) => `/remediations?state=open&sort=${sort}`);
    const paths = withLimits([...orders, ...orders.map((order) => `${order}&team=${fix?.ownerTeam}`)]);
    const withIt = await answers(paths);
    world().simulator.transition(fix?.state === 'open' ? fix.ticket.key : '', 'Done');
    await world().sweep();
    expect(withIt).toEqual(await answers(paths));
    expect(withIt.map((answer) => answer.includes('"next":'))).toEqual(paths.map((path) => path.endsWith('limit=1')));
  });
});

describe('a page that ends because so many lines were looked at', () => {
  const list = recordLists.status('closed', 'critical');
  const [openIds, hiddenIds] = [testIds('01KD000000'), testIds('01KE000000')];

  /** Lines of so many records, at every second millisecond from one on. */
  async function lines(count: number, with_: { tlp: string; from: number; newId: () => string }): Promise<void> {
    const { tlp, from, newId } = with_;
    await writeAll(world(), function* () {
      for (let index = 0; index < count; index += 1) {
        const id = PostMortemId.parse(newId());
        const at = new Date(Date.parse('2026-01-01T00:00:00.000Z') + from + 2 * index).toISOString();
        const of = { status: 'closed', severity: 'critical', tlp, openedAt: at, dueAt: at };
        const incident = { source: 'holdfast', key: 'PM-1', title: 'Many' };
        yield { ...keys.listLine(list, at, id), line: { id, kind: 'incident', incident, ...of } };
      }
    });
  }

  it.each(['', '&sort=severity'])(
    'ends where it does without those that are hidden, and counts none%s',
    async (sort) => {
      const paths = [`/post-mortems?status=closed&severity=critical&kind=exercise${sort}`];
      await lines(510, { tlp: 'AMBER', from: 0, newId: openIds });
      await writeAll(world(), function* () {
        yield { ...keys.count(list), AMBER: 510 };
      });
      const without = await answers(paths);
      await lines(400, { tlp: 'RED', from: 1, newId: hiddenIds });
      expect(await answers(paths)).toEqual(without);
      expect(without.join()).toContain('"looked":{"at":500,"of":510}');
    },
  );

  it('comes to an end where all are hidden, and goes on behind them', async () => {
    await lines(1, { tlp: 'AMBER', from: 0, newId: openIds });
    await lines(1_200, { tlp: 'RED', from: 1, newId: hiddenIds });
    const found: unknown[] = [];
    let pages = 0;
    for (let cursor = ''; pages < 9; ) {
      const { body } = await eve('GET', `/post-mortems?status=closed&severity=critical&limit=1${cursor}`);
      const { postMortems, next } = Object(body);
      found.push(...postMortems);
      pages += 1;
      if (next === undefined) break;
      cursor = `&cursor=${next}`;
    }
    expect([found.length, pages]).toEqual([1, 3]);
  });
});
