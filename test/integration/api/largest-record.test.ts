import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/routes.ts';
import { PostMortemFile } from '../../../shared/domain/files/post-mortem-file.ts';
import { TIMELINE_LIMIT } from '../../../shared/domain/record/decide/write-record.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { type ApiAnswer, apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { type FullRecord, fullRecord, pathIn } from '../../support/world/full-record.ts';
import { longTimeline } from '../../support/world/long-timeline.ts';
import { ANNA } from '../../support/world/people.ts';
import { startWorld, type World } from '../../support/world/world.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LAMBDA_ANSWER_BYTES = 6 * 1_024 * 1_024;

const endpoint = engineForThisFile();
let world: World;
let api: ReturnType<typeof apiOf>;
let record: FullRecord;
beforeAll(async () => {
  world = await startWorld(endpoint());
  api = apiOf(world);
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
