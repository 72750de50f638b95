import { describe, expect, it } from 'vitest';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { ANNA } from '../../support/world/people.ts';

const { world, as, anna } = apiForEachTest();
const admin = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');

/** Opens a record a minute after the one before. @returns its id */
async function open(with_: Record<string, unknown> = {}): Promise<string> {
  world().clock.advance('PT1M');
  const body = { kind: 'incident', title: 'Told by phone', severity: 'high', ...with_ };
  const answer = await anna('POST', '/post-mortems', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return Object(answer.body).id;
}

type Page = { postMortems: { id: string }[]; next?: string };

/** All pages of a list. @returns the ids of each page */
async function pages(query: string): Promise<string[][]> {
  const found: string[][] = [];
  for (let cursor = ''; ; ) {
    await world().deliver();
    const { body, status } = await admin('GET', `/post-mortems?${query}${cursor}`);
    expect(status, JSON.stringify(body)).toBe(200);
    const page: Page = Object(body);
    found.push(page.postMortems.map(({ id }) => id));
    if (page.next === undefined) return found;
    cursor = `&cursor=${page.next}`;
  }
}
const ids = async (query: string): Promise<string[]> => (await pages(query)).flat();

const end = (id: string) => admin('POST', `/post-mortems/${id}/waive`, { reason: 'it was a test of ours' }, ANYTHING);

describe('the list of records', () => {
  it('begins with the one that is due first, and goes through all that are open, page by page', async () => {
    const severities = ['low', 'critical', 'medium', 'high', 'critical', 'low', 'high'];
    const opened: { id: string; severity: string }[] = [];
    for (const severity of severities) opened.push({ id: await open({ severity }), severity });
    const order = ['critical', 'high', 'medium', 'low'];
    const should = opened.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).map(({ id }) => id);
    expect(await pages('limit=3')).toEqual([should.slice(0, 3), should.slice(3, 6), should.slice(6)]);
    expect(await ids('limit=100')).toEqual(should);
  });

  it('goes through all of any status, the newest first', async () => {
    const opened = [await open(), await open(), await open(), await open()];
    await end(opened[1] ?? '');
    await end(opened[3] ?? '');
    const every = 'status=open&status=in+review&status=approved&status=closed&status=waived&status=merged';
    expect([await ids('status=waived&limit=1'), await ids(every)]).toEqual([
      [opened[3], opened[1]],
      opened.toReversed(),
    ]);
  });

  it('keeps to its filters, in either order', async () => {
    const phishing = await open({ category: 'phishing', severity: 'critical' });
    const exercise = await open({ kind: 'exercise', severity: 'low' });
    const other = await open({ category: 'malware' });
    const either = 'status=open&status=waived';
    for (const order of ['', `&${either}`]) {
      expect([
        await ids(`category=phishing${order}`),
        await ids(`kind=exercise${order}`),
        await ids(`severity=critical&severity=low${order}`),
        await ids(`dueBefore=2026-11-28T00:00:00Z${order}`),
        (await ids(`severity=high${order}`)).toSorted(),
      ]).toEqual([
        [phishing],
        [exercise],
        order === '' ? [phishing, exercise] : [exercise, phishing],
        [phishing],
        [other],
      ]);
    }
  });

  it('shows a record as it is after each change that its line tells of', async () => {
    const id = await open();
    await anna('PATCH', `/post-mortems/${id}`, { severity: 'critical', category: 'phishing' }, ANYTHING);
    await end(id);
    await world().deliver();
    const { body } = await admin('GET', '/post-mortems?status=waived');
    expect(body).toEqual({
      postMortems: [
        {
          id,
          kind: 'incident',
          status: 'waived',
          severity: 'critical',
          category: 'phishing',
          tlp: 'AMBER',
          incident: { source: 'holdfast', key: `PM-${id.slice(-8)}`, title: 'Told by phone' },
          openedAt: expect.any(String),
          dueAt: expect.any(String),
        },
      ],
    });
  });

  it('goes on past a page whose records are all filtered out', async () => {
    for (let count = 0; count < 30; count += 1) await open({ severity: 'critical' });
    const last = await open({ severity: 'low' });
    expect(await ids('severity=low&limit=1')).toEqual([last]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=many',
    'limit=1&limit=2',
    'colour=red',
    'status=lost',
    'dueBefore=yesterday',
    'cursor=x',
    'cursor=eyJvZiI6IngifQ',
  ])('refuses the query %s, and names its parameter', async (query) => {
    const { status, body } = await admin('GET', `/post-mortems?${query}`);
    expect([status, Object(body).errors[0].parameter]).toEqual([400, query.split('=')[0]]);
  });

  it('refuses the cursor of another question', async () => {
    await open();
    await open();
    const { body } = await admin('GET', '/post-mortems?limit=1');
    const answer = await admin('GET', `/post-mortems?limit=1&severity=high&cursor=${Object(body).next}`);
    expect(answer.status).toBe(400);
  });

  it.each(['', '&status=open&status=waived'])(
    'comes whole, though many stand at the same moment (%s)',
    async (order) => {
      const opened: string[] = [];
      for (let count = 0; count < 9; count += 1) {
        const { body } = await anna('POST', '/post-mortems', { kind: 'incident', title: 'At once', severity: 'high' });
        opened.push(Object(body).id);
      }
      const found = await ids(`limit=2${order}`);
      expect(found.toSorted()).toEqual(opened.toSorted());
    },
  );

  it('loses nobody when the last one of a page is done with before the next page is read', async () => {
    const opened: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      const { body } = await anna('POST', '/post-mortems', { kind: 'incident', title: 'At once', severity: 'high' });
      opened.push(Object(body).id);
    }
    const first: Page = Object((await admin('GET', '/post-mortems?limit=2')).body);
    for (const { id } of first.postMortems) await end(id);
    const rest = await ids(`limit=100&cursor=${first.next}`);
    const done = first.postMortems.map(({ id }) => id);
    expect([...new Set(rest)].toSorted()).toEqual(opened.filter((id) => !done.includes(id)).toSorted());
  });

  it.each(['', '&status=open&status=waived'])('goes on by a cursor that names no record (%s)', async (order) => {
    const hidden = [await open({ tlp: 'RED' }), await open({ tlp: 'RED' })];
    await open();
    await open({ tlp: 'RED' });
    // There is no next page but for one that has something to show.
    await open();
    await world().deliver();
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve' }, 'analyst');
    let text = '';
    for (let cursor = ''; ; ) {
      const { body } = await eve('GET', `/post-mortems?limit=1${order}${cursor}`);
      if (Object(body).next === undefined) break;
      text += Buffer.from(Object(body).next, 'base64url').toString();
      cursor = `&cursor=${Object(body).next}`;
    }
    expect(text).toContain('"at"');
    expect(hidden.filter((id) => text.includes(id))).toEqual([]);
  });

  it('gives the same pages to somebody who reads on with another limit', async () => {
    const opened = [await open(), await open(), await open()];
    const first = Object((await as(ANNA, 'analyst')('GET', '/post-mortems?limit=1')).body);
    const rest = await ids(`limit=100&cursor=${first.next}`);
    expect([first.postMortems[0].id, ...rest]).toEqual(opened);
  });
});
