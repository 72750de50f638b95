import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Duration } from '../../../shared/domain/words/duration.ts';
import type { Tlp } from '../../../shared/domain/words/tlp.ts';
import { apiOf } from '../../support/api/api.ts';
import { ANYTHING } from '../../support/api/api-world.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aProof } from '../../support/world/records.ts';
import { openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
const TEAM = { owner: 'owner@acme.com', lead: 'ben@acme.com' };
const LEAD = { ...BEN, email: TEAM.lead };
let world: World;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  world = await startWorld(endpoint(), { teams: { network: TEAM } });
  api = apiOf(world);
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

const anna = (method: string, path: string, body?: unknown) =>
  api.call(ANNA, ['analyst'], method, path, body, ANYTHING);
const lead = (method: string, path: string, body?: unknown) =>
  api.call(LEAD, ['approver'], method, path, body, ANYTHING);

/** Adds a lesson of the network team to the record, and goes with it as far as that. */
async function lessonOf(id: string, end: 'open' | 'claimed' | 'in place', with_: Parameters<typeof aLesson>[0] = {}) {
  const { id: _, status: _s, ...draft } = aLesson({ ownerTeam: 'network', ...with_ });
  const added = await anna('POST', `/post-mortems/${id}/lessons`, draft);
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  const lesson = Object(added.body).lessons.at(-1).id;
  const path = `/post-mortems/${id}/lessons/${lesson}`;
  const steps = {
    open: [],
    claimed: [() => anna('POST', `${path}/in-place`, aProof({ versionAt: world.now() }))],
    'in place': [
      () => anna('POST', `${path}/in-place`, aProof({ versionAt: world.now() })),
      () => lead('POST', `${path}/confirm`),
    ],
  };
  for (const step of steps[end]) {
    const { status, body } = await step();
    expect(status, JSON.stringify(body)).toBe(200);
  }
  return lesson;
}

describe('lessons of a restricted record', () => {
  const ALL = 'status=open&status=claimed&status=in%20place';

  it.each<Tlp>(['AMBER+STRICT', 'RED'])(
    'that is TLP:%s stand in the lists beside others, without a word',
    async (tlp) => {
      const { id } = await openedRecord(world);
      const { id: other } = await openedRecord(world);
      const lessons = {
        open: await lessonOf(id, 'open'),
        claimed: await lessonOf(id, 'claimed'),
        'in place': await lessonOf(id, 'in place'),
      };
      const plain = await lessonOf(other, 'open');
      expect((await anna('PATCH', `/post-mortems/${id}`, { tlp })).status).toBe(200);
      await world.deliver();
      const restricted = (status: keyof typeof lessons) => ({ id: lessons[status], postMortemId: id, status, tlp });
      const unrestricted = expect.objectContaining({ id: plain, statement: aLesson().statement });
      const [listed, asFile, work] = [
        await lead('GET', `/lessons?${ALL}`),
        await lead('GET', `/lessons?${ALL}&format=csv`),
        await lead('GET', '/my-work'),
      ];
      expect([listed.status, asFile.status, work.status]).toEqual([200, 200, 200]);
      const all = [restricted('open'), restricted('claimed'), restricted('in place'), unrestricted];
      expect(Object(listed.body).lessons).toHaveLength(4);
      expect(Object(listed.body).lessons).toEqual(expect.arrayContaining(all));
      expect(String(asFile.body)).toContain(`${lessons.open},${id},open,${tlp},,`);
      expect(Object(work.body).toPutInPlace.lines).toHaveLength(2);
      expect(Object(work.body).toPutInPlace.lines).toEqual(expect.arrayContaining([restricted('open'), unrestricted]));
      expect(Object(work.body).toConfirm.lines).toEqual([restricted('claimed')]);
    },
  );
});

describe('a lesson that is in place', () => {
  const inPlaceAgain = { reviewEvery: Duration.parse('P90D') };
  async function seen(path = '/lessons') {
    const [listed, work] = [await lead('GET', path), await lead('GET', '/my-work')];
    expect([listed.status, work.status], JSON.stringify([listed.body, work.body])).toEqual([200, 200]);
    return [Object(listed.body).lessons, Object(work.body).toReview.lines].map((lines) =>
      lines.map((line: { id: string }) => line.id),
    );
  }

  it('waits for its team, and stands in the list of what is to be done, from the day of its review on', async () => {
    const { id } = await openedRecord(world);
    const reviewed = await lessonOf(id, 'in place', inPlaceAgain);
    await lessonOf(id, 'in place');
    const open = await lessonOf(id, 'open', { dueAt: '2027-11-01T00:00:00.000Z' });
    await world.deliver();
    const before = await seen();
    world.clock.advance('P91D');
    expect([before, await seen()]).toEqual([
      [[open], []],
      [[reviewed, open], [reviewed]],
    ]);
  });

  it('is on the page where its review belongs, when others are due long after today', async () => {
    const { id } = await openedRecord(world);
    const reviewed = await lessonOf(id, 'in place', inPlaceAgain);
    const dates = ['2027-11-01T00:00:00.000Z', '2027-11-02T00:00:00.000Z', '2027-11-03T00:00:00.000Z'];
    const open = [];
    for (const dueAt of dates) open.push(await lessonOf(id, 'open', { dueAt }));
    await world.deliver();
    world.clock.advance('P91D');
    const pages = [];
    for (let next = ''; next !== undefined; ) {
      const { body } = await lead('GET', `/lessons?limit=1${next === '' ? '' : `&cursor=${next}`}`);
      pages.push(Object(body).lessons.map((line: { id: string }) => line.id));
      next = Object(body).next;
    }
    expect(pages).toEqual([[reviewed], ...open.map((one) => [one])]);
  });

  it('comes before the date that somebody asks for, and not after it', async () => {
    const { id } = await openedRecord(world);
    await lessonOf(id, 'in place', inPlaceAgain);
    await world.deliver();
    world.clock.advance('P91D');
    expect((await seen('/lessons?dueBefore=2026-12-31T00:00:00.000Z'))[0]).toEqual([]);
  });
});
