import { afterEach, beforeEach, expect, it } from 'vitest';
import { HINTS_OF_AN_ENTRY } from '../../../shared/domain/hints/hints-of.ts';
import { addTimelineEntry, writeSection } from '../../../shared/domain/record/decide/write-record.ts';
import { PartId } from '../../../shared/domain/words/identifiers.ts';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { longTimeline } from '../../support/world/long-timeline.ts';
import { ANNA } from '../../support/world/people.ts';
import { aPostMortemId } from '../../support/world/records.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  world = await startWorld(endpoint());
  api = apiOf(world);
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

it('gives hints about what was written, the timeline included, with the revision that they are about', async () => {
  const { id } = await openedRecord(world);
  const summary = { section: 'summary' as const, content: { text: 'The cause was human error.' } };
  await world.store.changePostMortem(id, (record) => writeSection(record, summary, ANNA), aCause(ANNA));
  const entry = {
    id: PartId.parse(world.newId()),
    at: world.now(),
    what: 'Mia Okafor forgot to lock the account',
    kind: 'action' as const,
    origin: 'person' as const,
  };
  await world.store.changePostMortem(id, (record) => addTimelineEntry(record, entry, ANNA), aCause(ANNA));
  const answer = await api.call(ANNA, ['auditor'], 'GET', `/post-mortems/${id}/hints`);
  expect([answer.status, answer.headers.etag, answer.body]).toMatchObject([
    200,
    '"4"',
    {
      hints: [
        { path: 'sections.summary.text', excerpt: 'human error', about: 'blame' },
        { path: `timeline.${entry.id}.what`, excerpt: 'Mia Okafor forgot', about: 'blame' },
      ],
    },
  ]);
});

it('gives hints page by page, each once, in less than a megabyte, whatever people pasted into the timeline', async () => {
  const { id } = await openedRecord(world);
  const what = 'The careless user forgot to ask. '.repeat(115);
  const text = 'It was the fault of the operator.';
  await world.store.changePostMortem(
    id,
    (record) => writeSection(record, { section: 'summary', content: { text } }, ANNA),
    aCause(ANNA),
  );
  const entries = await longTimeline(world, id, { count: 250, what });
  const seen: { path: string; excerpt: string }[] = [];
  const told: unknown[] = [];
  for (let query = '?limit=100'; ; ) {
    const { body } = await api.call(ANNA, ['auditor'], 'GET', `/post-mortems/${id}/hints${query}`);
    expect(JSON.stringify(body).length).toBeLessThan(1_000_000);
    const { hints, count, looked, next } = Object(body);
    seen.push(...hints);
    told.push(JSON.stringify({ count, looked }));
    if (next === undefined) break;
    query = `?limit=100&cursor=${next}`;
  }
  const perEntry = Object.values(Object.groupBy(seen, ({ path }) => path)).map((hints) => hints?.length);
  expect([[...new Set(told)], perEntry.length, Math.max(...perEntry.map(Number))]).toEqual([
    ['{"count":1001,"looked":{"at":200,"of":253}}', '{"count":250,"looked":{"at":253,"of":253}}'],
    1 + entries.length,
    HINTS_OF_AN_ENTRY,
  ]);
});

it('has no hints about a record that is not there, and none for somebody without a role', async () => {
  const { id } = await openedRecord(world);
  const answers = [
    await api.call(ANNA, ['analyst'], 'GET', `/post-mortems/${aPostMortemId()}/hints`),
    await api.call(ANNA, [], 'GET', `/post-mortems/${id}/hints`),
    await api.call(ANNA, [], 'GET', '/recommendation-templates'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 403, 403]);
});

it('offers recommendations to begin from, by category', async () => {
  const answer = await api.call(ANNA, ['analyst'], 'GET', '/recommendation-templates?category=denial%20of%20service');
  expect(answer.body).toMatchObject({
    templates: [
      { name: 'absorb-floods-upstream' },
      { name: 'keep-logs-long-enough' },
      { name: 'exercise-the-playbook' },
    ],
  });
});
