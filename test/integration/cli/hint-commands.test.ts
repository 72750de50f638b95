import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiServer } from '../../support/api/api-server.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, anna, ben } = apiForEachTest();
let server: Awaited<ReturnType<typeof apiServer>>;
let id: string;
beforeEach(async () => {
  server = await apiServer({ anna, ben });
  ({ id } = await openedRecord(world()));
  const text = 'It was put down to human error. The analyst forgot to ask.';
  await anna('PUT', `/post-mortems/${id}/sections/summary`, { text }, FIRST);
  const cause = { kind: 'human', statement: 'Nobody knew the new page.' };
  await anna('POST', `/post-mortems/${id}/root-causes`, cause);
});
afterEach(async () => {
  await server.close();
});

const hint = (...args: string[]) => server.as('anna', 'hint', ...args);

it('lists hints with what to write instead, and dismisses those of a place with one word', async () => {
  const before = await hint('list', id);
  const dismiss = await hint('dismiss', id, '--path', 'sections.summary', '--because', 'quoted');
  const after = await hint('list', id);
  const shown = await server.as('ben', 'record', 'show', id);
  expect([before.out, dismiss.out, after.out, shown.out]).toEqual([
    expect.stringMatching(/^sections\.summary\.text: "human error" \(blame\)\n {2}Ask why[\s\S]+\.whys: "Nobody knew/),
    '2 hints are dismissed: quoted.\n',
    expect.stringMatching(
      /^rootCauses\.[\s\S]+summary\.text: "human error" \(blame\)\n {2}dismissed by Anna Analyst: quoted\n/,
    ),
    expect.stringContaining('hint dismissed (blame): "human error", because quoted'),
  ]);
});

it('dismisses all, also those that are many, and takes them back by their subject', async () => {
  const text = 'The analyst forgot it. '.repeat(25);
  await anna('PUT', `/post-mortems/${id}/sections/summary`, { text }, ANYTHING);
  await hint('dismiss', id, '--all', '--because', 'quoted');
  const back = await hint('reopen', id, '--about', 'cause without whys');
  const { dismissedHints } = JSON.parse((await server.as('anna', 'record', 'show', id, '--json')).out);
  expect([back.out, dismissedHints.map(({ about }: { about: string }) => about)]).toEqual([
    'One dismissal is taken back.\n',
    ['blame'],
  ]);
});

it('says when they are dismissed already, or none is', async () => {
  const none = await hint('reopen', id, '--all');
  const before = await hint('list', id);
  await hint('dismiss', id, '--all', '--because', 'quoted');
  const one = await hint('dismiss', id, '--about', 'cause without whys', '--because', 'x');
  const all = await hint('dismiss', id, '--all', '--because', 'x');
  expect([
    none.exitCode,
    none.err,
    one.exitCode,
    one.err,
    all.err,
    before.out.includes('(cause without whys)'),
  ]).toEqual([
    1,
    expect.stringContaining('no such hint is dismissed'),
    1,
    expect.stringContaining('the hint is dismissed already'),
    expect.stringContaining('all 3 hints are dismissed already'),
    true,
  ]);
});

it('says when there are no such hints, and wants to be told which', async () => {
  const none = await hint('dismiss', id, '--about', 'no measure', '--because', 'quoted');
  const which = await hint('dismiss', id, '--because', 'quoted');
  expect([none.exitCode, none.err, which.exitCode]).toEqual([1, expect.stringContaining('no such hints'), 2]);
});
