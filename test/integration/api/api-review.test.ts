import { describe, expect, it } from 'vitest';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { fullRecord } from '../../support/world/full-record.ts';
import { A_PROGRAM, aProgram } from '../../support/world/programs.ts';
import { approvedRecord, openedRecord, submittedRecord, ticketedRemediation } from '../../support/world/stories.ts';

const { world, api, as, anna, ben } = apiForEachTest();
const carl = as({ kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' }, 'approver');
const machine = as({ kind: 'machine', id: A_PROGRAM }, 'machine');
const owner = as({ kind: 'person', id: 'olga', name: 'Olga', email: aProgram().owner }, 'approver');
const eventsOf = async (id: string) => (await world().store.events(PostMortemId.parse(id))).map(({ type }) => type);
const ifMatch = (etag: string | undefined) => ({ 'if-match': etag ?? '' });

describe('a record opened by hand', () => {
  it('is there with its due date, its own ticket and its author', async () => {
    const answer = await anna('POST', '/post-mortems', {
      kind: 'near miss',
      title: 'Backup key found in a public repository',
      severity: 'critical',
      category: 'misconfiguration',
    });
    const { id } = Object(answer.body);
    expect([answer.status, answer.headers.location, answer.headers.etag, answer.body]).toMatchObject([
      201,
      `/post-mortems/${id}`,
      '"1"',
      { kind: 'near miss', status: 'open', dueAt: '2026-11-26T10:00:00.000Z', authors: [{ id: 'anna' }] },
    ]);
    const found = await anna('GET', `/incident-tickets/holdfast/PM-${id.slice(-8)}/post-mortem`);
    expect(found.body).toEqual({ id });
  });

  it.each([
    ['a category that nobody knows', { category: 'weather' }, '/category'],
    ['a periodic review without its scope', { kind: 'periodic review' }, '/scope'],
    ['an end before its beginning', { endedAt: '2020-01-01T00:00:00Z' }, '/endedAt'],
  ])('is refused with %s, and points at it', async (_, with_, pointer) => {
    const body = { kind: 'incident', title: 'Told by phone', severity: 'high', ...with_ };
    const answer = await anna('POST', '/post-mortems', body);
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer }] });
  });

  it('looks, as a review of a period, at records that are there and that its author may read', async () => {
    const known = await openedRecord(world());
    const red = await ben('POST', '/post-mortems', { kind: 'incident', title: 'Insider', severity: 'low', tlp: 'RED' });
    const [hidden, nowhere] = [Object(red.body).id, '01KZZZZZZZZZZZZZZZZZZZZZZZ'];
    const review = (...covers: string[]) => ({
      ...{ kind: 'periodic review', title: 'Third quarter', severity: 'medium' },
      scope: { from: '2026-07-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z', covers },
    });
    const refused = await anna('POST', '/post-mortems', review(known.id, nowhere, hidden));
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/scope/covers/1', detail: `there is no record ${nowhere} that you may read` },
          { pointer: '/scope/covers/2', detail: `there is no record ${hidden} that you may read` },
        ],
      },
    });
    const backwards = { ...review(known.id), scope: { ...review().scope, to: '2026-06-01T00:00:00.000Z' } };
    expect(await anna('POST', '/post-mortems', backwards)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/scope/to' }] },
    });
    const answers = [
      await anna('POST', '/post-mortems', review(known.id)),
      await ben('POST', '/post-mortems', review(hidden)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('does not name, as a review of a period, what was marked more strictly since, to those who may not read it', async () => {
    const [open, secret] = [await openedRecord(world()), await openedRecord(world())];
    const scope = { from: '2026-07-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z', covers: [open.id, secret.id] };
    const made = await anna('POST', '/post-mortems', {
      ...{ kind: 'periodic review', title: 'Third quarter', severity: 'medium', scope },
    });
    const path = `/post-mortems/${Object(made.body).id}`;
    expect((await ben('PATCH', `/post-mortems/${secret.id}`, { tlp: 'RED' }, ANYTHING)).status).toBe(200);
    const dora = as({ kind: 'person', id: 'dora', name: 'Dora', email: 'dora@example.com' }, 'analyst');
    const told = async (who: typeof anna) => {
      const { body } = await who('GET', path);
      const page = JSON.stringify((await who('GET', `${path}/page`)).body);
      return [Object(body).scope, page.includes(secret.id), page.includes('One more that you may not read.')];
    };
    expect([await told(ben), await told(dora)]).toEqual([
      [scope, true, false],
      [{ ...scope, covers: [open.id], withheld: 1 }, false, true],
    ]);
  });

  it('may come from a program, up to TLP:AMBER, which then writes in it and submits nothing', async () => {
    const open = (tlp: string) =>
      machine('POST', '/post-mortems', { kind: 'incident', title: 'Told by the SIEM', severity: 'high', tlp });
    const opened = await open('AMBER');
    const path = `/post-mortems/${Object(opened.body).id}`;
    const answers = [
      opened,
      await open('AMBER+STRICT'),
      await machine('POST', `${path}/root-causes`, { kind: 'technical', statement: 'A rule was switched off' }),
      await machine('POST', `${path}/submit`, undefined, ANYTHING),
      await machine('PATCH', path, { tlp: 'CLEAR' }, ANYTHING),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 403, 201, 403, 403]);
    expect(Object(answers[2]?.body).authors).toEqual([
      { kind: 'machine', id: A_PROGRAM, name: 'intake', owner: 'olga@example.com' },
    ]);
  });

  it('is judged by nobody who answers for the program that wrote it', async () => {
    const opened = await machine('POST', '/post-mortems', {
      kind: 'incident',
      title: 'Told by the SIEM',
      severity: 'low',
    });
    const waive = (caller: typeof anna) =>
      caller(
        'POST',
        `/post-mortems/${Object(opened.body).id}/waive`,
        { reason: 'it was a test of the pager' },
        ANYTHING,
      );
    const answers = [await waive(owner), await waive(ben)];
    expect(answers.map(({ status }) => status)).toEqual([403, 200]);
    expect(answers[0]?.body).toMatchObject({
      reason: 'four eyes',
      detail: expect.stringContaining('the program intake'),
    });
  });

  it('is opened by no program that is not in the configuration any more', async () => {
    const removed = as({ kind: 'machine', id: 'removed' }, 'machine');
    const answer = await removed('POST', '/post-mortems', {
      kind: 'incident',
      title: 'Told by the SIEM',
      severity: 'low',
    });
    expect(answer.body).toMatchObject({
      status: 403,
      reason: 'unknown program',
      detail: expect.stringContaining('the client removed is none of the programs in holdfast.config.ts'),
    });
  });
});

describe('the review', () => {
  it('waives a record by a second person’s word', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}`;
    await anna('POST', `${path}/root-causes`, { kind: 'human', statement: 'Nobody was trained' });
    const waive = (caller: typeof anna) =>
      caller('POST', `${path}/waive`, { reason: 'it was a test of the pager' }, ANYTHING);
    const answers = [await waive(anna), await waive(ben)];
    expect(answers.map(({ status }) => status)).toEqual([403, 200]);
    expect(answers[1]?.body).toMatchObject({ status: 'waived', ended: { by: { id: 'ben' } } });
  });

  it('declines one recommendation, puts another off, and approves the rest', async () => {
    const record = await submittedRecord(world(), {}, {}, {});
    const [first, second] = record.recommendations;
    const path = `/post-mortems/${record.id}`;
    const etagOf = async (part: string | undefined) =>
      (await ben('GET', `${path}/recommendations/${part}`)).headers.etag;
    const risk = {
      until: '2027-01-31T00:00:00Z',
      reason: 'the vendor needs time',
      compensatingControl: 'we watch the log',
    };
    const declined = await ben(
      'POST',
      `${path}/recommendations/${first?.id}/decline`,
      { reason: 'it costs too much' },
      ifMatch(await etagOf(first?.id)),
    );
    const stale = await ben('POST', `${path}/recommendations/${second?.id}/accept-risk`, risk, ifMatch('"1"'));
    const accepted = await ben(
      'POST',
      `${path}/recommendations/${second?.id}/accept-risk`,
      risk,
      ifMatch(await etagOf(second?.id)),
    );
    const { revision } = Object(accepted.body);
    const approved = await ben('POST', `${path}/approve`, { revision }, ifMatch(`"${revision}"`));
    expect([declined.status, stale.status, accepted.status, approved.status]).toEqual([200, 412, 200, 200]);
    expect(Object(approved.body).recommendations.map(({ state }: { state: string }) => state)).toEqual([
      'declined',
      'risk accepted',
      'approved',
    ]);
  });

  it('shows where a recommendation stands: its rank, its quadrant, its ticket', async () => {
    const { postMortemId, id, ticket } = await ticketedRemediation(world(), { impact: 5, feasibility: 4 });
    const answer = await anna('GET', `/post-mortems/${postMortemId}/recommendations/${id}`);
    expect(answer.body).toMatchObject({
      status: 'approved',
      state: 'ticketed',
      rank: 20,
      quadrant: 'quick win',
      priority: 'critical',
      remediation: { state: 'open', ticket: { key: ticket.key, url: `${world().simulator.url}/browse/${ticket.key}` } },
    });
  });

  it('takes temporary measures as undone with what shows it, or as needed for longer', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/temporary-measures`;
    const draft = { kind: 'block', what: 'Mail from example.net', ownerTeam: 'messaging' };
    const times = { since: '2026-11-19T09:00:00.000Z', until: '2026-12-19T09:00:00.000Z' };
    const added = await anna('POST', path, { ...draft, ...times });
    const measure = `/post-mortems/${id}/temporary-measures/${added.headers.location?.split('/').at(-1)}`;
    const read = await anna('GET', measure);
    const later = { until: '2027-01-19T09:00:00.000Z', because: 'The new filter comes in January.' };
    const answers = [
      await anna('POST', `${measure}/extend`, later),
      await anna('POST', `${measure}/extend`, later, ifMatch(read.headers.etag)),
      await anna('POST', `${measure}/extend`, later, ANYTHING),
      await anna('POST', `${measure}/removed`, { note: 'nothing to report' }),
      await anna('POST', `${measure}/removed`, { note: 'The rule is gone; a mail came through.' }),
      await anna('POST', `${measure}/removed`, { note: 'The rule is gone; a mail came through.' }),
      await ben('POST', `/post-mortems/${id}/waive`, { reason: 'It was a test of ours.' }, ANYTHING),
    ];
    expect(answers.map(({ status }) => status)).toEqual([428, 200, 422, 422, 200, 409, 200]);
    expect(Object(answers[4]?.body).temporaryMeasures).toMatchObject([
      { status: 'removed', until: later.until, extensions: [{ from: times.until, because: later.because }] },
    ]);
  });

  it('takes lessons into place and notifications as sent, after the approval too', async () => {
    const record = await fullRecord(api());
    const path = `/post-mortems/${record.id}`;
    const { lessons, notifications } = record.parts;
    const versionAt = '2026-11-21T09:00:00.000Z';
    const reference = { version: 'IRP-7 3.1', url: 'https://policies.example.com/irp-7', versionAt };
    const answers = [
      await anna('POST', `${path}/lessons/${lessons}/in-place`, reference, ifMatch('"never"')),
      await anna('POST', `${path}/lessons/${lessons}/in-place`, reference),
      await anna('POST', `${path}/notifications/${notifications}/sent`, {
        sentAt: '2026-11-20T16:00:00Z',
        reference: 'DSB-1',
      }),
      await anna('POST', `${path}/lessons/${record.parts.observations}/in-place`, reference),
    ];
    expect(answers.map(({ status }) => status)).toEqual([412, 200, 200, 404]);
    expect(answers[2]?.body).toMatchObject({
      lessons: [{ status: 'claimed', claim: { reference, by: { id: 'anna' } } }],
      notifications: [{ sentAt: '2026-11-20T16:00:00.000Z', reference: 'DSB-1' }],
    });
  });
});

describe('a lesson that somebody put in place', () => {
  const proof = { version: '3.1', url: 'https://policies.example.com/irp-7', versionAt: '2026-11-21T09:00:00.000Z' };

  async function claimed() {
    const record = await fullRecord(api());
    const path = `/post-mortems/${record.id}/lessons/${record.parts.lessons}`;
    await anna('POST', `${path}/in-place`, proof);
    const read = async () => ifMatch((await ben('GET', path)).headers.etag ?? '');
    return { path, read };
  }

  it('says of each thing that does not show it where and why', async () => {
    const record = await fullRecord(api());
    const path = `/post-mortems/${record.id}/lessons/${record.parts.lessons}/in-place`;
    const { status, body } = await anna('POST', path, { version: '3.1', versionAt: '2020-01-01T00:00:00.000Z' });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer: '/url' }, { pointer: '/versionAt' }] }]);
    const training = { audience: 'payroll', people: 0, trained: 0, at: proof.versionAt };
    const { body: said } = await anna('POST', path, { ...proof, url: 'ftp://old.example.com', training });
    expect(Object(said).errors).toEqual([
      { pointer: '/url', detail: 'expected a URL that starts with https:// or http://' },
      { pointer: '/training/people', detail: 'give the number of people, at least 1' },
      { pointer: '/training/trained', detail: 'give the number of people, at least 1' },
    ]);
  });

  it('is claimed twice by the same words, such as after a lost answer, without a word about what was read', async () => {
    const { path, read } = await claimed();
    const etag = await read();
    const again = await anna('POST', `${path}/in-place`, proof);
    expect([again.status, again.headers.etag, await read()]).toEqual([200, etag['if-match'], etag]);
    expect((await anna('POST', `${path}/in-place`, { ...proof, version: '4' })).status).toBe(428);
  });

  it('is confirmed by a second person who read the proof, and not by who put it there', async () => {
    const { path, read } = await claimed();
    const answers = [
      await ben('POST', `${path}/confirm`),
      await ben('POST', `${path}/confirm`, undefined, ifMatch('"never"')),
      await anna('POST', `${path}/confirm`, undefined, await read()),
      await ben('POST', `${path}/confirm`, undefined, await read()),
      await ben('POST', `${path}/confirm`, undefined, await read()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 403, 200, 409]);
    expect(answers[3]?.body).toMatchObject({
      lessons: [
        {
          status: 'in place',
          inPlace: { reference: proof, by: { id: 'anna' }, confirmed: { by: { id: 'ben' } } },
          nextReviewAt: '2027-11-21T10:00:00.000Z',
        },
      ],
    });
  });

  it('is claimed again by a review that names another version, which the same two people do not settle alone', async () => {
    const { path, read } = await claimed();
    await ben('POST', `${path}/confirm`, undefined, await read());
    const answers = [
      await ben('POST', `${path}/in-place`, proof, await read()),
      await anna('POST', `${path}/in-place`, { ...proof, version: '99' }, await read()),
      await anna('POST', `${path}/confirm`, undefined, await read()),
      await ben('POST', `${path}/confirm`, undefined, await read()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 403, 200]);
    expect([answers[1]?.body, answers[3]?.body]).toMatchObject([
      { lessons: [{ status: 'claimed', claim: { reference: { version: '99' } }, inPlace: { reference: proof } }] },
      {
        lessons: [{ status: 'in place', inPlace: { reference: { version: '99' }, confirmed: { by: { id: 'ben' } } } }],
      },
    ]);
  });

  it('is refused with a reason, and one that is in place is opened again with what was found', async () => {
    const { path, read } = await claimed();
    const refused = await ben('POST', `${path}/refuse`, { reason: 'That page says nothing of it.' }, await read());
    await anna('POST', `${path}/in-place`, proof, await read());
    await ben('POST', `${path}/confirm`, undefined, await read());
    const found = { reason: 'The new plan dropped that page.', dueAt: '2027-06-30T00:00:00.000Z' };
    const reopened = await ben('POST', `${path}/no-longer-holds`, found, await read());
    expect([refused.body, reopened.body]).toMatchObject([
      { lessons: [{ status: 'open', reopened: { why: 'claim refused', reason: 'That page says nothing of it.' } }] },
      { lessons: [{ status: 'open', dueAt: found.dueAt, reopened: { why: 'no longer holds', reason: found.reason } }] },
    ]);
  });

  it('is asked for again at a date at which somebody still asks', async () => {
    const { path, read } = await claimed();
    await ben('POST', `${path}/confirm`, undefined, await read());
    const found = { reason: 'The new plan dropped that page.', dueAt: '9999-01-01T00:00:00.000Z' };
    const { status, body } = await ben('POST', `${path}/no-longer-holds`, found, await read());
    expect([status, body]).toMatchObject([
      422,
      { reason: 'limit', errors: [{ pointer: '/dueAt', detail: expect.stringContaining('is too far away') }] },
    ]);
  });
});

describe('a merge', () => {
  const REASON = 'Both tickets tell of the same campaign.';

  it('ends one record, and leads its ticket to the other', async () => {
    const [source, target] = [await openedRecord(world()), await openedRecord(world())];
    const merge = () =>
      carl('POST', `/post-mortems/${source.id}/merge`, { into: target.id, reason: REASON }, ifMatch('"2"'));
    const [first, again] = [await merge(), await merge()];
    expect([first.status, again.status, again.body]).toMatchObject([
      200,
      200,
      { status: 'merged', ended: { mergedInto: target.id } },
    ]);
    const found = await anna('GET', `/incident-tickets/jira/${source.incident.key}/post-mortem`);
    expect([found.body, await eventsOf(target.id)]).toEqual([
      { id: target.id },
      ['Post-Mortem Opened', 'Incident Ticket Linked', 'Post-Mortem Absorbed'],
    ]);
  });

  it('that broke off half-way is finished by a repeat', async () => {
    const [source, target] = [await openedRecord(world()), await openedRecord(world())];
    const { store } = world();
    const { changePostMortem } = store;
    let calls = 0;
    store.changePostMortem = (...call) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('the function was killed')) : changePostMortem(...call);
    };
    const merge = () =>
      carl('POST', `/post-mortems/${source.id}/merge`, { into: target.id, reason: REASON }, ifMatch('"2"'));
    const [broken, whole] = [await merge(), await merge()];
    expect([broken.status, whole.status, api().unexpected.splice(0).length]).toEqual([500, 200, 1]);
    expect((await eventsOf(target.id)).filter((type) => type === 'Post-Mortem Absorbed')).toHaveLength(1);
  });

  it('is not left half done by somebody who writes in between', async () => {
    const [source, target] = [await openedRecord(world()), await openedRecord(world())];
    const { store } = world();
    const { changePostMortem } = store;
    store.changePostMortem = async (id, ...call) => {
      if (id === source.id) {
        store.changePostMortem = changePostMortem;
        await anna('PUT', `/post-mortems/${id}/sections/summary`, { text: 'Two people were phished.' }, FIRST);
      }
      return changePostMortem(id, ...call);
    };
    const body = { into: target.id, reason: REASON };
    const answer = await carl('POST', `/post-mortems/${source.id}/merge`, body, ifMatch('"2"'));
    expect([answer.status, await eventsOf(source.id)]).toEqual([
      200,
      ['Post-Mortem Opened', 'Incident Ticket Linked', 'Section Written', 'Post-Mortem Merged'],
    ]);
  });

  it('is refused to who wrote in the record, and into one whose review is over', async () => {
    const [source, target] = [await openedRecord(world()), await approvedRecord(world())];
    const written = await openedRecord(world());
    await carl('POST', `/post-mortems/${written.id}/root-causes`, { kind: 'human', statement: 'Nobody was trained' });
    const merge = (id: string, into: string) =>
      carl('POST', `/post-mortems/${id}/merge`, { into, reason: REASON }, ANYTHING);
    const answers = [await merge(source.id, target.id), await merge(written.id, source.id)];
    expect(answers.map(({ status, body }) => [status, Object(body).detail])).toEqual([
      [409, expect.stringContaining('choose an open record')],
      [403, expect.stringContaining('a second person')],
    ]);
    const opened = ['Post-Mortem Opened', 'Incident Ticket Linked'];
    expect([await eventsOf(source.id), (await eventsOf(target.id)).includes('Post-Mortem Absorbed')]).toEqual([
      opened,
      false,
    ]);
  });

  it('with a version from before somebody wrote changes neither record', async () => {
    const [source, target] = [(await openedRecord(world())).id, (await openedRecord(world())).id];
    await anna('PUT', `/post-mortems/${source}/sections/summary`, { text: 'Two people were phished.' }, FIRST);
    const answer = await carl(
      'POST',
      `/post-mortems/${source}/merge`,
      { into: target, reason: REASON },
      ifMatch('"2"'),
    );
    expect(answer.status).toBe(412);
    const opened = ['Post-Mortem Opened', 'Incident Ticket Linked'];
    expect([await eventsOf(source), await eventsOf(target)]).toEqual([[...opened, 'Section Written'], opened]);
  });

  it.each<[string, (ids: { source: string; target: string }) => [string, string, string], number]>([
    ['a version that is not there yet', ({ source, target }) => [source, target, '"3"'], 412],
    ['itself', ({ source }) => [source, source, '"2"'], 422],
    ['nothing', ({ source }) => [source, '01KAREC0RDZZZZZZZZZZZZZZZZ', '"2"'], 404],
  ])('with %s changes neither record', async (_, call, status) => {
    const [source, target] = [(await openedRecord(world())).id, (await openedRecord(world())).id];
    const [id, into, etag] = call({ source, target });
    const answer = await carl('POST', `/post-mortems/${id}/merge`, { into, reason: REASON }, ifMatch(etag));
    expect(answer.status).toBe(status);
    const opened = ['Post-Mortem Opened', 'Incident Ticket Linked'];
    expect([await eventsOf(source), await eventsOf(target)]).toEqual([opened, opened]);
  });
});

describe('the audit log', () => {
  it('comes page by page, and is found whole', async () => {
    const { id } = await fullRecord(api());
    const path = `/post-mortems/${id}/events`;
    const whole = await eventsOf(id);
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const { events, next } = Object((await anna('GET', `${path}?limit=7${cursor}`)).body);
      found.push(...events.map(({ type }: { type: string }) => type));
      if (next === undefined) break;
      cursor = `&cursor=${next}`;
    }
    const verification = await anna('GET', `${path}/verification`);
    expect([found, verification.body]).toMatchObject([whole, { isWhole: true, entries: whole.length, findings: [] }]);
  });
});
