import { describe, expect, it } from 'vitest';
import { changePart, classify, proposeRecommendation } from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { VerificationPlan } from '../../../shared/domain/verification/plan.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { watchersOf } from '../../../shared/store/queues/watchers.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { ANNA } from '../../support/world/people.ts';
import { A_PROGRAM } from '../../support/world/programs.ts';
import { aDraft, aRecommendationId } from '../../support/world/records.ts';
import {
  aCause,
  approvedRecord,
  openedRecord,
  submittedRecord,
  ticketedRemediation,
} from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');
const program = as({ kind: 'machine', id: A_PROGRAM }, 'machine reader');

const PHISHING = { type: 'technique' as const, id: 'T1566.002' };

const PAYROLL_EDR = { type: 'control' as const, id: 'payroll-edr' };
const ASKS_FOR_EDR: VerificationPlan = {
  checks: [{ kind: 'signal', subject: PAYROLL_EDR, sources: ['mail-simulation'] }],
};

/** Marks the record, or that of the fix, as TLP:RED. */
async function restrict(of: PostMortem | Remediation): Promise<PostMortemId> {
  const id = 'postMortemId' in of ? of.postMortemId : of.id;
  await world().store.changePostMortem(
    id,
    (record) => classify(record, { tlp: 'RED' }, ANNA, world().config),
    aCause(ANNA),
  );
  return id;
}

/** Takes in a signal a minute after the last one. */
async function say(with_: Partial<Signal> = {}): Promise<void> {
  world().clock.advance('PT1M');
  const signal: Signal = {
    id: 'run-1',
    subject: PHISHING,
    outcome: 'pass',
    observedAt: world().now(),
    source: 'mail-simulation',
    ...with_,
  };
  const event = world().event({ type: 'Signal Recorded', data: { signal } });
  expect(await storeSignal(world().table, signal, event)).toBe('stored');
}

async function list(query = '', by = ben): Promise<{ ids: string[]; next?: string; looked?: unknown }> {
  const { status, body } = await by('GET', `/signals${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const { signals, ...end } = Object(body);
  return { ids: signals.map(({ id }: { id: string }) => id), ...end };
}

/** A claimed fix that is checked against phishing, of a record with this mark that Anna wrote. */
async function watched(tlp: 'AMBER' | 'RED'): Promise<{ postMortemId: string; id: string }> {
  const fix = await ticketedRemediation(world(), {
    verification: { checks: [{ kind: 'signal', subject: PHISHING, sources: ['mail-simulation'] }] },
  });
  world().simulator.transition(fix.ticket.key, 'Done');
  await world().sweep();
  await world().deliver();
  await world().store.changePostMortem(
    fix.postMortemId,
    (record) => classify(record, { tlp }, ANNA, world().config),
    aCause(ANNA),
  );
  return fix;
}

describe('the list of signals', () => {
  it('shows what sources said, the newest arrival first, with who told it', async () => {
    await say({ id: 'first' });
    const observedAt = world().now();
    await say({ id: 'told late', observedAt, outcome: 'fail', resource: 'mail-1', detail: '3 of 20 clicked' });
    const { body } = await ben('GET', '/signals');
    expect(Object(body).signals.map(({ id }: { id: string }) => id)).toEqual(['told late', 'first']);
    expect(Object(body).signals[0]).toEqual({
      id: 'told late',
      subject: PHISHING,
      resource: 'mail-1',
      outcome: 'fail',
      source: 'mail-simulation',
      observedAt,
      receivedAt: world().now(),
      toldBy: { kind: 'system', id: 'test' },
      detail: '3 of 20 clicked',
    });
  });

  it('shows a signal that was sent twice once', async () => {
    await say({ id: 'once', observedAt: world().now() });
    const again = { id: 'once', subject: PHISHING, outcome: 'pass' as const, source: 'mail-simulation' };
    const observedAt = new Date(Date.parse(world().now()) - 60_000).toISOString();
    const event = world().event({ type: 'Signal Recorded', data: { signal: { ...again, observedAt } } });
    await storeSignal(world().table, { ...again, observedAt }, event);
    expect((await list()).ids).toEqual(['once']);
  });

  it('finds those of a subject, a source, a resource, an outcome and a time', async () => {
    await say({ id: 'control', subject: { type: 'control', id: 'T1566.002' } });
    await say({ id: 'scan', source: 'cloud-audit', resource: 'bucket-1', outcome: 'fail' });
    const between = world().now();
    await say({ id: 'run' });
    expect([
      (await list('?subjectType=technique&subject=T1566.002')).ids,
      (await list('?subjectType=control')).ids,
      (await list('?source=cloud-audit&source=nobody')).ids,
      (await list('?resource=bucket-1')).ids,
      (await list('?resource=*&outcome=pass')).ids,
      (await list('?outcome=fail&outcome=gone')).ids,
      (await list(`?since=${between}`)).ids,
      (await list(`?before=${between}`)).ids,
      (await list(`?subjectType=technique&subject=T1566.002&before=${between}`)).ids,
      (await list(`?since=${world().now()}&before=${between}`)).ids,
    ]).toEqual([
      ['run', 'scan'],
      ['control'],
      ['scan'],
      ['scan'],
      ['run', 'control'],
      ['scan'],
      ['run', 'scan'],
      ['control'],
      [],
      [],
    ]);
  });

  it.each(['', '&subjectType=technique&subject=T1566.002'])(
    'goes on where a page ended, also within one moment, asked with %j',
    async (which) => {
      await say({ id: 'a' });
      const observedAt = world().now();
      for (const id of ['b', 'c', 'd']) {
        const signal = { id, subject: PHISHING, outcome: 'pass' as const, source: id, observedAt };
        const event = world().event({ type: 'Signal Recorded', data: { signal } });
        await storeSignal(world().table, signal, event);
      }
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await list(`?limit=1${which}${cursor}`);
        found.push(...page.ids);
        cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
      } while (cursor !== '');
      expect(found.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    },
  );

  it('says how far it looked, where a filter leaves out more than one call looks at', async () => {
    for (let index = 0; index < 501; index += 1) await say({ outcome: 'gone' });
    expect(await list('?outcome=fail')).toMatchObject({ ids: [], looked: { at: 500 }, next: expect.any(String) });
  });

  it('wants the kind of a subject with its id', async () => {
    expect(await ben('GET', '/signals?subject=T1566')).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'subjectType' }] },
    });
  });

  it('comes as a file that no spreadsheet takes for formulas', async () => {
    await say({ detail: '=1+1' });
    const { headers, body } = await ben('GET', '/signals?format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(String(body).split('\r\n')[0]).toBe(
      'receivedAt,observedAt,source,subjectType,subject,resource,outcome,reason,detail,url,id,toldBy,subjectName',
    );
    expect(String(body)).toContain(`,'=1+1,`);
  });

  it('shows a long text and no address that is too long, so that a page is never longer than an answer may be', async () => {
    await say({ detail: 'd'.repeat(4_000), url: `https://scanner.example/${'u'.repeat(3_000)}` });
    const { body } = await ben('GET', '/signals');
    expect(Object(body).signals[0]).toMatchObject({ detail: `${'d'.repeat(499)}…` });
    expect(Object(body).signals[0]).not.toHaveProperty('url');
  });
});

describe('a signal that would give a restricted record away', () => {
  it('about what only fixes of it are checked against is shown to those alone who may read it', async () => {
    await watched('RED');
    await say({ id: 'run' });
    expect([
      (await list('', ben)).ids,
      (await list('', anna)).ids,
      (await list('', eve)).ids,
      (await list('?subjectType=technique&subject=T1566.002', eve)).ids,
      (await list('', program)).ids,
    ]).toEqual([['run'], ['run'], [], [], []]);
  });

  it.each([
    ['a fix whose ticket is open', ticketedRemediation],
    ['an approved fix that has no ticket yet', approvedRecord],
    ['a recommendation that is still judged', submittedRecord],
  ])('about what only %s of it asks for is shown to those alone who may read it', async (_, story) => {
    await restrict(await story(world(), { verification: ASKS_FOR_EDR }));
    const aboutEdr = { subject: PAYROLL_EDR, detail: 'payroll server of the CFO has no EDR' };
    await say({ id: 'scan', ...aboutEdr });
    expect([
      (await list('', ben)).ids,
      (await list('', anna)).ids,
      (await list('', eve)).ids,
      (await list('?subjectType=control&subject=payroll-edr', eve)).ids,
      (await list('', program)).ids,
    ]).toEqual([['scan'], ['scan'], [], [], []]);
  });

  it('is hidden from the moment on in which a rewritten recommendation of it asks for the subject', async () => {
    const record = await restrict(await openedRecord(world()));
    await say({ id: 'scan', subject: PAYROLL_EDR });
    const id = aRecommendationId();
    const write = (decide: (now: PostMortem) => RecordEvent[]) =>
      world().store.changePostMortem(record, decide, aCause(ANNA));
    await write((now) => proposeRecommendation(now, id, aDraft(), ANNA));
    const before = (await list('', eve)).ids;
    const content = { ...aDraft({ verification: ASKS_FOR_EDR }), id, status: 'proposed' as const };
    await write((now) => changePart(now, { kind: 'recommendation', content }, ANNA));
    expect([before, (await list('', eve)).ids, (await list('', anna)).ids]).toEqual([['scan'], [], ['scan']]);
  });

  it('is shown where only records that they may read ask for its subject', async () => {
    await submittedRecord(world(), { verification: ASKS_FOR_EDR });
    await say({ id: 'scan', subject: PAYROLL_EDR });
    expect([(await list('', eve)).ids, (await list('', program)).ids]).toEqual([['scan'], ['scan']]);
  });

  it('is shown to nobody more by a recommendation that somebody writes in a record of their own', async () => {
    await restrict(await ticketedRemediation(world(), { verification: ASKS_FOR_EDR }));
    await submittedRecord(world(), { verification: ASKS_FOR_EDR });
    await say({ id: 'scan', subject: PAYROLL_EDR });
    expect((await list('', eve)).ids).toEqual([]);
  });

  it('judges no fix that is not claimed', async () => {
    const fix = await ticketedRemediation(world(), { verification: ASKS_FOR_EDR });
    const found = await Array.fromAsync(watchersOf(world().table, PAYROLL_EDR, { isLatest: true }));
    expect([fix.state, found]).toEqual(['open', []]);
  });

  it('is shown to all where a fix that they may read is checked against the same', async () => {
    await watched('RED');
    await watched('AMBER');
    await say({ id: 'run' });
    expect([(await list('', eve)).ids, (await list('', program)).ids]).toEqual([['run'], ['run']]);
  });

  it.each(['id', 'resource', 'detail'] as const)(
    'is not shown to others where its %s names the record',
    async (field) => {
      const id = await restrict(await openedRecord(world()));
      await say({ [field]: `see ${id.toLowerCase()}` });
      expect([(await list('', ben)).ids.length, (await list('', eve)).ids.length]).toEqual([1, 0]);
    },
  );

  it.each([
    [
      'in an address inside an address',
      (id: string) => ({ url: `https://wiki.example/?back=%2Fpost-mortems%2F${id}` }),
    ],
    ['with escapes of escapes', (id: string) => ({ url: `https://wiki.example/?back=%252Fpost-mortems%252F${id}` })],
    ['behind other letters', (id: string) => ({ resource: `pm${id}` })],
    ['between other letters and digits', (id: string) => ({ detail: `7PM${id}AND0MORE` })],
    ['with letters as escapes', (id: string) => ({ detail: `see %${id.charCodeAt(0).toString(16)}${id.slice(1)}` })],
    ['beside an escape that is none', (id: string) => ({ detail: `100% of %2F%E0%A4 %2${id} is %ZZ` })],
  ])('is not shown to others where it names the record %s', async (_, namedIn) => {
    const id = await restrict(await openedRecord(world()));
    await say(namedIn(id));
    expect([(await list('', ben)).ids.length, (await list('', eve)).ids.length]).toEqual([1, 0]);
  });

  it('is shown with hashes, which are made of the letters of ids and name no record', async () => {
    await say({ detail: sha256('an alert'), resource: '0123456789abcdef'.repeat(4) });
    expect((await list('', eve)).ids.length).toBe(1);
  });

  it.each([
    [
      'names more ids than are looked up',
      'ABCDEFGHJKM'
        .split('')
        .map((letter) => `01${letter.repeat(24)}`)
        .join(' '),
    ],
    ['hides its words in escapes of escapes of escapes', `%${'25'.repeat(20)}41`],
  ])('is shown to those alone who may read every record where it %s', async (_, detail) => {
    await say({ detail });
    expect([(await list('', ben)).ids.length, (await list('', eve)).ids.length]).toEqual([1, 0]);
  });

  it('is not shown to others where its subject is a fix that nobody has claimed, which leads to no record', async () => {
    const { id } = await ticketedRemediation(world());
    await say({ subject: { type: 'remediation', id } });
    expect([(await list('', ben)).ids.length, (await list('', eve)).ids.length]).toEqual([1, 0]);
  });

  it('is shown with ids that are of no record', async () => {
    await say({ id: '01KAREC0RDZZZZZZZZZZZZZZZZ' });
    expect((await list('', eve)).ids).toEqual(['01KAREC0RDZZZZZZZZZZZZZZZZ']);
  });
});
