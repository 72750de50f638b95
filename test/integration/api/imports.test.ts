import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { aFile, aFullFile } from '../../support/samples/post-mortem-files.ts';
import { supply } from '../../support/world/fill-in.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aProof } from '../../support/world/records.ts';

const ALMA: Person = { kind: 'person', id: 'alma', name: 'Alma Admin', email: 'alma@example.com' };
const { world, as, ben } = apiForEachTest();
const take = (record: unknown, rest: Record<string, unknown> = {}) =>
  as(ALMA, 'admin')('POST', '/imports', { format: 'json', record, ...rest });
const opened = async () => (await world().outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;

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
    const [status, places] = await wrong('veris', { incident_id: 'A' });
    expect([status, places.length > 0]).toEqual([422, true]);
  });

  it('takes a row of a table and an incident in VERIS', async () => {
    const row = {
      ...{ id: 'IR-2023-004', title: 'Laptop lost on a train', severity: 'low', beganAt: '2023-05-11' },
      ...{ endedAt: '2023-06-01', impact: 'No data could be read.' },
    };
    expect((await take(row, { format: 'csv' })).body).toMatchObject({ outcome: 'imported' });
    const coded = {
      ...{ schema_version: '1.3.7', incident_id: 'CODED-1', summary: 'A clerk sent a list to the wrong address.' },
      ...{ timeline: { incident: { year: 2019 } }, action: { error: { variety: ['Misdelivery'] } }, actor: {} },
      ...{ asset: {}, attribute: {}, victim: { victim_id: 'A shop' } },
    };
    expect((await take(coded, { format: 'veris' })).body).toMatchObject({ outcome: 'imported' });
  });

  it('is for admins', async () => {
    expect((await ben('POST', '/imports', { format: 'json', record: aFile() })).status).toBe(403);
  });
});
