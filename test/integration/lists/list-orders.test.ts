import { describe, expect, it } from 'vitest';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { idsOf, pagesOf } from '../../support/api/pages-of.ts';

const { world, as, anna } = apiForEachTest();
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

  it('show none of a page twice whose lines have gone since, though many stand at the same moment', async () => {
    const opened: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { body } = await anna('POST', '/post-mortems', { kind: 'incident', title: 'At once', severity: 'high' });
      opened.push(Object(body).id);
    }
    await world().deliver();
    const walked: string[] = [];
    for await (const page of walk('sort=severity&limit=2')) {
      for (const id of page) await classify(id, 'low');
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
