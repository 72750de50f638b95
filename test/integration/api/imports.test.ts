import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { keys } from '../../../shared/store/keys.ts';
import { getItem } from '../../../shared/store/table.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { consumedUnits } from '../../support/machine/consumed-units.ts';
import { aFile, aFullFile } from '../../support/samples/post-mortem-files.ts';
import { supply } from '../../support/world/fill-in.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aProof } from '../../support/world/records.ts';

const ALMA: Person = { kind: 'person', id: 'alma', name: 'Alma Admin', email: 'alma@example.com' };
const { world, as, ben } = apiForEachTest();
const take = (record: unknown, rest: Record<string, unknown> = {}) =>
  as(ALMA, 'admin')('POST', '/imports', { format: 'json', record, ...rest });
const opened = async () => (await world().outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;

const ROW = {
  ...{ id: 'IR-2023-004', title: 'Laptop lost on a train', severity: 'low', beganAt: '2023-05-11' },
  ...{ endedAt: '2023-06-01', impact: 'No data could be read.' },
};

/** Others write what is missing, until it may be submitted. */
async function complete(id: PostMortemId): Promise<void> {
  const cause = { actor: ANNA, correlationId: 'test', hops: 0 };
  for (let count = 0; count < 60; count += 1) {
    const record = await world().store.postMortem(id);
    if (record === undefined) throw new Error(`no record ${id}`);
    const template = templateFor(record, world().config.postMortem.templates);
    const [missing] = completenessOf(record, template, world().config).missing;
    if (missing === undefined) return;
    await world().store.changePostMortem(id, (current) => supply(current, missing, ANNA), cause);
  }
}

describe('POST /imports', () => {
  it('takes a record in once, as the work of whoever brought it', async () => {
    const file = aFullFile();
    const first = await take(file);
    expect([first.status, first.body]).toMatchObject([200, { outcome: 'imported' }]);
    const { postMortemId } = Object(first.body);
    expect((await take(file)).body).toMatchObject({ outcome: 'there already', postMortemId });
    const record = await world().store.postMortem(PostMortemId.parse(postMortemId));
    expect(record).toMatchObject({ status: 'closed', importedFrom: { id: file.id }, authors: [{ id: 'alma' }] });
    expect(await opened()).toBe(1);
  });

  it('leaves it open where that is asked for, and nobody approves what they brought', async () => {
    const { postMortemId } = Object((await take(aFile(), { status: 'open' })).body);
    const path = `/post-mortems/${postMortemId}`;
    const alma = as(ALMA, 'admin', 'approver', 'analyst');
    expect((await alma('GET', path)).body).toMatchObject({ status: 'open', authors: [{ id: 'alma' }] });
    await complete(PostMortemId.parse(postMortemId));
    expect((await alma('POST', `${path}/submit`, undefined, ANYTHING)).status).toBe(200);
    const { revision } = Object((await alma('GET', path)).body);
    const { status, body } = await alma('POST', `${path}/approve`, { revision }, ANYTHING);
    expect([status, body]).toMatchObject([403, { reason: 'four eyes' }]);
    expect((await ben('POST', `${path}/approve`, { revision }, ANYTHING)).status).toBe(200);
  });

  it('has nobody confirm the claim of a lesson that they brought, whoever it names', async () => {
    const { id: _, ...lesson } = aLesson({ ownerTeam: 'people' });
    const at = '2024-04-20T00:00:00.000Z';
    const claim = { reference: aProof({ versionAt: at }), by: BEN, at, confirmBy: at };
    const { postMortemId } = Object((await take(aFile({ lessons: [{ ...lesson, status: 'claimed', claim }] }))).body);
    const lessons = `/post-mortems/${postMortemId}/lessons`;
    const alma = as(ALMA, 'admin', 'approver');
    const [found] = Object((await alma('GET', `/post-mortems/${postMortemId}`)).body).lessons;
    const { status, body } = await alma('POST', `${lessons}/${found.id}/confirm`, undefined, ANYTHING);
    expect([status, body]).toMatchObject([403, { reason: 'four eyes' }]);
  });

  it('looks at everything and writes nothing when it only rehearses', async () => {
    const file = aFile();
    expect((await take(file, { isRehearsal: true })).body).toMatchObject({ outcome: 'would be imported' });
    expect(await opened()).toBe(0);
    await take(file);
    expect((await take(file, { isRehearsal: true })).body).toMatchObject({ outcome: 'there already' });
    const other = await take({ ...file, title: 'Another title of the same' }, { isRehearsal: true });
    expect([other.status, other.body]).toMatchObject([409, { detail: expect.stringContaining('another content') }]);
  });

  it('finds what a review of a period covers, before anything is written', async () => {
    const review = aFile({
      kind: 'periodic review',
      scope: {
        from: '2023-01-01T00:00:00Z',
        to: '2023-04-01T00:00:00Z',
        covers: [PostMortemId.parse('01KA0000000000000000000001')],
      },
    });
    const { status, body } = await take(review, { isRehearsal: true });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer: '/record/scope/covers/0' }] }]);
  });

  it('says what is wrong where in the record, of each format', async () => {
    const wrong = async (format: string, record: unknown) => {
      const { status, body } = await take(record, { format });
      return [status, Object(body).errors.map(({ pointer }: { pointer: string }) => pointer)];
    };
    expect(await wrong('json', { ...aFile(), severity: 'huge' })).toEqual([422, ['/record/severity']]);
    expect(await wrong('csv', { id: 'A', tittle: 'x' })).toEqual([422, ['/record/tittle']]);
    const named = { 'a.b/c~d': 'x', usersAffected: 'many', impact: 'Mail' };
    expect(await wrong('csv', named)).toEqual([422, ['/record/a.b~1c~0d']]);
    expect(await wrong('csv', { ...ROW, usersAffected: 'many' })).toEqual([422, ['/record/usersAffected']]);
    expect(await wrong('csv', { ...ROW, impact: { a: 1 }, summary: ['x'] })).toEqual([
      ...[422, ['/record/impact', '/record/summary']],
    ]);
    const [status, places] = await wrong('veris', { incident_id: 'A' });
    expect([status, places.length > 0]).toEqual([422, true]);
  });

  it('takes a row of a table and an incident in VERIS', async () => {
    const { body } = await take({ ...ROW, summary: null, usersAffected: 3 }, { format: 'csv' });
    expect(body).toMatchObject({ outcome: 'imported' });
    const record = await world().store.postMortem(PostMortemId.parse(Object(body).postMortemId));
    expect([record?.sections.impact?.usersAffected, record?.sections.summary]).toEqual([3, undefined]);
    const coded = {
      ...{ schema_version: '1.3.7', incident_id: 'CODED-1', summary: 'A clerk sent a list to the wrong address.' },
      ...{ timeline: { incident: { year: 2019 } }, action: { error: { variety: ['Misdelivery'] } }, actor: {} },
      ...{ asset: {}, attribute: {}, victim: { victim_id: 'A shop' } },
    };
    expect((await take(coded, { format: 'veris' })).body).toMatchObject({ outcome: 'imported' });
  });

  it('refuses what nests without end, in words', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const format of ['json', 'csv', 'veris']) {
      const raw = `{"format":"${format}","record":{"notes":${deep}}}`;
      const { status, body } = await as(ALMA, 'admin')('POST', '/imports', raw);
      expect([status, body]).toMatchObject([400, { errors: [{ pointer: '/record' }] }]);
    }
  });

  it('takes as many entries as surely fit into the time of a call, and leaves more to the command line', async () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (_, minute) => ({
        at: new Date(Date.UTC(2024, 2, 1, 8, minute)).toISOString(),
        what: `minute ${minute}`,
        kind: 'action' as const,
      }));
    const count = 2_000;
    for (const isRehearsal of [true, false]) {
      const { status, body } = await take(aFile({ timeline: entries(count + 1) }), { isRehearsal });
      expect([status, body]).toMatchObject([
        422,
        { errors: [{ pointer: '/record/timeline', detail: expect.stringContaining('holdfast import') }] },
      ]);
    }
    const calls: string[] = [];
    const { middlewareStack } = world().table.client;
    middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          calls.push(commandName);
          return next(args);
        },
      { step: 'initialize', name: 'noteCalls' },
    );
    const units = consumedUnits(world().table.client);
    let answer: unknown;
    const { read } = await units.during(async () => {
      answer = (await take(aFile({ timeline: entries(count) }))).body;
    });
    middlewareStack.remove('noteCalls');
    expect(answer).toMatchObject({ outcome: 'imported' });
    const steps = count / 50 + 1;
    // Each step reads the record in two calls and what came to its log in one, and is a transaction. None reads the whole log again.
    expect(calls.filter((name) => name.startsWith('Transact')).length).toBeLessThanOrEqual(steps + 2);
    expect(calls.length).toBeLessThanOrEqual(4 * steps + 20);
    expect(read / steps).toBeLessThan(20);
  });

  it('takes two points of a minute where it only rehearses, and ten where it writes', async () => {
    const used = async (rest: Record<string, unknown>) => {
      const counted = async () => {
        const item = await getItem(world().table, keys.calls('person#alma', world().now().slice(0, 16)));
        return Number(item?.used ?? 0);
      };
      const before = await counted();
      await take(aFile(), rest);
      return (await counted()) - before;
    };
    // Each is the first of its minute, so that nothing is taken in advance.
    expect(await used({ isRehearsal: true })).toBe(2);
    world().clock.advance('PT1M');
    expect(await used({})).toBe(10);
  });

  it('is for admins', async () => {
    expect((await ben('POST', '/imports', { format: 'json', record: aFile() })).status).toBe(403);
  });
});
