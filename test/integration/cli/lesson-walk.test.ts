import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
const carl = as({ kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' }, 'approver');
let server: Awaited<ReturnType<typeof apiServer>>;
beforeEach(async () => {
  server = await apiServer({ anna, ben, carl });
});
afterEach(() => server.close());

it('a lesson goes the way of the guide: written, put in place, refused, confirmed, reviewed, and open again', async () => {
  const { id } = await openedRecord(world());
  const day = () => world().now();
  const lesson = {
    ...{
      statement: 'Reports by phone reach the analyst on call.',
      updates: 'procedure',
      document: 'On-call procedure',
    },
    ...{
      ownerTeam: 'messaging',
      dueAt: new Date(Date.parse(day()) + 30 * 86_400_000).toISOString(),
      reviewEvery: 'P90D',
    },
  };
  const file = await server.file('lesson.json', [lesson]);
  const write = await server.as('anna', 'record', 'write', id, 'lessons', '--file', file);
  const part = String((await world().store.postMortem(id))?.lessons[0]?.id);
  world().clock.advance('P1D');
  const inPlace = (who: 'anna' | 'carl', version: string) =>
    server.as(
      ...[who, 'lesson', 'in-place', id, part, '--document-version', version],
      ...['--url', 'https://wiki.example.com/on-call', '--version-date', day(), '--note', 'Chapter 2'],
    );
  const claimed = await inPlace('anna', 'On-call 5');
  const refused = await server.as('ben', 'lesson', 'refuse', id, part, '--reason', 'Chapter 2 names no number.');
  const again = await inPlace('anna', 'On-call 6');
  const shown = await server.as('ben', 'lesson', 'show', id, part);
  const etag = /--etag (\S+)/.exec(shown.out)?.[1] ?? /ETag:?\s+"?([\w-]+)"?/i.exec(shown.out)?.[1] ?? '';
  const own = await server.as('anna', 'lesson', 'confirm', id, part, '--etag', etag);
  const confirmed = await server.as('ben', 'lesson', 'confirm', id, part, '--etag', etag);
  world().clock.advance('P91D');
  // Lists follow within seconds.
  await world().deliver();
  const due = await server.as('carl', 'lesson', 'list', '--team', 'messaging');
  const reviewed = await server.as(
    ...(['carl', 'lesson', 'in-place', id, part, '--document-version', 'On-call 6'] as const),
    ...['--url', 'https://wiki.example.com/on-call', '--version-date', day(), '--note', 'Still there'],
  );
  const dueAt = new Date(Date.parse(day()) + 30 * 86_400_000).toISOString();
  const open = await server.as(
    'carl',
    'lesson',
    'no-longer-holds',
    id,
    part,
    '--reason',
    'The number is gone.',
    '--due-at',
    dueAt,
  );
  expect(
    [write, claimed, refused, again, own, confirmed, due, reviewed, open].map(({ out, err }) => out + err),
  ).toEqual([
    expect.stringContaining('added the lesson'),
    expect.stringContaining('It waits for a second person'),
    expect.stringContaining('is open'),
    expect.stringContaining('It waits for a second person'),
    expect.stringContaining('put'),
    expect.stringContaining('is in place'),
    expect.stringContaining(part),
    expect.stringContaining('is in place'),
    expect.stringContaining('is open'),
  ]);
  expect(own.exitCode).toBe(1);
});
