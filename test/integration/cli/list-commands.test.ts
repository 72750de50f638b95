import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { approvedAs, submittedRecord, ticketedRemediation } from '../../support/world/stories.ts';

const { world, anna, ben } = apiForEachTest();
let server: Awaited<ReturnType<typeof apiServer>>;
beforeEach(async () => {
  server = await apiServer({ anna, ben });
});
afterEach(async () => {
  await server.close();
});

async function open(with_: Record<string, unknown> = {}, by = anna): Promise<string> {
  world().clock.advance('PT1M');
  const body = { kind: 'incident', title: 'Told by phone', severity: 'high', ...with_ };
  const answer = await by('POST', '/post-mortems', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return Object(answer.body).id;
}

/** What a command prints, once the lists have followed what was done. */
async function printed(who: string, ...args: string[]): Promise<string> {
  await world().deliver();
  expect(world().failures).toEqual([]);
  const { exitCode, out, err } = await server.as(who, ...args);
  expect([exitCode, err]).toEqual([0, '']);
  return out;
}

describe('holdfast record list', () => {
  it('finds a technique, and the records in which one takes part', async () => {
    const [annas, bens] = [await open(), await open({}, ben)];
    const attack = { vectors: ['phishing'], techniques: [{ id: 'T1566.002' }] };
    await anna('PUT', `/post-mortems/${annas}/sections/attack`, attack);
    const [technique, mine] = [
      await printed('ben', 'record', 'list', '--technique', 'T1566'),
      await printed('ben', 'record', 'list', '--mine'),
    ];
    expect([technique, mine]).toEqual([
      expect.stringMatching(new RegExp(`^ID .+TITLE\n${annas} [^\n]+\n$`)),
      expect.stringMatching(new RegExp(`^ID .+TITLE\n${bens} [^\n]+\n$`)),
    ]);
  });

  it('prints a page as CSV as the API gives it, and tells beside it how it goes on', async () => {
    await open({ title: '=HYPERLINK("http://evil")' });
    await open();
    const whole = await anna('GET', '/post-mortems?format=csv');
    const { next } = Object((await anna('GET', '/post-mortems?limit=1')).body);
    const page = await server.as('anna', 'record', 'list', '--csv', '--limit', '1');
    expect(await printed('anna', 'record', 'list', '--csv')).toBe(whole.body);
    expect([page.out.split('\r\n').length, page.err]).toEqual([3, `there are more: --cursor ${next}\n`]);
  });

  it('prints all pages as one file, with its names once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 120; count += 1) ids.push(await open());
    const lines = (await printed('anna', 'record', 'list', '--csv')).trim().split('\r\n');
    expect(lines.slice(0, 1)).toEqual(['id,status,tlp,incident,title,kind,severity,category,openedAt,dueAt,changedAt']);
    expect(
      lines
        .slice(1)
        .map((line) => line.split(',')[0])
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(server.calls.length).toBe(2);
  });

  it('prints them in another order, as a table, as JSON and as CSV of all pages', async () => {
    const ids: string[] = [];
    for (const severity of ['low', 'critical', 'high']) ids.push(await open({ severity }));
    for (let count = 0; count < 100; count += 1) await open({ severity: 'medium' });
    const sorted = ['record', 'list', '--sort', 'severity'];
    const table = (await printed('anna', ...sorted, '--severity', 'low', 'critical', 'high')).split('\n').slice(1, 4);
    const json = JSON.parse(await printed('anna', ...sorted, '--severity', 'low', 'high', '--json'));
    const csv = (await printed('anna', ...sorted, '--csv')).trim().split('\r\n').slice(1);
    const idIn = (line: string | undefined) => line?.split(/[ ,]/)[0];
    expect([
      table.map(idIn),
      json.postMortems.map(({ id }: { id: string }) => id),
      [csv.length, idIn(csv[0]), idIn(csv[1]), idIn(csv.at(-1))],
    ]).toEqual([
      [ids[1], ids[2], ids[0]],
      [ids[2], ids[0]],
      [103, ids[1], ids[2], ids[0]],
    ]);
  });

  it('refuses an order that is none, and names those that there are', async () => {
    const { exitCode, err } = await server.as('anna', 'record', 'list', '--sort', 'colour');
    expect([exitCode, err, server.calls]).toEqual([2, expect.stringContaining('Allowed choices are opened,'), []]);
  });

  it('prints CSV or JSON, not both', async () => {
    const { exitCode, err } = await server.as('anna', 'record', 'list', '--csv', '--json');
    expect([exitCode, err, server.calls]).toEqual([2, expect.stringContaining('--csv or --json, not both'), []]);
  });
});

describe('holdfast remediation list', () => {
  it('lists the fixes of all records, and finds those of a state, a team, a priority or a proof', async () => {
    const { id, ownerTeam, priority, dueAt, ticket, title, postMortemId } = await ticketedRemediation(world());
    const all = await printed('anna', 'remediation', 'list');
    const filtered = [
      await printed('anna', 'remediation', 'list', '--state', 'open', '--team', ownerTeam, '--priority', priority),
      await printed('anna', 'remediation', 'list', '--grade', 'proven'),
      await printed('anna', 'remediation', 'list', '--overdue'),
      await printed('anna', 'remediation', 'list', '--mine'),
      await printed('anna', 'remediation', 'list', '--due-before', dueAt),
    ];
    const [day] = dueAt.split('T');
    expect(all.split('\n')[1]?.split(/ {2,}/)).toEqual([
      ...[id, 'open', priority, day, ownerTeam, ticket.key, postMortemId, title],
    ]);
    expect(filtered).toEqual([all, 'no fixes\n', 'no fixes\n', 'no fixes\n', 'no fixes\n']);
  });

  it('says which ones are late', async () => {
    const fix = await ticketedRemediation(world());
    world().clock.advance('P400D');
    await world().verify();
    await world().sweep();
    expect(await printed('anna', 'remediation', 'list', '--overdue')).toMatch(
      new RegExp(`^ID .+\n${fix.id} [^\n]+ \\(overdue\\) `),
    );
  });

  it('shows of a restricted record that a fix is there', async () => {
    const record = await world().store.postMortem(PostMortemId.parse(await open({ tlp: 'AMBER+STRICT' })));
    if (record === undefined) throw new Error('it was opened just now');
    await approvedAs(world(), record);
    const out = await printed('ben', 'remediation', 'list');
    const [fix] = await world().store.remediations(record.id);
    expect(out.split('\n')[1]?.split(/ {2,}/)).toEqual([fix?.id, fix?.state, record.id, '(restricted)']);
  });

  it('lists the most urgent first', async () => {
    await ticketedRemediation(world(), { title: 'Of low priority', impact: 1, dueAt: '2026-12-01T00:00:00.000Z' }, {});
    const titles = (out: string) =>
      out
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(/ {2,}/).at(-1));
    const [due, urgent] = [
      titles(await printed('anna', 'remediation', 'list', '--sort', 'due')),
      titles(await printed('anna', 'remediation', 'list', '--sort', 'priority')),
    ];
    expect([due[0], urgent[1]]).toEqual(['Of low priority', 'Of low priority']);
  });

  it('lists by rank, of which feasibility is a part, and tells it with the day of the approval', async () => {
    const first = { title: 'Easily done', impact: 5, feasibility: 5, dueAt: '2027-12-01T00:00:00.000Z' };
    await ticketedRemediation(world(), { title: 'Hardly done', impact: 5, feasibility: 1 }, first);
    const [head, ...lines] = (await printed('anna', 'remediation', 'list', '--sort', 'rank')).trim().split('\n');
    expect(head).toMatch(/^ID +STATE +RANK +SINCE +PRIORITY/);
    expect(lines[0]).toMatch(/ 25 +\d{4}-\d\d-\d\d +critical .* Easily done$/);
    expect(lines.at(-1)).toMatch(/ 5 +\d{4}-\d\d-\d\d +critical .* Hardly done$/);
    await ticketedRemediation(world(), { title: 'Hardly done', impact: 1, feasibility: 1 });
    expect(await printed('anna', 'remediation', 'list', '--sort', 'rank')).toMatch(
      / Hardly done \(same words: PLAT-\d\)\n/,
    );
  });

  it('lists the fixes of one record without a filter, and says so', async () => {
    const { exitCode, err } = await server.as('anna', 'remediation', 'list', 'SEC-1', '--overdue');
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining('--overdue is for the fixes of all records: leave the record out'),
    ]);
  });
});

const LESSON = {
  statement: 'Say where to report a mail.',
  updates: 'training',
  document: 'Awareness training',
  ownerTeam: 'people',
  dueAt: '2027-01-31T00:00:00.000Z',
};

/** How somebody says which proof of a lesson they read. */
async function read(id: string, lesson: string): Promise<string[]> {
  const [, etag = ''] = /^etag (\w+)$/m.exec(await printed('ben', 'lesson', 'show', id, lesson)) ?? [];
  return ['--etag', etag];
}

describe('holdfast lesson', () => {
  it('lists the lessons of all records, puts one in place with what shows it, and confirms it as a second person', async () => {
    const id = await open();
    const { body } = await anna('POST', `/post-mortems/${id}/lessons`, { ...LESSON, reviewEvery: 'P365D' });
    const [lesson] = Object(body).lessons;
    const listed = await printed('ben', 'lesson', 'list', '--team', 'people', '--updates', 'training');
    const people = ['--audience', 'payroll', '--people', '20', '--trained', '18', '--trained-by', '2026-11-21'];
    const inPlace = ['lesson', 'in-place', id, lesson.id, ...people, '--document-version'];
    const put = await printed('anna', ...inPlace, 'A-7 3.1', '--note', 'On page 2');
    const waiting = await printed('ben', 'lesson', 'list');
    const confirmed = await printed('ben', 'lesson', 'confirm', id, lesson.id, ...(await read(id, lesson.id)));
    // A review wants people who were trained since.
    const reviewed = await printed('anna', ...inPlace, 'A-7 3.1', '--trained-by', '2026-11-21T09:00:00Z');
    const lists = [
      await printed('ben', 'lesson', 'list'),
      await printed('ben', 'lesson', 'list', '--status', 'in place'),
    ];
    const cells = (text: string | undefined) => text?.split('\n')[1]?.split(/ {2,}/);
    expect([put, confirmed, reviewed]).toEqual([
      `The lesson ${lesson.id} is put in place: A-7 3.1. It waits for a second person to confirm it.\n`,
      expect.stringMatching(
        new RegExp(
          `^Your word is taken. The lesson ${lesson.id} is in place.\n\n[^]+in place: A-7 3.1; 18 of 20 people[^]+confirmed by Ben`,
        ),
      ),
      `The lesson ${lesson.id} is in place: A-7 3.1.\n`,
    ]);
    expect([cells(listed), cells(waiting), lists[0], cells(lists[1])]).toEqual([
      [lesson.id, 'open', 'training', '2027-01-31', 'people', id, LESSON.document, LESSON.statement],
      expect.arrayContaining([lesson.id, 'claimed', `${LESSON.document} (A-7 3.1)`]),
      'no lessons\n',
      expect.arrayContaining([lesson.id, 'in place', `${LESSON.document} (A-7 3.1)`]),
    ]);
  });

  it('refuses what does not show it, and says that one does not hold any more', async () => {
    const id = await open();
    const { body } = await anna('POST', `/post-mortems/${id}/lessons`, { ...LESSON, updates: 'procedure' });
    const [lesson] = Object(body).lessons;
    const of = [id, lesson.id];
    const version = ['--url', 'https://wiki.example.com/a-7', '--version-date', '2026-11-21'];
    const put = () => printed('anna', 'lesson', 'in-place', ...of, '--document-version', '3', ...version);
    await put();
    const refused = await printed('ben', 'lesson', 'refuse', ...of, '--reason', 'That page says nothing of it.');
    await put();
    await printed('ben', 'lesson', 'confirm', ...of, ...(await read(id, lesson.id)));
    const found = ['--reason', 'The new plan dropped that page.', '--due-at', '2027-06-30'];
    const reopened = await printed('anna', 'lesson', 'no-longer-holds', ...of, ...found);
    expect([refused, reopened]).toEqual(
      ['claim refused: That page says nothing of it.', 'no longer holds: The new plan dropped that page.'].map((why) =>
        expect.stringMatching(new RegExp(`^Your word is taken. The lesson ${lesson.id} is open.\n\n[^]+${why}`)),
      ),
    );
  });

  it('names the options of what is still wanted, and says what can be done with a lesson as it stands', async () => {
    const id = await open();
    const { body } = await anna('POST', `/post-mortems/${id}/lessons`, { ...LESSON, updates: 'response plan' });
    const of = [id, Object(body).lessons[0].id];
    const put = (...args: string[]) =>
      server.as('anna', 'lesson', 'in-place', ...of, '--document-version', '3', ...args);
    const link = ['--url', 'https://wiki.example.com/a-7'];
    const { err: wanted } = await put('--exercised', '2026-11-21');
    const { err: undated } = await put(...link);
    await put(...link, '--version-date', '2026-11-21');
    const found = ['--reason', 'The new plan dropped that page.', '--due-at', '2027-06-30'];
    const { err: early } = await server.as('ben', 'lesson', 'no-longer-holds', ...of, ...found);
    expect([wanted, undated]).toEqual([
      expect.stringContaining('\n  --exercise-result: '),
      expect.stringContaining('\n  --version-date: say of when'),
    ]);
    expect(early).toMatch(/; refuse what is claimed of it[\s\S]+holdfast lesson show <record> <lesson>/);
  });

  it('shows who confirms what shows it, and takes their word for that alone', async () => {
    const id = await open();
    const { body } = await anna('POST', `/post-mortems/${id}/lessons`, LESSON);
    const [lesson] = Object(body).lessons;
    const put = (trained: string) => {
      const people = ['--audience', 'payroll', '--people', '20', '--trained', trained, '--trained-by', '2026-11-21'];
      return printed('anna', 'lesson', 'in-place', id, lesson.id, ...people, '--document-version', '3');
    };
    await put('18');
    const ofFirst = await read(id, lesson.id);
    const shown = [await printed('ben', 'lesson', 'show', id, lesson.id), await printed('ben', 'record', 'show', id)];
    await put('1');
    const confirm = (...etag: string[]) => server.as('ben', 'lesson', 'confirm', id, lesson.id, ...etag);
    const [late, unread, anything] = [await confirm(...ofFirst), await confirm(), await confirm('--etag', '*')];
    expect(shown).toEqual(
      Array(2).fill(
        expect.stringMatching(
          /claimed: 3; 18 of 20 people \(90 %\) of payroll by 2026-11-21\n +by Anna[^\n]+ on 21 Nov 2026/,
        ),
      ),
    );
    expect([late.exitCode, late.err]).toEqual([1, expect.stringContaining('what you read has changed')]);
    expect([unread.exitCode, anything.exitCode]).toEqual([2, 2]);
  });
});

describe('holdfast search', () => {
  it('finds records that have all the words', async () => {
    const id = await open({ title: 'False page of the payroll' });
    await open();
    const [found, none] = [
      await printed('ben', 'search', 'false', 'payr'),
      await printed('ben', 'search', 'false', 'phone'),
    ];
    expect([found, none]).toEqual([expect.stringMatching(new RegExp(`^ID .+\n${id} [^\n]+\n$`)), 'no records\n']);
  });

  it('says so when it did not look at all', async () => {
    const cut = async () => ({ status: 200, headers: {}, body: { postMortems: [], isWhole: false } });
    const other = await apiServer({ anna: cut });
    const { out } = await other.as('anna', 'search', 'mail');
    await other.close();
    expect(out).toBe('no records\nnot all: more records have these words than a search looks at; add a word\n');
  });
});

describe('holdfast my-work', () => {
  it('shows what waits for whoever asks, and which lists have the rest', async () => {
    const id = await open();
    const inReview = await submittedRecord(world());
    const [annas, bens] = [await printed('anna', 'my-work'), await printed('ben', 'my-work')];
    const more = 'the list: holdfast record list';
    expect(annas).toMatch(
      new RegExp(
        `^to decide\nno records\n${more} --status "in review"\n\nto write\nID .+\n${id} [^]+\n${more} --mine --status open\n`,
      ),
    );
    expect(annas).toMatch(/\n\nfixes to prove .+ you are in none: holdfast me\n$/);
    expect(bens).toMatch(new RegExp(`^to decide\nID .+\n${inReview.id} `));
  });
});

describe('holdfast summary', () => {
  it('counts records, fixes and lessons', async () => {
    const { ownerTeam } = await ticketedRemediation(world());
    const out = await printed('ben', 'summary');
    expect(out).toMatch(/^RECORDS +SEVERITY +COUNT\napproved +high +1\n/);
    expect(out).toMatch(new RegExp(`\nFIXES +TEAM +COUNT\nopen +${ownerTeam} +1\n`));
    expect(JSON.parse(await printed('ben', 'summary', '--json'))).toMatchObject({ openedIn: [{ count: 1 }] });
  });
});

describe('a command that the API asks to wait', () => {
  it.each([[[]], [['--json']]])('says that it waits, and for how long, beside its result: %j', async (options) => {
    let calls = 0;
    const busy: typeof ben = (...call) => {
      calls += 1;
      return calls === 1 ? Promise.resolve({ status: 429, headers: { 'retry-after': '1' }, body: '' }) : ben(...call);
    };
    const asked = await apiServer({ ben: busy });
    const { exitCode, out, err } = await asked.as('ben', 'record', 'list', ...options);
    await asked.close();
    expect([exitCode, calls, err]).toEqual([0, 2, 'the API asks to wait: this goes on in 1 s\n']);
    expect(out).toBe(await printed('ben', 'record', 'list', ...options));
  });
});
