import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/routes.ts';
import { PostMortemFile } from '../../../shared/domain/files/post-mortem-file.ts';
import { TIMELINE_LIMIT } from '../../../shared/domain/record/decide/write-record.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { type ApiAnswer, apiOf } from '../../support/api/api.ts';
import { consumedUnits } from '../../support/machine/consumed-units.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { type FullRecord, fullRecord, pathIn } from '../../support/world/full-record.ts';
import { longTimeline } from '../../support/world/long-timeline.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { startWorld, type World } from '../../support/world/world.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LAMBDA_ANSWER_BYTES = 6 * 1_024 * 1_024;

/** Of consistent reads, a unit for 4 KB: 8 pages of 1 MB, and the record without its timeline. */
const UNITS_OF_A_CALL = 2_500;

const endpoint = engineForThisFile();
let world: World;
let api: ReturnType<typeof apiOf>;
let record: FullRecord;
let units: ReturnType<typeof consumedUnits>;
beforeAll(async () => {
  world = await startWorld(endpoint());
  api = apiOf(world);
  units = consumedUnits(world.table.client);
  record = await fullRecord(api);
  const what = `Entry by hand. ${'The careless user forgot to ask about the "alert". '.repeat(74)}`;
  await longTimeline(world, PostMortemId.parse(record.id), { count: TIMELINE_LIMIT - 1, what });
}, 600_000);
afterAll(() => world.close());

/** As Lambda counts it: the body is a text within JSON. */
const bytesOf = ({ body }: ApiAnswer): number =>
  Buffer.byteLength(JSON.stringify(typeof body === 'string' ? body : JSON.stringify(body ?? '')));

/** Those that are not answered with 200: too long, and no fix of this record. */
const STATUS: Record<string, number> = {
  '/post-mortems/{id}/export': 303,
  '/post-mortems/{id}/page': 303,
  '/post-mortems/{id}/remediations/{remediation}': 404,
  '/post-mortems/{id}/remediations/{remediation}/standing': 404,
};

const read = ROUTES.filter(({ method, path }) => method === 'GET' && path.startsWith('/post-mortems/{id}'));

describe('a record with 10,000 entries of 3,800 characters', () => {
  it.each(read.map(({ path }) => path))(
    'has an answer that Lambda sends: GET %s',
    { timeout: 120_000 },
    async (path) => {
      const answer = await api.call(ANNA, ['admin'], 'GET', `${pathIn(path, record)}`);
      expect([answer.status, bytesOf(answer) < LAMBDA_ANSWER_BYTES]).toEqual([STATUS[path] ?? 200, true]);
    },
  );

  it.each(['json', 'markdown', 'html'])(
    'is exported as %s by a link to the whole file',
    { timeout: 120_000 },
    async (format) => {
      const answer = await api.call(ANNA, ['auditor'], 'GET', `/post-mortems/${record.id}/export?format=${format}`);
      const text = world.exports.at(answer.headers.location ?? '')?.text ?? '';
      const told = { url: answer.headers.location, name: expect.stringContaining(record.id) };
      expect([answer.status, answer.body, text.split('Entry by hand').length - 1]).toMatchObject([
        303,
        told,
        TIMELINE_LIMIT - 1,
      ]);
      if (format === 'json') expect(PostMortemFile.parse(JSON.parse(text)).timeline.length).toBe(TIMELINE_LIMIT);
      else expect(text.match(/TLP:AMBER/g)?.length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(['events/verification', 'evidence/{part}/custody'])(
    'is read to the end of its log by calls of 8 pages each: GET %s',
    { timeout: 120_000 },
    async (what) => {
      const path = pathIn(`/post-mortems/{id}/${what}`, record);
      const states: unknown[] = [];
      const read: number[] = [];
      let body: unknown;
      for (let cursor = ''; ; cursor = `?cursor=${Object(body).next}`) {
        const spent = await units.during(async () => {
          ({ body } = await api.call(ANNA, ['admin'], 'GET', `${path}${cursor}`));
        });
        read.push(spent.read);
        states.push(Object(body).state);
        if (Object(body).next === undefined) break;
      }
      const { entries, isWhole } = Object(body).chain ?? Object(body);
      expect([isWhole, entries]).toEqual([true, await world.store.sequence(PostMortemId.parse(record.id))]);
      expect([new Set(states.slice(0, -1)), states.at(-1)]).toEqual([new Set(['under way']), 'done']);
      expect(read.filter((one) => one > UNITS_OF_A_CALL)).toEqual([]);
      // 38 MB of log, and as much of timeline.
      expect(read.length).toBeGreaterThanOrEqual(what.startsWith('events') ? 10 : 5);
    },
  );

  it('is verified for the record and the caller with which it began alone', async () => {
    const verification = `/post-mortems/${record.id}/events/verification`;
    const { body } = await api.call(ANNA, ['admin'], 'GET', verification);
    const other = await fullRecord(api);
    const { next } = Object(body);
    const answers = [
      await api.call(ANNA, ['admin'], 'GET', `/post-mortems/${other.id}/events/verification?cursor=${next}`),
      await api.call(BEN, ['admin'], 'GET', `${verification}?cursor=${next}`),
      await api.call(ANNA, ['admin'], 'GET', `${verification}?cursor=${'0'.repeat(64)}`),
      await api.call(ANNA, ['admin'], 'GET', `${verification}?cursor=../${next}`),
      await api.call(ANNA, ['admin'], 'GET', `${verification}?cursor=${next}`),
    ];
    expect([Object(body).isWhole, answers.map(({ status }) => status)]).toEqual([undefined, [400, 400, 400, 400, 200]]);
  });

  it('is a look when it is exported by a link while it is restricted', { timeout: 120_000 }, async () => {
    const olga = { kind: 'person', id: 'olga', name: 'Olga Auditor', email: 'olga@example.com' } as const;
    await api.call(
      ANNA,
      ['admin'],
      'PATCH',
      `/post-mortems/${record.id}`,
      { tlp: 'AMBER+STRICT' },
      { 'if-match': '*' },
    );
    const { status } = await api.call(olga, ['auditor'], 'GET', `/post-mortems/${record.id}/export?format=markdown`);
    const looks = await world.store.looks(PostMortemId.parse(record.id));
    expect([status, looks.map(({ actor, data }) => [actor.id, data.what])]).toEqual([
      303,
      [['olga', 'export as markdown']],
    ]);
  });
});
