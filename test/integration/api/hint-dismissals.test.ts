import { beforeEach, describe, expect, it } from 'vitest';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft, aPartId } from '../../support/world/records.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
let path: string;

/** A record that lacks nothing, whose summary blames. */
beforeEach(async () => {
  path = `/post-mortems/${(await openedRecord(world())).id}`;
  const sections = {
    summary: { text: 'The mail said that it was human error, and asked to confirm the password.' },
    impact: { description: 'Two mailboxes were read.', services: ['mail'] },
    detection: { how: 'A colleague asked about it.', whyNotSooner: 'No filter looks at it.' },
    response: { firstAction: 'The passwords were reset.' },
    humanFactor: { consideredNoneBecause: 'The page looked like ours to the letter.' },
  };
  for (const [name, content] of Object.entries(sections)) {
    await anna('PUT', `${path}/sections/${name}`, content, FIRST);
  }
  await anna('PATCH', path, { category: 'phishing' }, ANYTHING);
  const cause = { kind: 'technical', statement: 'No filter knows look-alike domains.' };
  const { body } = await anna('POST', `${path}/root-causes`, cause);
  await anna('POST', `${path}/recommendations`, aDraft({ answers: [Object(body).rootCauses[0].id] }));
});

const HINT = { path: 'sections.summary.text', about: 'blame', excerpt: 'human error' };
const submit = () => anna('POST', `${path}/submit`, undefined, ANYTHING);
const dismiss = (because: string, hints: object[] = [HINT]) =>
  anna('POST', `${path}/hints/dismiss`, { hints, because });
const hints = async () => Object((await ben('GET', `${path}/hints`)).body).hints;
const actsOf = async () => {
  const { acts } = Object((await anna('GET', path)).body);
  return acts.filter(({ act }: { act: string }) => act === 'submit' || act === 'dismiss hints');
};

describe('a hint about the wording of a record', () => {
  it('holds up its submission until its words are others, and the record says so', async () => {
    const refused = await submit();
    expect([refused.status, refused.body, await actsOf()]).toMatchObject([
      422,
      {
        reason: 'open hints',
        errors: [{ pointer: '/sections/summary/text', detail: expect.stringContaining('"human error" (blame)') }],
      },
      [
        { act: 'dismiss hints', isAllowed: true },
        { act: 'submit', isAllowed: false, because: expect.stringContaining('one hint is neither') },
      ],
    ]);
    await anna('PUT', `${path}/sections/summary`, { text: 'A mail asked to confirm the password.' }, ANYTHING);
    expect([(await submit()).status, await hints()]).toEqual([200, []]);
  });

  it('is dismissed with a word, which approvers see in the record, the hints, the export and the changes', async () => {
    const { status } = await dismiss('quoted');
    const submitted = await submit();
    const told = { because: 'quoted', by: { kind: 'person', id: ANNA.id, name: ANNA.name, email: ANNA.email } };
    expect([status, submitted.status, Object(submitted.body).dismissedHints, await hints()]).toMatchObject([
      ...[200, 200],
      [{ ...HINT, ...told }],
      [{ ...HINT, dismissed: told }],
    ]);
    const page = await as(BEN, 'auditor')('GET', `${path}/export?format=html`);
    const changes = await anna('GET', `${path}/changes?from=1`);
    expect([String(JSON.stringify(page.body)), JSON.stringify(changes.body)]).toEqual([
      expect.stringContaining('Hints that were dismissed'),
      expect.stringContaining('dismissedHints'),
    ]);
    const { revision } = Object(submitted.body);
    expect((await ben('POST', `${path}/approve`, { revision }, ANYTHING)).status).toBe(200);
  });

  it('is dismissed and taken back while the record is open alone, and stays in the log', async () => {
    await dismiss('quoted');
    const reopened = await anna('POST', `${path}/hints/reopen`, { hints: [HINT] });
    expect([Object(reopened.body).dismissedHints, (await submit()).status]).toEqual([[], 422]);
    await dismiss('quoted');
    await submit();
    const late = [await dismiss('late'), await anna('POST', `${path}/hints/reopen`, { hints: [HINT] })];
    const log = await as(BEN, 'auditor')('GET', `${path}/events?limit=100`);
    const types = Object(log.body).events.map(({ type }: { type: string }) => type);
    expect([late.map(({ status }) => status), types.filter((type: string) => type.startsWith('Hints'))]).toEqual([
      [409, 409],
      ['Hints Dismissed', 'Hints Reopened', 'Hints Dismissed'],
    ]);
  });

  it('is not dismissed by blanks, by a program, or where it is none', async () => {
    const answers = [
      await dismiss('   '),
      await as({ kind: 'machine', id: 'p' }, 'machine')('POST', `${path}/hints/dismiss`, {
        hints: [HINT],
        because: 'x',
      }),
      await dismiss('quoted', [{ ...HINT, excerpt: 'user error' }]),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 403, 422]);
  });

  it('of the timeline can be dismissed, and holds nothing up', async () => {
    const entry = { at: '2026-11-20T09:00:00.000Z', what: 'Put down to operator error', kind: 'action' };
    const { id } = Object((await anna('POST', `${path}/timeline`, entry)).body);
    const of = { path: `timeline.${id}.what`, about: 'blame', excerpt: 'operator error' };
    await dismiss('quoted', [HINT]);
    expect((await hints()).map(({ dismissed }: { dismissed?: object }) => dismissed !== undefined)).toEqual([
      true,
      false,
    ]);
    await dismiss('as it was said', [of]);
    expect([(await hints())[1].dismissed.because, (await submit()).status]).toEqual(['as it was said', 200]);
  });

  it('of the timeline is not dismissed where there is none: no such entry, other words, or words of the ticket', async () => {
    const entry = { at: '2026-11-20T09:00:00.000Z', what: 'Put down to operator error', kind: 'action' };
    const { id } = Object((await anna('POST', `${path}/timeline`, entry)).body);
    const { entries } = Object((await anna('GET', `${path}/timeline`)).body);
    const ofTicket = entries.find(({ origin }: { origin: string }) => origin !== 'person');
    const of = { path: `timeline.${id}.what`, about: 'blame', excerpt: 'operator error' };
    const wrong = [
      { ...of, path: `timeline.${aPartId()}.what` },
      { ...of, excerpt: 'user error' },
      { ...of, path: `timeline.${ofTicket.id}.what` },
    ];
    const answers = await Promise.all(wrong.map((one) => dismiss('as it was said', [of, one])));
    expect(answers.map(({ status, body }) => [status, Object(body).errors])).toEqual(
      wrong.map(({ path: at, excerpt }) => [
        422,
        [{ pointer: `/${at.replaceAll('.', '/')}`, detail: `no hint about blame: "${excerpt}"` }],
      ]),
    );
    expect((await dismiss('as it was said', [of])).status).toBe(200);
  });

  it('of another record cannot be dismissed in this one', async () => {
    const elsewhere = { ...HINT, path: `lessons.${aPartId()}.statement` };
    expect((await dismiss('quoted', [elsewhere])).status).toBe(422);
  });
});
