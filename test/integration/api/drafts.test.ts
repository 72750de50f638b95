import { describe, expect, it } from 'vitest';
import { DRAFT_LIMIT, DRAFT_LIMIT_BYTES } from '../../../shared/api/routes/draft-routes.ts';
import { RecordPath } from '../../../shared/domain/record/content/record-path.ts';
import { DRAFT_DAYS } from '../../../shared/store/records/drafts.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { fullRecord } from '../../support/world/full-record.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, api, as, anna, ben } = apiForEachTest();
const draftsOf = async () => `/post-mortems/${(await openedRecord(world())).id}/drafts`;
const HALF = { title: 'Turn off legacy', ownerTeam: '', answers: [] };

describe('a draft', () => {
  it('keeps what the record would refuse, and says who saved it and when it goes', async () => {
    const path = `${await draftsOf()}/recommendations.new`;
    const now = world().now();
    const saved = await anna('PUT', path, HALF);
    const read = await ben('GET', path);
    const line = {
      path: 'recommendations.new',
      by: ANNA,
      savedAt: expect.stringMatching(now.slice(0, 10)),
      expiresAt: expect.any(String),
      bytes: JSON.stringify(HALF).length,
      self: path,
      etag: saved.headers.etag,
    };
    expect([saved.status, saved.body]).toEqual([200, line]);
    expect([read.status, read.body, read.headers.etag]).toEqual([200, { ...line, content: HALF }, saved.headers.etag]);
  });

  it('is shared by those who write in the record: each goes on where the other ended', async () => {
    const path = `${await draftsOf()}/sections.summary`;
    const first = await anna('PUT', path, { text: 'One' }, FIRST);
    const second = await ben('PUT', path, { text: 'One, two' }, { 'if-match': first.headers.etag ?? '' });
    const late = await anna('PUT', path, { text: 'One, three' }, { 'if-match': first.headers.etag ?? '' });
    expect([second.status, late.status, late.body]).toMatchObject([
      200,
      412,
      { currentEtag: second.headers.etag, detail: expect.stringContaining('read it again') },
    ]);
    expect((await anna('GET', path)).body).toMatchObject({ by: { id: BEN.id }, content: { text: 'One, two' } });
  });

  it.each<[string, (etag: string) => Record<string, string>, number]>([
    ['its ETag', (etag) => ({ 'if-match': etag }), 200],
    ['its ETag without quotes', (etag) => ({ 'if-match': etag.replaceAll('"', '') }), 200],
    ['whatever is there', () => ANYTHING, 200],
    ['no condition', () => ({}), 428],
    ['none, as if nothing were there', () => FIRST, 412],
    ['a weak one', (etag) => ({ 'if-match': `W/${etag}` }), 412],
    ['that of the record', () => ({ 'if-match': '"1"' }), 412],
  ])('is saved over with %s', async (_, headers, status) => {
    const path = `${await draftsOf()}/summary`;
    const { etag = '' } = (await anna('PUT', path, '"One"')).headers;
    expect((await anna('PUT', path, '"Two"', headers(etag))).status).toBe(status);
  });

  it('of two people at once is that of one', async () => {
    const path = `${await draftsOf()}/summary`;
    const saved = await Promise.all([anna('PUT', path, '"Anna"', FIRST), ben('PUT', path, '"Ben"', FIRST)]);
    expect(saved.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('is listed without its content, and not sent again to who has it', async () => {
    const drafts = await draftsOf();
    await anna('PUT', `${drafts}/b`, HALF);
    const { etag = '' } = (await anna('PUT', `${drafts}/a`, HALF)).headers;
    const { body } = await anna('GET', drafts);
    expect(Object(body).drafts.map((one: object) => [Object(one).path, 'content' in one])).toEqual([
      ['a', false],
      ['b', false],
    ]);
    expect((await anna('GET', `${drafts}/a`, undefined, { 'if-none-match': etag })).status).toBe(304);
  });

  it('is gone when it was thrown away, and may be begun anew', async () => {
    const drafts = await draftsOf();
    const path = `${drafts}/summary`;
    const { etag = '' } = (await anna('PUT', path, '"One"')).headers;
    const removed = [
      await anna('DELETE', path),
      await anna('DELETE', path, undefined, { 'if-match': '"never"' }),
      await anna('DELETE', path, undefined, { 'if-match': etag }),
      await anna('DELETE', path, undefined, ANYTHING),
      await anna('GET', path),
      await anna('PUT', path, '"Two"', { 'if-match': etag }),
      await anna('PUT', path, '"Two"', FIRST),
    ];
    expect(removed.map(({ status }) => status)).toEqual([428, 412, 204, 404, 404, 412, 200]);
    expect((await anna('GET', drafts)).body).toMatchObject({ drafts: [{ path: 'summary' }] });
  });

  it('is gone after 30 days by the clock, also while the table still has it', async () => {
    const drafts = await draftsOf();
    await anna('PUT', `${drafts}/old`, '"One"');
    world().clock.advance(`P${DRAFT_DAYS - 1}D`);
    await anna('PUT', `${drafts}/young`, '"One"');
    const before = (await anna('GET', `${drafts}/old`)).status;
    world().clock.advance('P1DT1S');
    const after = (await anna('GET', `${drafts}/old`)).status;
    expect([before, after]).toEqual([200, 404]);
    expect((await anna('GET', drafts)).body).toMatchObject({ drafts: [{ path: 'young' }] });
    expect((await anna('PUT', `${drafts}/old`, '"Two"', FIRST)).status).toBe(200);
  });

  it('leaves the record as it is: no revision, no entry of the log, no author', async () => {
    const { id } = await openedRecord(world());
    const before = [await world().store.postMortem(id), await world().store.events(id)];
    await anna('PUT', `/post-mortems/${id}/drafts/summary`, HALF);
    expect([await world().store.postMortem(id), await world().store.events(id)]).toEqual(before);
  });

  it.each<[string, string, unknown, number, string]>([
    ['a path with a blank', 'the%20summary', '1', 404, 'joined by dots'],
    ['a path of nine names', 'a.b.c.d.e.f.g.h.i', '1', 404, 'up to 8 names'],
    ['more than 64 KB', 'summary', `"${'x'.repeat(DRAFT_LIMIT_BYTES - 1)}"`, 400, '65536 bytes'],
    ['lists in lists without end', 'summary', `${'['.repeat(32_000)}${']'.repeat(32_000)}`, 400, '32 levels'],
    ['half of a character', 'summary', { text: '\ud800' }, 400, 'surrogate'],
  ])('is refused with %s, and told why', async (_, name, content, status, why) => {
    const answer = await anna('PUT', `${await draftsOf()}/${name}`, content);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(why)]);
  });

  it.each([null, 0, '', [], {}, { n: 1e300 }, 'x'.repeat(DRAFT_LIMIT_BYTES - 2), [[[[{ a: null }]]]]])(
    'comes back as any JSON that it was',
    async (content) => {
      const path = `${await draftsOf()}/summary`;
      await anna('PUT', path, JSON.stringify(content));
      expect(Object((await anna('GET', path)).body).content).toEqual(content);
    },
  );

  it('is one of 50 in a record', async () => {
    const drafts = await draftsOf();
    for (let count = 1; count <= DRAFT_LIMIT; count += 1) await anna('PUT', `${drafts}/n${count}`, `${count}`);
    const one = [await anna('PUT', `${drafts}/more`, '1'), await anna('PUT', `${drafts}/n1`, '1', ANYTHING)];
    expect([one.map(({ status }) => status), one[0]?.body]).toMatchObject([[422, 200], { reason: 'limit' }]);
  });

  it('is counted again when another one is begun between the count and the write', async () => {
    const { id } = await openedRecord(world());
    const { store } = world();
    const path = (name: string) => RecordPath.parse(name);
    const draft = { text: '1', by: ANNA };
    const counts: number[] = [];
    await store.saveDraft(id, path('one'), async () => {
      counts.push((await store.drafts(id)).length);
      if (counts.length === 1) await store.saveDraft(id, path('two'), async () => draft);
      return draft;
    });
    expect([counts, (await store.drafts(id)).length]).toEqual([[0, 1], 2]);
  });

  it('is read as a look at a restricted record, and saved without one', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const olga = as({ kind: 'person', id: 'olga', name: 'Olga Auditor' }, 'auditor');
    await ben('PUT', `/post-mortems/${id}/drafts/summary`, HALF);
    await olga('GET', `/post-mortems/${id}/drafts/summary`);
    const looks = await world().store.looks(Object(id));
    expect(looks.map(({ actor, data }) => [actor.id, data.what])).toEqual([['olga', 'drafts/summary']]);
  });
});
