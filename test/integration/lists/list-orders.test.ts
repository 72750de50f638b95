import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordLists } from '../../../shared/domain/lists/record-listing.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { changes, keys } from '../../../shared/store/keys.ts';
import { getItem } from '../../../shared/store/table.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { idsOf, pagesOf } from '../../support/api/pages-of.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { testIds } from '../../support/world/ids.ts';
import { writeAll } from '../../support/world/many-fixes.ts';

const { world, as, anna, ben } = apiForEachTest();
const admin = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');
const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');

/** Opens a record a minute after the one before, and lists it. @returns its id */
async function open(with_: Record<string, unknown> = {}): Promise<string> {
  world().clock.advance('PT1M');
  const body = { kind: 'incident', title: 'Told by phone', severity: 'high', ...with_ };
  const answer = await anna('POST', '/post-mortems', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return Object(answer.body).id;
}

async function classify(id: string, severity: string): Promise<void> {
  world().clock.advance('PT1M');
  const { status, body } = await anna('PATCH', `/post-mortems/${id}`, { severity }, ANYTHING);
  expect(status, JSON.stringify(body)).toBe(200);
  await world().deliver();
}

/** Ids of all pages of a list of records. */
async function ids(query: string, by = admin): Promise<string[]> {
  await world().deliver();
  expect(world().failures).toEqual([]);
  return (await pagesOf(by, `/post-mortems?${query}`)).flatMap((page) => idsOf(page, 'postMortems'));
}

describe('records, the newest first', () => {
  it('come so also while they are open, page by page', async () => {
    const opened = [await open({ severity: 'low' }), await open({ severity: 'critical' }), await open()];
    expect([await ids('sort=opened'), await ids('sort=opened&limit=1')]).toEqual([
      opened.toReversed(),
      opened.toReversed(),
    ]);
  });
});

describe('records, the worst first', () => {
  it('come by severity, and of one severity the newest first', async () => {
    const severities = ['low', 'critical', 'medium', 'critical', 'high', 'low'] as const;
    const opened: { id: string; severity: string }[] = [];
    for (const severity of severities) opened.unshift({ id: await open({ severity }), severity });
    const wanted = ['critical', 'high', 'medium', 'low'].flatMap((worst) =>
      opened.filter(({ severity }) => severity === worst).map(({ id }) => id),
    );
    expect([
      await ids('sort=severity'),
      await ids('sort=severity&limit=1'),
      await ids('sort=severity&limit=4'),
    ]).toEqual([wanted, wanted, wanted]);
  });

  it.each(['mine=true', 'technique=T1566', 'category=phishing', 'kind=incident', 'severity=low&severity=critical'])(
    'come so with %s, too',
    async (filter) => {
      const opened: string[] = [];
      for (const severity of ['low', 'critical', 'low']) {
        opened.push(await open({ severity, category: 'phishing' }));
        const attack = { vectors: ['phishing'], techniques: [{ id: 'T1566.002' }] };
        await anna('PUT', `/post-mortems/${opened.at(-1)}/sections/attack`, attack);
      }
      await open({ kind: 'exercise', severity: 'medium' });
      const found = await ids(`sort=severity&limit=1&${filter}`, anna);
      expect(found.filter((id) => opened.includes(id))).toEqual([opened[1], opened[2], opened[0]]);
    },
  );

  it('show none twice in one walk, and all that did not change, when grades change meanwhile', async () => {
    const [worse, better, ...others] = [
      await open({ severity: 'low' }),
      await open({ severity: 'critical' }),
      await open({ severity: 'critical' }),
      await open({ severity: 'high' }),
      await open({ severity: 'low' }),
    ];
    await world().deliver();
    const walked: string[] = [];
    for await (const page of walk('sort=severity&limit=1')) {
      walked.push(...page);
      // Both are changed once they were shown, or before they would have been.
      if (walked.length === 2) {
        await classify(better, 'low');
        await classify(worse, 'critical');
      }
    }
    expect(walked).toEqual([...new Set(walked)]);
    expect(walked).toEqual(expect.arrayContaining(others));
    expect(await ids('sort=severity&severity=critical')).toContain(worse);
  });

  it.each(['mine=true', 'technique=T1566', 'category=phishing'])(
    'show none twice that is regraded once it was shown, with %s',
    async (filter) => {
      const attack = { vectors: ['phishing'], techniques: [{ id: 'T1566' }] };
      const opened: string[] = [];
      for (const severity of ['critical', 'high', 'low']) {
        opened.push(await open({ severity, category: 'phishing' }));
        await anna('PUT', `/post-mortems/${opened.at(-1)}/sections/attack`, attack);
      }
      await world().deliver();
      const walked: string[] = [];
      for await (const page of walk(`sort=severity&limit=1&${filter}`, anna)) {
        walked.push(...page);
        if (walked.length === 1) await classify(opened[0] ?? '', 'medium');
      }
      expect(walked).toEqual(opened);
      const anew = await ids(`sort=severity&${filter}`, anna);
      expect(anew).toEqual([opened[1], opened[0], opened[2]]);
    },
  );

  it('show none twice also where the marks of its lines are from before they said its severity', async () => {
    const opened = [await open({ severity: 'critical', category: 'phishing' }), await open({ category: 'phishing' })];
    await world().deliver();
    const key = keys.listMark(PostMortemId.parse(opened[0]), 'RECORD');
    const mark = await getItem(world().table, key);
    const lines = Object.entries(Object(mark?.lines)).map(([name, shown]) => [name, String(shown).slice(0, 12)]);
    await writeAll(world(), function* () {
      yield { ...mark, ...key, lines: Object.fromEntries(lines) };
    });
    const walked: string[] = [];
    for await (const page of walk('sort=severity&limit=1&category=phishing')) {
      walked.push(...page);
      if (walked.length === 1) await classify(opened[0] ?? '', 'low');
    }
    expect(walked).toEqual(opened);
  });

  it('show also one whose line says something new meanwhile, where it stands', async () => {
    const opened = [await open(), await open(), await open()];
    await world().deliver();
    const walked: string[] = [];
    for await (const page of walk('sort=severity&limit=1')) {
      walked.push(...page);
      world().clock.advance('PT1M');
      await anna('PATCH', `/post-mortems/${opened[0]}`, { category: 'phishing' }, ANYTHING);
      await world().deliver();
    }
    expect(walked).toEqual(opened.toReversed());
  });

  it('show none of a page twice when the line of its last one has gone since, though many stand at the same moment', async () => {
    const opened: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { body } = await anna('POST', '/post-mortems', { kind: 'incident', title: 'At once', severity: 'high' });
      opened.push(Object(body).id);
    }
    await world().deliver();
    const walked: string[] = [];
    for await (const page of walk('sort=severity&limit=2')) {
      await classify(page.at(-1) ?? '', 'low');
      walked.push(...page);
    }
    expect(walked.toSorted()).toEqual(opened.toSorted());
  });

  it('are shown to those alone who may read them, and no cursor names the others', async () => {
    const hidden = [await open({ tlp: 'RED', severity: 'critical' }), await open({ tlp: 'RED', severity: 'medium' })];
    const shown = [await open({ severity: 'high' }), await open({ severity: 'low' })];
    await world().deliver();
    const pages = await pagesOf(eve, '/post-mortems?sort=severity&limit=1');
    const text = pages.map((page) => Buffer.from(String(page.next ?? ''), 'base64url').toString()).join();
    expect(pages.flatMap((page) => idsOf(page, 'postMortems'))).toEqual(shown);
    expect(hidden.filter((id) => text.includes(id))).toEqual([]);
    expect(await ids('sort=severity&severity=critical', anna)).toEqual([hidden[0]]);
  });
});

describe('records, the last change first', () => {
  it('come so whatever their status, each with the time', async () => {
    const [first, second, third] = [await open(), await open(), await open()];
    await write(first);
    await admin('POST', `/post-mortems/${second}/waive`, { reason: 'it was a test of ours' }, ANYTHING);
    await write(third);
    expect([
      await ids('sort=changed'),
      await ids('sort=changed&status=open&status=waived'),
      await ids('sort=changed&status=open&status=waived&limit=1'),
      await ids('sort=changed&status=waived'),
    ]).toEqual([[third, first], [third, second, first], [third, second, first], [second]]);
    const { body } = await admin('GET', '/post-mortems?sort=changed&limit=1');
    expect(Object(body).postMortems[0].changedAt).toBe(world().now());
  });

  it('are not moved by comments, or by whoever reads them', async () => {
    const [older, newer] = [await open(), await open()];
    world().clock.advance('PT1M');
    await anna('POST', `/post-mortems/${older}/comments`, { path: 'sections.summary', text: 'Is that so?' });
    await anna('GET', `/post-mortems/${older}`);
    expect(await ids('sort=changed')).toEqual([newer, older]);
  });

  it.each(['mine=true', 'technique=T1566', 'category=phishing', 'kind=incident', 'severity=low&severity=high'])(
    'come so with %s, too',
    async (filter) => {
      const [first, second] = [await open({ category: 'phishing' }), await open({ category: 'phishing' })];
      for (const id of [second, first]) {
        world().clock.advance('PT1M');
        const attack = { vectors: ['phishing'], techniques: [{ id: 'T1566.002' }] };
        await anna('PUT', `/post-mortems/${id}/sections/attack`, attack);
      }
      world().clock.advance('PT1M');
      await ben('POST', '/post-mortems', { kind: 'exercise', title: 'Of another', severity: 'critical' });
      expect(await ids(`sort=changed&limit=1&${filter}`, anna)).toEqual([first, second]);
    },
  );

  it('show none twice in one walk, and each that did not change once, whatever changes meanwhile', async () => {
    const opened: string[] = [];
    for (let count = 0; count < 6; count += 1) opened.push(await open());
    await world().deliver();
    const pick = fc.record({
      limit: fc.integer({ min: 1, max: 3 }),
      steps: fc.array(fc.record({ which: fc.nat(5), how: fc.constantFrom('written', 'low', 'critical') }), {
        maxLength: 6,
      }),
    });
    await mustHold(
      fc.asyncProperty(pick, fc.constantFrom('changed', 'severity'), async ({ limit, steps }, sort) => {
        const [walked, moved]: [string[], string[]] = [[], []];
        const left = [...steps];
        for await (const page of walk(`sort=${sort}&limit=${limit}`)) {
          walked.push(...page);
          const { which, how } = left.shift() ?? { which: undefined, how: '' };
          const id = which === undefined ? undefined : opened[which];
          if (id === undefined) continue;
          moved.push(id);
          await (how === 'written' ? write(id) : classify(id, how));
          await world().deliver();
        }
        world().clock.advance('PT1M');
        expect(walked).toEqual([...new Set(walked)]);
        expect(walked).toEqual(expect.arrayContaining(opened.filter((id) => !moved.includes(id))));
      }),
      { runs: 12 },
    );
  });

  it('show none of a page twice that changed at the same moment as its last one, which changed again', async () => {
    const opened: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { body } = await anna('POST', '/post-mortems', { kind: 'incident', title: 'At once', severity: 'high' });
      opened.push(Object(body).id);
    }
    await world().deliver();
    const walked: string[] = [];
    for await (const page of walk('sort=changed&limit=2')) {
      await write(page.at(-1) ?? '');
      await world().deliver();
      walked.push(...page);
    }
    expect(walked.toSorted()).toEqual(opened.toSorted());
  });

  it('are shown to those alone who may read them, and neither a count nor a cursor tells of the others', async () => {
    const hidden = await open({ tlp: 'RED' });
    const shown = [await open(), await open()];
    await write(hidden);
    await world().deliver();
    const pages = await pagesOf(eve, '/post-mortems?sort=changed&limit=1');
    const text = pages.map((page) => Buffer.from(String(page.next ?? ''), 'base64url').toString()).join();
    expect(pages.flatMap((page) => idsOf(page, 'postMortems'))).toEqual(shown.toReversed());
    expect([text.includes(hidden), text.includes(world().now())]).toEqual([false, false]);
    const { body } = await anna('GET', '/post-mortems?sort=changed&limit=1');
    expect(Object(body).postMortems).toEqual([{ id: hidden, status: 'open', tlp: 'RED' }]);
  });

  it('goes on where it ended when so many lines were looked at, and says of how many', async () => {
    const opened = [await open({ kind: 'exercise' })];
    await world().deliver();
    world().clock.advance('PT1M');
    await manyChanged(520);
    const page = Object((await admin('GET', '/post-mortems?sort=changed&kind=exercise')).body);
    expect([page.postMortems, page.looked]).toEqual([[], { at: 500, of: 521 }]);
    expect(await ids('sort=changed&kind=exercise')).toEqual(opened);
  });
});

/** Lines of so many more records that were opened just now. */
async function manyChanged(count: number): Promise<void> {
  const [line] = Object((await admin('GET', '/post-mortems?sort=opened')).body).postMortems;
  const newId = testIds('01KD000000');
  await writeAll(world(), function* () {
    for (let index = 0; index < count; index += 1) {
      const id = PostMortemId.parse(newId());
      const place = {
        deadlineQueue: changes.records('open', 'high'),
        deadlineAt: `${world().now()}#${String(index).padStart(16, '0')}`,
      };
      yield { ...keys.listMark(id, 'CHANGED'), ...place, sequence: 1, line: { ...line, id, kind: 'incident' } };
    }
    yield { ...keys.count(recordLists.status('open', 'high')), AMBER: count + 1 };
  });
}

/** Writes in a record, a minute later. */
async function write(id: string): Promise<void> {
  world().clock.advance('PT1M');
  const entry = { at: world().now(), what: 'Seen', kind: 'action' };
  const { status, body } = await anna('POST', `/post-mortems/${id}/timeline`, entry);
  expect(status, JSON.stringify(body)).toBe(201);
}

/** Pages of a list of records, one after the other. */
async function* walk(query: string, by = admin): AsyncGenerator<string[]> {
  let cursor = '';
  do {
    const { status, body } = await by('GET', `/post-mortems?${query}${cursor}`);
    expect(status, JSON.stringify(body)).toBe(200);
    yield idsOf(Object(body), 'postMortems');
    cursor = Object(body).next === undefined ? '' : `&cursor=${Object(body).next}`;
  } while (cursor !== '');
}

it.each([
  ['/post-mortems', 'opened'],
  ['/remediations', 'due'],
])('refuses another order of %s, and names those that there are', async (path, known) => {
  const { status, body } = await admin('GET', `${path}?sort=colour`);
  expect([status, Object(body).errors[0].parameter]).toEqual([400, 'sort']);
  expect(Object(body).errors[0].detail).toContain(known);
});
