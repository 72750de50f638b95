import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { publishReportHandler } from '../../../functions/publish-report/handler.ts';
import { recordSignalHandler } from '../../../functions/record-signal/handler.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { confirmLesson, putLessonInPlace } from '../../../shared/domain/record/decide/settle-lesson.ts';
import { addPart, classify } from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { oneNameIn } from '../../../shared/domain/verification/source-names.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { historiesAbout, storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { storeReport } from '../../../shared/store/inbox/reports.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { A_PROGRAM, A_TRIAL, PROGRAMS } from '../../support/world/programs.ts';
import { aLesson, aNotification, aProof } from '../../support/world/records.ts';
import { aCause, openedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { reports: { settle: 'PT0S' } });
});
afterEach(() => world.close());

const announced = async (type: string) => (await world.outbox()).filter((event) => event.type === type);

describe('record-signal', () => {
  const signal = {
    id: 'run-1',
    subject: { type: 'technique', id: 'T1566.002' },
    outcome: 'pass',
    observedAt: '2026-11-21T09:00:00Z',
    source: 'mail-simulation',
  };
  const send = async (body: unknown, clientId = A_PROGRAM) => {
    const handler = recordSignalHandler({
      ...world,
      programs: PROGRAMS,
      oneName: oneNameIn(world.config.evidenceSources),
      store: (one, event) => storeSignal(world.table, one, event),
    });
    const requestContext = { authorizer: { jwt: { claims: { client_id: clientId } } } };
    const request = { body: typeof body === 'string' ? body : JSON.stringify(body), requestContext };
    const answer = await handler(z.custom<APIGatewayProxyEventV2>().parse(request));
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') };
  };

  it('takes a signal once, however often it is sent', async () => {
    const answers = [await send(signal), await send(signal), await send({ ...signal, id: 'the same, sent again' })];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
    expect(await announced('Signal Recorded')).toHaveLength(1);
  });

  it('gives a signal without an id one of its own', async () => {
    const { id: _, ...anonymous } = signal;
    const answers = [await send(anonymous), await send(anonymous), await send({ ...anonymous, outcome: 'fail' })];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 201]);
  });

  it('takes a signal that spells half of a character, with U+FFFD in its place', async () => {
    const odd = { ...signal, id: 'run \ud83d', source: 'mail \ude00', detail: '3 of 20 \ud83d' };
    expect((await send(odd, A_TRIAL)).status).toBe(201);
    expect((await announced('Signal Recorded')).map(({ data }) => data)).toMatchObject([
      { signal: { id: 'run \ufffd', source: 'mail \ufffd', detail: '3 of 20 \ufffd' } },
    ]);
  });

  it('takes fail, pass and fail under the name of one finding as three', async () => {
    const said = (outcome: string, minute: number) =>
      send({ ...signal, id: 'finding-1', outcome, observedAt: `2026-11-21T09:0${minute}:00Z` });
    const answers = [await said('fail', 1), await said('pass', 2), await said('fail', 3)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await historiesAbout(world.table, { type: 'technique', id: 'T1566.002' })).toMatchObject([
      { stretches: [{ outcome: 'fail' }, { outcome: 'pass' }, { outcome: 'fail' }] },
    ]);
  });

  it('takes what was not judged with its reason, and what is gone, of a resource', async () => {
    const about = { ...signal, resource: 'arn:aws:s3:::customer-data' };
    expect((await send({ ...about, outcome: 'not judged' })).body.detail).toContain('reason: expected the reason');
    expect((await send({ ...about, outcome: 'not judged', reason: 'suppressed' })).status).toBe(201);
    expect((await send({ ...about, outcome: 'gone' })).status).toBe(201);
    expect(await historiesAbout(world.table, { type: 'technique', id: 'T1566.002' })).toMatchObject([
      { source: 'mail-simulation', resource: about.resource, stretches: [{ outcome: 'gone' }] },
    ]);
  });

  it('takes no time from a clock that runs ahead', async () => {
    const ahead = new Date(Date.parse(world.now()) + 200_000).toISOString();
    expect((await send({ ...signal, observedAt: ahead })).status).toBe(201);
    expect((await announced('Signal Recorded')).map(({ data }) => data)).toMatchObject([
      { signal: { observedAt: world.now() } },
    ]);
  });

  it('keeps which program told it, and who answers for that program', async () => {
    await send(signal);
    expect((await announced('Signal Recorded')).map(({ actor }) => actor)).toEqual([
      { kind: 'machine', id: A_PROGRAM, name: 'intake', owner: 'olga@example.com' },
    ]);
  });

  it.each([
    [
      'of a source that its program may not speak for',
      { source: 'cloud-audit' },
      A_PROGRAM,
      'source: the program intake',
    ],
    ['of a program that is gone', {}, 'removed', 'the client removed is none of the programs'],
  ])('refuses a signal %s, and keeps nothing of it', async (_, with_, clientId, detail) => {
    const answer = await send({ ...signal, ...with_ }, clientId);
    expect(answer).toMatchObject({
      status: 403,
      body: { title: 'Not allowed', detail: expect.stringContaining(detail) },
    });
    expect(await announced('Signal Recorded')).toEqual([]);
  });

  it.each([
    ['no JSON', 'hello', 400, 'body: '],
    ['another outcome', { ...signal, outcome: 'maybe' }, 400, 'outcome: '],
    ['a # in its subject', { ...signal, subject: { type: 'control', id: 'a#b' } }, 400, 'subject.id: '],
    ['a time that cannot be written', { ...signal, observedAt: '0000-01-01T00:00:00+23:00' }, 400, 'observedAt: '],
    ['a time to come', { ...signal, observedAt: '2026-11-22T00:00:00Z' }, 422, 'observedAt: '],
    [
      'a source of blanks',
      { ...signal, source: ' \u200b' },
      400,
      'source: expected at least 1 character that can be read',
    ],
    ['an id of blanks', { ...signal, id: '  ' }, 400, 'id: expected at least 1 character that can be read'],
    ['a field too many', { ...signal, severity: 1 }, 400, 'body: '],
  ])('refuses %s', async (_, body, status, detail) => {
    expect(await send(body)).toMatchObject({ status, body: { detail: expect.stringContaining(detail) } });
  });
});

describe('publish-report', () => {
  type Started = { scheduledFor?: string };
  const run = async (
    awsRequestId: string,
    put: (key: string) => Promise<undefined> = () => Promise.resolve(undefined),
    started: Started = {},
  ) => {
    const handler = publishReportHandler({
      ...world,
      bucket: 'reports',
      putNew: ({ key }) => put(key),
      remember: (kind, runId, event) => storeReport(world.table, kind, runId, event),
    });
    return (await handler(started, { awsRequestId })).published;
  };

  it('writes both reports in three forms, and announces each once they are there', async () => {
    await ticketedRemediation(world);
    world.clock.advance('P15D');
    const files: string[] = [];
    const published = await run('run-1', (key) => Promise.resolve(void files.push(key)));
    const stamp = '2026-12-06T10-00-00.000Z';
    expect(files.toSorted()).toEqual(
      ['overdue', 'validation'].flatMap((kind) =>
        ['html', 'json', 'md'].map((ending) => `reports/${kind}/2026-12-06/${stamp}-${kind}.${ending}`),
      ),
    );
    expect(published.map(({ summary }) => summary)).toEqual([
      'Security lessons: 1 remediation is overdue.',
      'Security lessons: No fix was claimed or checked in this period, 1 remediation overdue.',
    ]);
    expect((await announced('Report Published')).map(({ data }) => data.kind)).toEqual(['overdue', 'validation']);
  });

  it('announces a report once when the run is repeated after a failure', async () => {
    let failures = 1;
    const failing = (key: string) =>
      key.includes('validation') && failures-- > 0 ? Promise.reject(new Error('no space')) : Promise.resolve(undefined);
    await expect(run('run-1', failing)).rejects.toThrow('no space');
    world.clock.advance('PT1M');
    await run('run-1', failing);
    expect((await announced('Report Published')).map(({ data }) => data.kind)).toEqual(['overdue', 'validation']);
  });

  it('tells in every form, and in the mail, what the first of its runs found', async () => {
    const asked = { kind: 'overdue', at: '2026-12-06T10:00:00.000Z', isMailed: true, by: ANNA };
    const files = new Map<string, string>();
    const makeAsked = (isPageRefused: boolean) =>
      publishReportHandler({
        ...world,
        bucket: 'reports',
        putNew({ key, body }) {
          if (isPageRefused && key.endsWith('.html')) return Promise.reject(new Error('no space'));
          const before = files.get(key);
          files.set(key, before ?? body);
          return Promise.resolve(before);
        },
        remember: (kind, runId, event) => storeReport(world.table, kind, runId, event),
      })({ asked }, { awsRequestId: 'asked' });
    await expect(makeAsked(true)).rejects.toThrow('no space');
    await ticketedRemediation(world, { title: 'Found by the second run' });
    world.clock.advance('P15D');
    const { published } = await makeAsked(false);
    expect([...files.keys()].map((key) => key.split('.').at(-1)).toSorted()).toEqual(['html', 'json', 'md']);
    expect([...files.values()].filter((text) => text.includes('Found by the second run'))).toEqual([]);
    expect(published).toMatchObject([{ summary: 'Security lessons: Nothing is overdue.' }]);
    expect(await announced('Report Published')).toHaveLength(1);
  });

  it('writes and announces one pair for one scheduled time, though the scheduler starts it twice', async () => {
    const started = { scheduledFor: '2026-11-23T07:00:00Z' };
    const files: string[] = [];
    const put = (key: string) => Promise.resolve(void files.push(key));
    const first = await run('run-1', put, started);
    world.clock.advance('PT1S');
    const again = await run('run-2', put, started);
    world.clock.advance('P7D');
    const next = await run('run-3', put, { scheduledFor: '2026-11-30T07:00:00Z' });
    expect([again, files.length, next[0]?.period.from]).toEqual([[], 12, first[0]?.period.to]);
    expect((await announced('Report Published')).length).toBe(4);
  });

  it('leaves nothing out between two reports of which one was written by both of two starts at once', async () => {
    const started = { scheduledFor: '2026-11-23T07:00:00Z' };
    const both = await Promise.all([run('run-1', undefined, started), run('run-2', undefined, started)]);
    world.clock.advance('P7D');
    const next = await run('run-3');
    const [first, second] = await announced('Report Published');
    expect((await announced('Report Published')).length).toBe(4);
    const end = { period: { to: next[0]?.period.from } };
    expect([first?.data, second?.data]).toMatchObject([end, end]);
    expect(both.flat().length).toBeGreaterThan(1);
  });

  it('goes on where the report before it ended', async () => {
    const first = await run('run-1');
    world.clock.advance('P9D');
    const second = await run('run-2');
    expect([first[0]?.period, second[0]?.period]).toEqual([
      { from: '2026-11-14T10:00:00.000Z', to: '2026-11-21T10:00:00.000Z' },
      { from: '2026-11-21T10:00:00.000Z', to: '2026-11-30T10:00:00.000Z' },
    ]);
  });

  it('lists the duties of records, and of a restricted one only that there are some', async () => {
    const open = await openedRecord(world);
    const restricted = await openedRecord(world);
    const change = (id: PostMortemId, decide: (record: PostMortem) => RecordEvent[]) =>
      world.store.changePostMortem(id, decide, aCause(ANNA));
    await change(restricted.id, (record) => classify(record, { tlp: 'RED' }, ANNA, world.config));
    for (const { id } of [open, restricted]) {
      await change(id, (record) => addPart(record, { kind: 'lesson', content: aLesson() }, ANNA));
      const content = aNotification({ clockStartedAt: world.now() });
      await change(id, (record) => addPart(record, { kind: 'notification', content }, ANNA));
    }
    world.clock.advance('P12D');
    await world.sweep();
    const { lessons, notifications, reviews } = overdueReport(await gatherReportInput(world, world.now()));
    const hidden = `Restricted record ${restricted.id} (TLP:RED)`;
    expect([lessons, notifications].map((all) => all.map(({ what }) => what).toSorted())).toEqual([
      ['Payment handbook (procedure)', hidden],
      ['GDPR: notification to The regulator', hidden],
    ]);
    expect(reviews.map(({ title }) => title).toSorted()).toEqual(['Employees phished', 'TLP:RED']);
  });

  it('shows where lessons stand, with the version that says them, and of a restricted one only that it is there', async () => {
    const [open, restricted] = [await openedRecord(world), await openedRecord(world)];
    const change = (id: PostMortemId, by: typeof ANNA, decide: (record: PostMortem) => RecordEvent[]) =>
      world.store.changePostMortem(id, decide, aCause(by));
    await change(restricted.id, ANNA, (record) => classify(record, { tlp: 'RED' }, ANNA, world.config));
    const proof = aProof({ versionAt: world.now() });
    for (const { id } of [open, restricted]) {
      const [first, second] = [aLesson(), aLesson({ document: 'Another handbook', ownerTeam: 'the CFO' })];
      for (const content of [first, second]) {
        await change(id, ANNA, (record) => addPart(record, { kind: 'lesson', content }, ANNA));
        await change(id, ANNA, (record) => putLessonInPlace(record, content.id, proof, ANNA, world.now()));
      }
      await change(id, BEN, (record) => confirmLesson(record, first.id, BEN, world.now()));
    }
    await world.deliver();
    const { lessonsNow } = validationReport(await gatherReportInput(world, world.now()));
    const none = { open: 0, noLongerHolds: 0, reviewDue: 0 };
    const dated = `dated ${world.now().slice(0, 10)}`;
    const hidden = `Restricted record ${restricted.id} (TLP:RED)`;
    expect(lessonsNow?.totals).toEqual({ ...none, claimed: 2, inPlace: 2 });
    expect(lessonsNow?.byTeam.find(({ ownerTeam }) => ownerTeam === 'the CFO')).toMatchObject({
      claimed: 1,
      inPlace: 0,
    });
    expect(
      lessonsNow?.listed.map((one) => [one.what, one.standing, one.version, one.url, one.proof]).toSorted(),
    ).toEqual(
      [
        ['Another handbook (procedure)', 'claimed', proof.version, proof.url, dated],
        ['Payment handbook (procedure)', 'in place', proof.version, proof.url, dated],
        [hidden, 'claimed', undefined, undefined, undefined],
        [hidden, 'in place', undefined, undefined, undefined],
      ].toSorted(),
    );
  });

  it('names the team of a restricted record only where the configuration knows it', async () => {
    const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
    const config = parseConfig({ ...world.config, teams: { finance: people } });
    const { id } = await openedRecord(world);
    const change = (decide: (record: PostMortem) => RecordEvent[]) =>
      world.store.changePostMortem(id, decide, aCause(ANNA));
    await change((record) => classify(record, { tlp: 'RED' }, ANNA, config));
    await change((record) => addPart(record, { kind: 'lesson', content: aLesson({ ownerTeam: 'finance' }) }, ANNA));
    await change((record) => addPart(record, { kind: 'lesson', content: aLesson({ ownerTeam: 'the CFO' }) }, ANNA));
    world.clock.advance('P12D');
    const { lessons } = overdueReport(await gatherReportInput({ ...world, config }, world.now()));
    const teams = lessons.map(({ ownerTeam }) => ownerTeam);
    expect([teams.length, teams.includes('finance'), teams.includes('the CFO')]).toEqual([2, true, false]);
  });

  it('shows a fix that did not hold and whose ticket nobody could reopen', async () => {
    const { ticket } = await ticketedRemediation(world, {
      verification: {
        checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1566.002' }, sources: ['mail-simulation'] }],
      },
    });
    world.simulator.transition(ticket.key, 'Done');
    await world.sweep();
    world.clock.advance('P7D');
    const failing = z.custom<Parameters<typeof storeSignal>[1]>().parse({
      id: 's1',
      subject: { type: 'technique', id: 'T1566.002' },
      outcome: 'fail',
      observedAt: world.now(),
      source: 'mail-simulation',
    });
    await storeSignal(world.table, failing, world.event({ type: 'Signal Recorded', data: { signal: failing } }));
    await world.verify();
    world.clock.advance('PT1H');
    await world.verify();
    world.clock.advance('P60D');
    expect((await run('run-1'))[0]?.summary).toBe('Security lessons: 1 remediation is overdue.');
  });
});
