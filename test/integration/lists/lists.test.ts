import { describe, expect, it } from 'vitest';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { submittedRecord, ticketedRemediation } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
const EVE = { kind: 'person' as const, id: 'eve', name: 'Eve', email: 'eve@example.com' };
const eve = as(EVE, 'analyst');
const admin = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');

type Found = Record<string, { id: string; postMortemId?: string }[]> & { next?: string };
async function list(path: string, by = admin): Promise<Found> {
  await world().deliver();
  expect(world().failures).toEqual([]);
  const { status, body } = await by('GET', path);
  expect(status, JSON.stringify(body)).toBe(200);
  return Object(body);
}
const idsIn = (found: Found, name: string): string[] => (found[name] ?? []).map(({ id }) => id);

async function open(with_: Record<string, unknown> = {}, by = anna): Promise<string> {
  world().clock.advance('PT1M');
  const answer = await by('POST', '/post-mortems', {
    kind: 'incident',
    title: 'Told by phone',
    severity: 'high',
    ...with_,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return Object(answer.body).id;
}

describe('a list of records', () => {
  it('finds a technique with its sub-techniques, and nothing when it is taken out again', async () => {
    const id = await open();
    await open();
    const attack = { vectors: ['phishing'], techniques: [{ id: 'T1566.002' }] };
    const written = await anna('PUT', `/post-mortems/${id}/sections/attack`, attack);
    expect(written.status, JSON.stringify(written.body)).toBe(200);
    const found = [await list('/post-mortems?technique=T1566'), await list('/post-mortems?technique=T1566.002')];
    await anna('PUT', `/post-mortems/${id}/sections/attack`, { vectors: ['unknown'] }, ANYTHING);
    expect([...found, await list('/post-mortems?technique=T1566')].map((one) => idsIn(one, 'postMortems'))).toEqual([
      [id],
      [id],
      [],
    ]);
  });

  it('shows people those in which they take part, also by their address in the team', async () => {
    const own = await open();
    const bens = await open({}, ben);
    const framework = { objectives: ['Learn'], team: [{ role: 'facilitator', name: 'Eve', email: 'EVE@example.com' }] };
    await ben('PUT', `/post-mortems/${bens}/sections/framework`, framework);
    expect([
      idsIn(await list('/post-mortems?mine=true', anna), 'postMortems'),
      idsIn(await list('/post-mortems?mine=true', eve), 'postMortems'),
      idsIn(await list('/post-mortems?mine=true', ben), 'postMortems'),
    ]).toEqual([[own], [bens], [bens]]);
  });

  it('comes as a file that no spreadsheet takes for formulas', async () => {
    await open({ title: '=HYPERLINK("http://evil")' });
    const { headers, body } = await anna('GET', '/post-mortems?format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(String(body).split('\r\n')[0]).toBe(
      'id,status,tlp,incident,title,kind,severity,category,openedAt,dueAt,changedAt',
    );
    expect(String(body)).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });
});

describe('a page that is not the last', () => {
  /** Addresses of all pages of a list, each from the Link header of the one before. */
  async function walked(first: string): Promise<{ pages: unknown[]; links: (string | undefined)[] }> {
    const [pages, links]: [unknown[], (string | undefined)[]] = [[], []];
    for (let address: string | undefined = first; address !== undefined; ) {
      const { headers, body } = await anna('GET', address);
      pages.push(body);
      links.push(headers.link);
      const next: string | undefined = /^<(.+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
      const at: URL | undefined = next === undefined ? undefined : new URL(next, `https://api.example${address}`);
      address = at && `${at.pathname}${at.search}`;
    }
    return { pages, links };
  }

  it.each(['json', 'csv'])('links to the next one as %s, with the same question', async (format) => {
    for (const _ of [1, 2, 3]) await open();
    await open({ severity: 'low' });
    const { pages, links } = await walked(`/post-mortems?severity=high&limit=2&format=${format}`);
    const found = new Set(JSON.stringify(pages).match(/[0-7][0-9A-HJKMNP-TV-Z]{25}/g));
    expect([pages.length, found.size, links.at(-1)]).toEqual([2, 3, undefined]);
    expect(links[0]).toMatch(/^<\?severity=high&limit=2&format=\w+&cursor=[\w-]+>; rel="next"$/);
  });

  it('is linked by lists of one record, too', async () => {
    const id = await open();
    for (const what of ['one', 'two']) {
      await anna('POST', `/post-mortems/${id}/timeline`, { at: '2026-11-19T08:12:00Z', what, kind: 'action' });
    }
    const { pages } = await walked(`/post-mortems/${id}/timeline?limit=1`);
    expect(pages.map((page) => Object(page).entries.map(({ what }: { what: string }) => what))).toEqual([
      ['one'],
      ['two'],
    ]);
  });
});

describe('the list of fixes', () => {
  it('has each in the state that it is in now, by team', async () => {
    const fix = await ticketedRemediation(world());
    const before = await list('/remediations');
    world().simulator.transition(fix.ticket.key, 'Done');
    await world().sweep();
    const claimed = [
      await list('/remediations?state=claimed'),
      await list(`/remediations?state=open&team=${fix.ownerTeam}`),
      await list(`/remediations?team=${fix.ownerTeam}`),
      await list('/remediations?team=another'),
    ];
    expect(before.remediations).toEqual([
      expect.objectContaining({ id: fix.id, state: 'open', ticket: { site: fix.ticket.site, key: fix.ticket.key } }),
    ]);
    expect(claimed.map((one) => idsIn(one, 'remediations'))).toEqual([[fix.id], [], [fix.id], []]);
  });

  it('refuses states with grades, and names the parameter', async () => {
    const { status, body } = await admin('GET', '/remediations?state=open&grade=proven');
    expect([status, Object(body).errors[0].parameter]).toEqual([400, 'grade']);
  });
});

describe('the search', () => {
  it('finds a record by all words of its key, title, people, causes and fixes, and by the ticket of a fix', async () => {
    const fix = await ticketedRemediation(world());
    const record = await world().store.postMortem(fix.postMortemId);
    expect(record).toBeDefined();
    const found = async (q: string) => idsIn(await list(`/search?q=${encodeURIComponent(q)}`), 'postMortems');
    expect([
      await found(String(record?.incident.key)),
      await found(String(record?.incident.title)),
      await found(fix.ticket.key),
      await found(fix.title.slice(0, 6)),
      await found('no-such-word'),
      await found(`${record?.incident.title} no-such-word`),
    ]).toEqual([[record?.id], [record?.id], [record?.id], [record?.id], [], []]);
  });

  it('finds accents without them, and forgets what was rewritten', async () => {
    const id = await open({ title: 'Überweisung in Zürich' });
    await anna('PUT', `/post-mortems/${id}/sections/summary`, { text: 'A payment was redirected.' });
    const before = [await list('/search?q=uberweisung%20zurich'), await list('/search?q=redirected')];
    await anna('PUT', `/post-mortems/${id}/sections/summary`, { text: 'A payment was stopped.' }, ANYTHING);
    const after = [await list('/search?q=redirected'), await list('/search?q=stop')];
    expect([...before, ...after].map((one) => idsIn(one, 'postMortems'))).toEqual([[id], [id], [], [id]]);
  });

  it('hides from others what they may not read, says no word of it to those who may, and is no look', async () => {
    const id = await open({ title: 'Insider in the treasury', tlp: 'RED' });
    await world().deliver();
    const logged = (await world().outbox()).length;
    const hidden = await list('/search?q=treasury', eve);
    const shown = await list('/search?q=treasury', anna);
    expect([hidden.postMortems, shown.postMortems]).toEqual([[], [{ id, status: 'open', tlp: 'RED' }]]);
    expect((await world().outbox()).length).toBe(logged);
  });

  it('refuses a question without a word', async () => {
    const { status, body } = await anna('GET', '/search?q=%2D');
    expect([status, Object(body).errors[0].parameter]).toEqual([400, 'q']);
  });
});

describe('my work', () => {
  it('has what I may decide and did not write, and what I write', async () => {
    const inReview = await submittedRecord(world());
    const own = await open({}, ben);
    const [mine, others] = [Object(await list('/my-work', ben)), Object(await list('/my-work', anna))];
    expect([idsIn(mine.toDecide, 'lines'), idsIn(mine.toWrite, 'lines'), idsIn(others.toDecide, 'lines')]).toEqual([
      [inReview.id],
      [own],
      [],
    ]);
  });

  it('is empty for who has none', async () => {
    const nothing = { lines: [], more: false };
    expect(await list('/my-work', eve)).toEqual({
      toDecide: nothing,
      toWrite: nothing,
      toProve: nothing,
      toPutInPlace: nothing,
      toConfirm: nothing,
      toReview: nothing,
      toUndo: nothing,
    });
  });
});

describe('the summary', () => {
  it('counts what there is, and not what the caller may not read', async () => {
    const first = await open();
    await open({ severity: 'low' });
    await open({ tlp: 'RED' });
    await admin('POST', `/post-mortems/${first}/waive`, { reason: 'it was a test of ours' }, ANYTHING);
    const [all, some] = [Object(await list('/summary')), Object(await list('/summary', eve))];
    const byStatus = (counts: { status: string; severity: string; count: number }[]) =>
      counts.map(({ status, severity, count }) => `${status} ${severity} ${count}`).toSorted();
    expect([byStatus(all.postMortems), byStatus(some.postMortems), all.openedIn]).toEqual([
      ['open high 1', 'open low 1', 'waived high 1'],
      ['open low 1', 'waived high 1'],
      [{ month: '2026-11', count: 3 }],
    ]);
  });

  it('counts fixes by state and team, and lessons by status', async () => {
    const fix = await ticketedRemediation(world());
    expect(await list('/summary')).toMatchObject({
      remediations: [{ state: 'open', team: fix.ownerTeam, count: 1 }],
    });
  });
});
