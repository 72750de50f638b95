import { describe, expect, it } from 'vitest';
import { PART_SHAPES } from '../../../shared/api/routes/part-shapes.ts';
import { ROUTES } from '../../../shared/api/routes.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { fullRecord, pathIn } from '../../support/world/full-record.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, api, anna, ben } = apiForEachTest();
const detailsOf = (body: unknown): unknown => Object(body).errors;

describe('a refusal', () => {
  it('tells the names that are known in the place of one that is not', async () => {
    const { id } = await openedRecord(world());
    const cause = { kind: 'human', statment: 'Nobody was trained' };
    const { body } = await anna('POST', `/post-mortems/${id}/root-causes`, cause);
    expect(detailsOf(body)).toEqual([
      { pointer: '/statement', detail: 'it is missing; expected string' },
      {
        pointer: '/statment',
        detail: 'nothing here has this name; known here: kind, statement, whys, worksWith',
      },
    ]);
  });

  it('tells how a name is spelled here', async () => {
    const lesson = { statement: 'Say where to report.', updates: 'training', document: 'T-1', owner_team: 'mail' };
    const { id } = await openedRecord(world());
    const { body } = await anna('POST', `/post-mortems/${id}/lessons`, lesson);
    expect(detailsOf(body)).toContainEqual({
      pointer: '/owner_team',
      detail: 'nothing here has this name; it is called ownerTeam',
    });
  });

  it('looks into what is nested, by its kind', async () => {
    const { id } = await openedRecord(world());
    const shape = PART_SHAPES.find(({ kind }) => kind === 'recommendation');
    const checks = [{ kind: 'attestation', statement: 'The report was reviewed', source: 'a' }];
    const body = Object.assign({}, shape?.example, { verification: { checks } });
    const answer = await anna('POST', `/post-mortems/${id}/recommendations`, body);
    expect(detailsOf(answer.body)).toEqual([
      {
        pointer: '/verification/checks/0/source',
        detail: 'nothing here has this name; known here: kind, statement',
      },
    ]);
  });

  it('says all that is wrong at once: fields, and a header that is missing', async () => {
    const { id, parts } = await fullRecord(api());
    const path = `/post-mortems/${id}/root-causes/${parts['root-causes']}`;
    const answer = await anna('PUT', path, { kind: 'weather', statement: 'No', colour: 'red' });
    expect([answer.status, detailsOf(answer.body)]).toMatchObject([
      400,
      [{ pointer: '/kind' }, { pointer: '/statement' }, { pointer: '/colour' }, { header: 'If-Match' }],
    ]);
  });

  it('counts in words that fit', async () => {
    const { id } = await openedRecord(world());
    const detailOf = async (body: unknown) =>
      Object((await anna('POST', `/post-mortems/${id}/root-causes`, body)).body).detail;
    expect([await detailOf({ kind: 'human' }), await detailOf({})]).toEqual([
      'the body is wrong in 1 place',
      'the body is wrong in 2 places',
    ]);
  });
});

describe('what people would send', () => {
  it('is a section for the first time, without a condition; over what is there, they are told to say what they read', async () => {
    const { id } = await openedRecord(world());
    const write = (text: string) => anna('PUT', `/post-mortems/${id}/sections/summary`, { text });
    const answers = [await write('First'), await write('Second')];
    expect(answers.map(({ status }) => status)).toEqual([200, 428]);
  });

  it('is an ETag without its quotes, which a shell eats', async () => {
    const { id, parts } = await fullRecord(api());
    const path = `/post-mortems/${id}/root-causes/${parts['root-causes']}`;
    const [own, record] = [
      (await anna('GET', path)).headers.etag,
      (await anna('GET', `/post-mortems/${id}`)).headers.etag,
    ];
    const remove = (etag = '') => anna('DELETE', path, undefined, { 'if-match': etag.replaceAll('"', '') });
    const answers = [await remove('"999"'), await remove(own)];
    const classified = await anna('PATCH', `/post-mortems/${id}`, { tlp: 'GREEN' }, { 'if-match': record ?? '' });
    expect([...answers, classified].map(({ status }) => status)).toEqual([412, 200, 412]);
  });

  it('is a weak ETag, as compression on the way makes it: they are told to take the mark off', async () => {
    const { id } = await openedRecord(world());
    const etag = (await anna('GET', `/post-mortems/${id}`)).headers.etag ?? '';
    const answer = await anna('PATCH', `/post-mortems/${id}`, { tlp: 'GREEN' }, { 'if-match': `W/${etag}` });
    expect(answer.body).toMatchObject({ status: 412, detail: expect.stringContaining(`without W/: ${etag}`) });
  });

  it('is a template as it comes', async () => {
    const { id } = await openedRecord(world());
    const { templates } = Object((await anna('GET', '/recommendation-templates')).body);
    const refused: unknown[] = [];
    for (const template of templates) {
      const answer = await anna('POST', `/post-mortems/${id}/recommendations`, template);
      if (answer.status !== 201) refused.push([template.name, answer.body]);
    }
    expect([templates.length > 10, refused]).toEqual([true, []]);
  });

  it('is every section and part as it was read: it is taken, and nothing changes', async () => {
    const record = await fullRecord(api());
    const written = ROUTES.filter(({ method, path }) => method === 'PUT' && !path.includes('/drafts/')).map(
      ({ path }) => pathIn(path, record),
    );
    const changed: unknown[] = [];
    for (const path of written) {
      const read = await ben('GET', path);
      const sent = await ben('PUT', path, read.body, { 'if-match': read.headers.etag ?? '' });
      const again = await ben('GET', path);
      if (sent.status !== 200 || again.headers.etag !== read.headers.etag) changed.push([path, sent.body]);
    }
    expect([written.length > 15, changed]).toEqual([true, []]);
  });

  it('is held to what they may decide: what only an answer has is left as it is', async () => {
    const { id, parts } = await fullRecord(api());
    const path = `/post-mortems/${id}/recommendations/${parts.recommendations}`;
    const before = Object((await anna('GET', path)).body);
    const sent = {
      ...before,
      id: '01KAREC0RDZZZZZZZZZZZZZZZZ',
      rank: 25,
      priority: 'low',
      stood: { state: 'verified' },
    };
    await anna('PUT', path, sent, ANYTHING);
    expect((await anna('GET', path)).body).toEqual(before);
  });
});
