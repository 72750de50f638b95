import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TemporaryMeasure } from '../../../shared/domain/record/content/temporary-measure.ts';
import { measureExtended, measureRemoved } from '../../../shared/domain/record/decide/settle-measure.ts';
import { addPart } from '../../../shared/domain/record/decide/write-record.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aMeasure } from '../../support/world/records.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
const TEAM = { owner: 'owner@acme.com', lead: 'ben@acme.com' };
const LEAD = { ...BEN, email: TEAM.lead };
let world: World;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  world = await startWorld(endpoint(), { teams: { network: TEAM, messaging: TEAM } });
  api = apiOf(world);
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

const change = (id: PostMortemId, decide: (record: PostMortem) => ReturnType<typeof addPart>) =>
  world.store.changePostMortem(id, decide, aCause());
const add = (id: PostMortemId, content: TemporaryMeasure) =>
  change(id, (record) => addPart(record, { kind: 'temporary measure', content }, ANNA));
async function toUndo(who: Person = LEAD): Promise<unknown> {
  await world.deliver();
  const { status, body } = await api.call(who, ['approver'], 'GET', '/my-work');
  expect(status, JSON.stringify(body)).toBe(200);
  return Object(body).toUndo.lines;
}

describe('temporary measures to undo', () => {
  it('stand in the work of their team, the earliest end first, until they are undone', async () => {
    const { id } = await openedRecord(world);
    const first = aMeasure({ ownerTeam: 'network', until: '2026-12-01T00:00:00.000Z' });
    const second = aMeasure({ until: '2027-01-01T00:00:00.000Z' });
    await add(id, second);
    await add(id, first);
    expect(await toUndo()).toMatchObject([
      { id: first.id, postMortemId: id, what: first.what, until: first.until, extended: 0 },
      { id: second.id },
    ]);
    expect(await toUndo(ANNA)).toEqual([]);
    const extension = { until: '2027-02-01T00:00:00.000Z', because: 'The new filter is late.' };
    await change(id, (record) => measureExtended(record, first.id, extension, BEN, world.now(), world.config));
    expect(await toUndo()).toMatchObject([{ id: second.id }, { id: first.id, until: extension.until, extended: 1 }]);
    const proof = { note: 'The rule is gone from the gateway.' };
    await change(id, (record) => measureRemoved(record, second.id, proof, BEN, world.now()));
    expect(await toUndo()).toMatchObject([{ id: first.id }]);
  });

  it('show of a restricted record that they are there', async () => {
    const { id } = await openedRecord(world);
    const measure = aMeasure({ ownerTeam: 'network' });
    await add(id, measure);
    const restricted = await api.call(
      ANNA,
      ['analyst'],
      'PATCH',
      `/post-mortems/${id}`,
      { tlp: 'AMBER+STRICT' },
      { 'if-match': '*' },
    );
    expect(restricted.status).toBe(200);
    expect(await toUndo()).toEqual([{ id: measure.id, postMortemId: id, tlp: 'AMBER+STRICT' }]);
  });
});
