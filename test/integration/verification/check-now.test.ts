import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Installation } from '../../../cli/installation.ts';
import { run } from '../../../cli/program.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import type { Tlp } from '../../../shared/domain/words/tlp.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { ANNA } from '../../support/world/people.ts';
import { A_PROGRAM } from '../../support/world/programs.ts';
import { aCause, latest, ticketedRemediation } from '../../support/world/stories.ts';

const { world, as, anna } = apiForEachTest();
const program = as({ kind: 'machine', id: A_PROGRAM }, 'machine');
const reader = as({ kind: 'machine', id: A_PROGRAM }, 'machine reader');
const olga = as({ kind: 'person', id: 'olga', name: 'Olga Auditor', email: 'olga@example.com' }, 'auditor');
const subject = { type: 'technique' as const, id: 'T1566.002' };

async function says(outcome: Signal['outcome'], detail: string, of: Partial<Signal> = {}): Promise<void> {
  const { table, newId, now, event } = world();
  const signal = {
    id: newId(),
    subject,
    outcome,
    observedAt: now(),
    source: 'scanner',
    detail,
    url: 'https://scan.test/1',
    ...of,
  };
  await storeSignal(table, signal, event({ type: 'Signal Recorded', data: { signal } }));
}

async function claimed(tlp?: Tlp) {
  const fix = await ticketedRemediation(world());
  world().simulator.transition(fix.ticket.key, 'Done', { by: 'Mia Okafor' });
  await world().sweep();
  await world().deliver();
  const { store, config } = world();
  if (tlp !== undefined)
    await store.changePostMortem(fix.postMortemId, (one) => classify(one, { tlp }, ANNA, config), aCause(ANNA));
  return fix;
}
const pathOf = ({ postMortemId, id }: Awaited<ReturnType<typeof claimed>>) =>
  `/post-mortems/${postMortemId}/remediations/${id}/check`;
const asked = async (id: string) =>
  (await world().store.events(Object(id)))
    .filter(({ type }) => type === 'Remediation Check Asked For')
    .map(({ actor, data }) => [actor.id, Object(data).by.id, Object(data).at]);

describe('a check that somebody asks for', () => {
  it('says where the fix stands, in words and with the evidence, though nothing changed', async () => {
    const fix = await claimed();
    world().clock.advance('P1D');
    await says('pass', 'quarantined');
    const { status, body } = await anna('POST', pathOf(fix));
    expect([status, body]).toMatchObject([
      200,
      {
        state: 'claimed',
        grade: 'awaiting',
        step: 0,
        steps: 3,
        nextCheckAt: expect.any(String),
        changes: [],
        results: [
          {
            outcome: 'pass',
            because: 'scanner: pass, quarantined',
            evidence: [{ what: 'scanner: pass, quarantined', url: 'https://scan.test/1' }],
          },
        ],
      },
    ]);
  });

  it('judges at once what the schedule would have judged later, and says what changed', async () => {
    const fix = await claimed();
    world().clock.advance('P1D');
    await says('fail', '3 of 20 got through');
    world().clock.advance('PT2H');
    const { body } = await anna('POST', pathOf(fix));
    expect(body).toMatchObject({
      state: 'ineffective',
      grade: 'failed',
      changes: ['Remediation Ineffective'],
      results: [{ outcome: 'fail', because: 'scanner: fail, 3 of 20 got through' }],
    });
    expect((await latest(world(), fix)).state).toBe('ineffective');
  });

  it('shows a fail that is not settled, and evidence that is missing', async () => {
    const fix = await claimed();
    world().clock.advance('P1D');
    await says('fail', '1 of 20 got through');
    const inDoubt = await anna('POST', pathOf(fix));
    world().clock.advance('PT10M');
    await says('pass', 'quarantined');
    world().clock.advance('P20D');
    const late = await anna('POST', pathOf(fix));
    expect([inDoubt.body, late.body]).toMatchObject([
      { state: 'claimed', grade: 'awaiting', doubt: { source: 'scanner' }, results: [{ outcome: 'unsettled' }] },
      {
        state: 'verifying',
        grade: 'awaiting',
        step: 1,
        changes: ['Remediation Doubt Ended', 'Remediation Check Passed'],
      },
    ]);
    world().clock.advance('P11D');
    expect((await anna('POST', pathOf(fix))).body).toMatchObject({
      grade: 'late',
      silence: { rung: 'late' },
      results: [{ outcome: 'stale', because: expect.stringContaining('is expected by') }],
    });
  });

  it('shows how often its sources did not judge, and why, which changes nothing and wakes nobody', async () => {
    const fix = await claimed();
    const before = await latest(world(), fix);
    const why = { source: 'mail-simulation', resource: 'mx-1', reason: 'the agent did not answer' };
    for (const hour of [1, 2, 3]) {
      world().clock.advance('PT1H');
      await says('not judged', '', hour === 3 ? why : { reason: 'suppressed' });
    }
    const at = world().now();
    await world().deliver();
    expect(await latest(world(), fix)).toEqual(before);
    const notJudged = { count: 3, newest: { at, ...why } };
    const { status, body } = await anna('GET', pathOf(fix).replace(/check$/, 'standing'));
    expect([status, body]).toMatchObject([
      200,
      { state: 'claimed', grade: 'awaiting', results: [{ outcome: 'unknown', notJudged }] },
    ]);
    expect((await anna('POST', pathOf(fix))).body).toMatchObject({ changes: [], results: [{ notJudged }] });
    world().clock.advance('PT1H');
    await says('pass', 'quarantined', { source: 'mail-simulation', resource: 'mx-1' });
    const after = await anna('GET', pathOf(fix).replace(/check$/, 'standing'));
    expect(Object(after.body).results).toMatchObject([
      { outcome: 'pass', notJudged: { count: 2, newest: { source: 'scanner' } } },
    ]);
  });

  it('is what reading without judging says, of silence that nobody has told yet, too', async () => {
    const fix = await claimed();
    world().clock.advance('P8D');
    const path = pathOf(fix).replace(/check$/, 'standing');
    const read = await anna('GET', path);
    const checked = await anna('POST', pathOf(fix));
    expect([read.body, checked.body]).toMatchObject([
      { grade: 'late', silence: { rung: 'late' } },
      { grade: 'late', silence: Object(read.body).silence },
    ]);
  });

  it('is made once a minute for each fix, whoever asks, and says when to come back', async () => {
    const fix = await claimed();
    const first = await anna('POST', pathOf(fix));
    world().clock.advance('PT20S');
    const second = await olga('POST', pathOf(fix));
    world().clock.advance('PT40S');
    const third = await olga('POST', pathOf(fix));
    expect([first.status, second.status, second.headers['retry-after'], third.status]).toEqual([200, 429, '40', 200]);
  });

  it('is made once of ten at the same moment', async () => {
    const fix = await claimed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => anna('POST', pathOf(fix))));
    expect([answers.filter(({ status }) => status === 200).length, (await asked(fix.postMortemId)).length]).toEqual([
      1, 1,
    ]);
  });

  it('stands in the log with who asked', async () => {
    const fix = await claimed();
    const at = world().now();
    await program('POST', pathOf(fix));
    expect(await asked(fix.postMortemId)).toEqual([[A_PROGRAM, A_PROGRAM, at]]);
  });

  it('is repeated under its key without another check', async () => {
    const fix = await claimed();
    const ask = () => anna('POST', pathOf(fix), undefined, { 'idempotency-key': 'once' });
    const [first, second] = [await ask(), await ask()];
    expect([second.status, second.body, (await asked(fix.postMortemId)).length]).toEqual([200, first.body, 1]);
  });

  it('is refused for a fix that is no claim, and of one that is not there', async () => {
    const fix = await ticketedRemediation(world());
    const [open, none] = [
      await anna('POST', pathOf(fix)),
      await anna('POST', pathOf({ ...fix, id: Object('01KAREC0RDZZZZZZZZZZZZZZZZ') })),
    ];
    expect([open.body, none.status, await asked(fix.postMortemId)]).toMatchObject([
      { status: 409, detail: 'the remediation is open; it can be checked once its ticket is done' },
      404,
      [],
    ]);
  });

  it('is hidden where the record is, and noted when it is repeated of a restricted one', async () => {
    const fix = await claimed('RED');
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');
    const statuses = [eve, program, reader].map(async (who) => (await who('POST', pathOf(fix))).status);
    const ask = () => olga('POST', pathOf(fix), undefined, { 'idempotency-key': 'once' });
    expect([await Promise.all(statuses), (await ask()).status, (await ask()).status]).toEqual([
      [404, 404, 403],
      200,
      200,
    ]);
    const reads = await world().store.looks(fix.postMortemId);
    expect(reads).toMatchObject([{ actor: { id: 'olga' }, data: { what: `remediations/${fix.id}` } }]);
  });

  it('is read without judging by who may read the record, which is noted of a restricted one', async () => {
    const [fix, open] = [await claimed('RED'), await claimed()];
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');
    const standing = (of: typeof fix) => pathOf(of).replace(/check$/, 'standing');
    const statuses = [eve, program, reader, olga].map(async (who) => (await who('GET', standing(fix))).status);
    expect(await Promise.all(statuses)).toEqual([404, 404, 404, 200]);
    expect((await reader('GET', standing(open))).status).toBe(200);
    const reads = await world().store.looks(fix.postMortemId);
    expect([reads, await asked(fix.postMortemId)]).toMatchObject([
      [{ actor: { id: 'olga' }, data: { what: `remediations/${fix.id}/standing` } }],
      [],
    ]);
  });
});

describe('holdfast check-fix', () => {
  async function holdfast(...args: string[]) {
    const { terminal, out, err } = testTerminal();
    const connect = () => Promise.resolve(z.custom<Installation>().parse({ table: world().table }));
    const exitCode = await run(['check-fix', ...args], { terminal, connect, signIn: NO_SIGN_IN, now: world().now });
    return { exitCode, out: out(), err: err() };
  }

  it('prints where the fix stands, and answers 1 when something speaks against it', async () => {
    const fix = await claimed();
    world().clock.advance('P1D');
    await says('pass', 'quarantined');
    const fine = await holdfast(fix.postMortemId, fix.id);
    world().clock.advance('P1D');
    await says('fail', '3 of 20 got through');
    const doubted = await holdfast(fix.postMortemId, fix.id, '--json');
    expect([fine.exitCode, fine.out, doubted.exitCode, JSON.parse(doubted.out)]).toMatchObject([
      0,
      expect.stringContaining('claimed: awaiting, 0 of 3 steps passed\n  next check: '),
      1,
      { doubt: { source: 'scanner' }, changes: ['Remediation Doubted'] },
    ]);
    expect(fine.out).toContain('— scanner: pass, quarantined\n  nothing changed\n');
    expect((await asked(fix.postMortemId)).map(([who]) => who)).toEqual(['holdfast check-fix', 'holdfast check-fix']);
  });

  it('prints how often a source did not judge, and its last reason', async () => {
    const fix = await claimed();
    world().clock.advance('P1D');
    await says('not judged', '', { resource: 'mx-1', reason: 'the agent did not answer' });
    const { out } = await holdfast(fix.postMortemId, fix.id);
    const at = world().now();
    expect(out).toContain(`\n    not judged once by scanner on mx-1 at ${at}: the agent did not answer\n`);
  });

  it('says why it did not judge', async () => {
    const open = await ticketedRemediation(world());
    const fix = await claimed();
    await holdfast(fix.postMortemId, fix.id);
    const refused = [await holdfast(open.postMortemId, open.id), await holdfast(fix.postMortemId, fix.id)];
    expect(refused.map(({ exitCode, err }) => [exitCode, err])).toEqual([
      [1, expect.stringContaining('the remediation is open; it can be checked once its ticket is done')],
      [1, expect.stringContaining('ask again in 60 s')],
    ]);
  });
});
