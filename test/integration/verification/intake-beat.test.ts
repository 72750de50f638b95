import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordSignalHandler } from '../../../functions/record-signal/handler.ts';
import { INTAKE_BEAT, type IntakeBeat } from '../../../runtime/intake-beat-call.ts';
import type { Check } from '../../../shared/domain/verification/plan.ts';
import { intakeDowns } from '../../../shared/store/inbox/intake-beats.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { checkNow } from '../../../shared/verification/check-now.ts';
import { beatIntake } from '../../../shared/verification/intake-beat.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA } from '../../support/world/people.ts';
import { aProgram } from '../../support/world/programs.ts';
import { aCause, latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { verification: { steps: ['P7D', 'P30D'] } });
});
afterEach(() => world.close());

const handler = () =>
  recordSignalHandler({
    ...world,
    programs: new Map([['scanner', aProgram({ sources: ['*'] })]]),
    oneName: (name) => name,
    store: (one, event) => storeSignal(world.table, one, event),
  });
const call = (event: unknown) => handler()(z.custom<APIGatewayProxyEventV2 | IntakeBeat>().parse(event));
const beat = () => beatIntake(world, aCause());
const downs = () => intakeDowns(world.table, world.now(), true);
const ms = (at: string) => Date.parse(at);

/** Beats every quarter of an hour for a while: no more seldom than an intake that is up. */
async function beatsFor(days: number): Promise<void> {
  for (let quarter = 0; quarter < days * 96; quarter += 1) {
    world.clock.advance('PT15M');
    await beat();
  }
}

describe('the beat of the intake', () => {
  it('is what the scheduler calls the function of signals with, and nothing that a request can look like', async () => {
    const called = await call(JSON.parse(INTAKE_BEAT));
    world.clock.advance('PT16M');
    const sent = await call({ body: INTAKE_BEAT, rawPath: '/signals' });
    expect([called.statusCode, sent.statusCode, (await downs()).length]).toEqual([204, 400, 1]);
  });

  it('tells nothing before there was one, and of no outage while it goes on', async () => {
    world.clock.advance('P10D');
    const before = await downs();
    await beatsFor(1);
    expect([before, await downs()]).toEqual([[], []]);
  });

  it('tells of an outage while it lasts, and once when it is over, by several calls at once, too', async () => {
    await beat();
    const from = world.now();
    world.clock.advance('PT16M');
    const during = await downs();
    world.clock.advance('PT44M');
    const to = world.now();
    await Promise.all([beat(), beat(), beat()]);
    world.clock.advance('PT10M');
    await beat();
    const told = (await world.outbox()).filter(({ type }) => type === 'Evidence Intake Was Down');
    expect([during, await downs(), told.map(({ data }) => data)]).toEqual([
      [{ from: ms(from), to: Number.POSITIVE_INFINITY, isUnconfirmed: false }],
      [{ from: ms(from), to: ms(to) }],
      [{ from, to }],
    ]);
  });

  it('remembers the newest hundred outages, and takes no step back', async () => {
    await beat();
    for (let count = 0; count < 105; count += 1) {
      world.clock.advance('PT1H');
      await beat();
    }
    await beatIntake({ ...world, now: () => '2020-01-01T00:00:00.000Z' }, aCause());
    const from = world.now();
    world.clock.advance('PT20M');
    await beat();
    const known = await downs();
    expect([known.length, known.at(-1)]).toEqual([100, { from: ms(from), to: ms(world.now()) }]);
  });

  it('is noted by signals, too, at most every five minutes, once the scheduler has begun', async () => {
    const one = handler();
    const send = () => {
      const signal = {
        source: 'scanner',
        subject: { type: 'control', id: 'S3.1' },
        outcome: 'pass',
        observedAt: world.now(),
      };
      const requestContext = { authorizer: { jwt: { claims: { client_id: 'scanner' } } } };
      return one(z.custom<APIGatewayProxyEventV2>().parse({ body: JSON.stringify(signal), requestContext }));
    };
    const statuses = [(await send()).statusCode];
    const before = await downs();
    await beat();
    for (let count = 0; count < 6; count += 1) {
      world.clock.advance('PT10M');
      statuses.push((await send()).statusCode);
    }
    const after = await downs();
    expect([statuses, before, after]).toEqual([[201, 201, 201, 201, 201, 201, 201], [], []]);
  });

  it('that nobody waits for any more, when no program may send signals, is no outage', async () => {
    await beat();
    world.clock.advance('PT1H');
    await beat();
    world.clock.advance('P30D');
    const [inUse, unused] = [await downs(), await intakeDowns(world.table, world.now(), false)];
    expect([inUse.length, unused.length]).toEqual([2, 1]);
  });
});

describe('silence while the intake was down', () => {
  const say = async (outcome: 'pass' | 'fail', observedAt = world.now()) => {
    const subject = { type: 'technique' as const, id: 'T1566.002' };
    const signal = { id: world.newId(), observedAt, source: 'mail-simulation', subject, outcome };
    await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
    await world.deliver();
  };
  const claimed = async (checks?: Check[]) => {
    const plan = checks === undefined ? {} : { verification: { checks } };
    const remediation = await ticketedRemediation(world, plan);
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    await world.deliver();
    return remediation;
  };
  const types = async () => (await world.outbox()).map(({ type }) => type);

  it('is excused, told once, and held against the fix when the time that was lost is over', async () => {
    const fix = await claimed();
    await beatsFor(5);
    // Two days and a half without a beat, which go past the first step on day 7.
    for (let hours = 0; hours < 60; hours += 12) {
      world.clock.advance('PT12H');
      await world.verify();
    }
    await beatsFor(2);
    await world.verify();
    const excused = await latest(world, fix);
    await beatsFor(1);
    await world.verify();
    const late = await latest(world, fix);
    expect([excused, late]).toMatchObject([
      { state: 'claimed', excused: { expectedAt: '2026-11-28T10:00:00.000Z' } },
      { state: 'claimed', silence: { rung: 'late', expectedAt: '2026-11-30T22:15:00.000Z' } },
    ]);
    expect(['silence' in excused, 'excused' in late]).toEqual([false, false]);
    expect((await types()).filter((type) => type.includes('Excused') || type.includes('Late'))).toEqual([
      'Remediation Silence Excused',
      'Remediation Evidence Late',
    ]);
  });

  it('keeps no fix proven, and the next pass brings the proof back', async () => {
    const fix = await claimed();
    for (const days of [1, 9]) {
      await beatsFor(days);
      await say('pass');
    }
    await beatsFor(21);
    await world.verify();
    const states = [await latest(world, fix)];
    world.clock.advance('P15D');
    await world.verify();
    states.push(await latest(world, fix));
    await beat();
    await say('pass');
    states.push(await latest(world, fix));
    expect(states.map((one) => [one.state, 'excused' in one])).toEqual([
      ['verified', false],
      ['verifying', true],
      ['verified', false],
    ]);
  });

  it('takes a fix out of proven at once, also while nobody knows whether the intake is up, and tells nobody of silence', async () => {
    const fix = await claimed();
    for (const days of [1, 9]) {
      await beatsFor(days);
      await say('pass');
    }
    await beatsFor(21);
    await world.verify();
    const proven = await latest(world, fix);
    await beatsFor(13.98);
    world.clock.advance('PT5M');
    await beat();
    const before = (await types()).length;
    world.clock.advance('PT14M');
    await world.verify();
    const told = (await types()).slice(before);
    expect([proven.state, (await latest(world, fix)).state, told]).toEqual([
      'verified',
      'verifying',
      ['Remediation Check Rescheduled'],
    ]);
  });

  it('is not held against a fix when the outage begins minutes before evidence is wanted', async () => {
    const fix = await claimed();
    await beatsFor(6.98);
    world.clock.advance('PT5M');
    await beat();
    world.clock.advance('PT14M');
    await world.verify();
    const states = [await latest(world, fix)];
    world.clock.advance('P3D');
    await world.verify();
    states.push(await latest(world, fix));
    expect(states.map((one) => ['silence' in one, 'excused' in one])).toEqual([
      [false, false],
      [false, true],
    ]);
  });

  it('does not let a fail stand for its hour, when its source could not take it back meanwhile', async () => {
    const fix = await claimed();
    await beatsFor(2);
    await say('fail');
    world.clock.advance('PT25M');
    const seenAt = world.now();
    world.clock.advance('PT2H');
    await world.verify();
    const during = await latest(world, fix);
    await beat();
    await say('pass', seenAt);
    await beatsFor(1);
    await world.verify();
    const after = await latest(world, fix);
    expect([during.state, after.state, after.reopenCount, 'doubt' in after]).toEqual(['claimed', 'claimed', 0, false]);
  });

  it('does not set a proven fix back for a fail that could not be taken back in its hour', async () => {
    const fix = await claimed();
    for (let week = 0; week < 5; week += 1) {
      world.clock.advance('P6D');
      await say('pass');
      await world.verify();
    }
    await beat();
    await say('fail');
    world.clock.advance('PT2H');
    await beat();
    await say('pass');
    const states = new Set<string>();
    for (let day = 0; day < 9; day += 1) {
      await beatsFor(1);
      await say('pass');
      await world.verify();
      states.add((await latest(world, fix)).state);
    }
    await checkNow(world, { postMortemId: fix.postMortemId, remediationId: fix.id }, ANNA, aCause());
    const seen = (await types()).filter((type) => type === 'Remediation Set Back');
    expect([[...states], (await latest(world, fix)).state, seen]).toEqual([['verified'], 'verified', []]);
  });

  it('does not count a fail whose hour ends when no beat has confirmed yet that it could be taken back', async () => {
    const fix = await claimed();
    await beatsFor(1);
    await say('fail');
    for (let quarter = 0; quarter < 3; quarter += 1) {
      world.clock.advance('PT15M');
      await beat();
    }
    world.clock.advance('PT15M');
    await world.verify();
    const during = (await latest(world, fix)).state;
    world.clock.advance('PT1H');
    await beat();
    await say('pass');
    const after = await latest(world, fix);
    expect([during, after.state, after.reopenCount]).toEqual(['claimed', 'claimed', 0]);
  });

  it('counts a fail, once a beat shows that it could have been taken back', async () => {
    const fix = await claimed();
    await beatsFor(1);
    await say('fail');
    for (const time of ['PT15M', 'PT15M', 'PT15M', 'PT13M'] as const) {
      world.clock.advance(time);
      await beat();
    }
    world.clock.advance('PT2M');
    await world.verify();
    const during = (await latest(world, fix)).state;
    world.clock.advance('PT3M');
    await beat();
    await world.verify();
    await world.deliver();
    expect([during, (await latest(world, fix)).reopenCount]).toEqual(['claimed', 1]);
  });

  it('hides no source that says fail day after day, though no beat ever comes again', async () => {
    const fix = await claimed();
    await beat();
    for (let day = 0; day < 4; day += 1) {
      world.clock.advance('P1D');
      await say('fail');
      await world.verify();
    }
    expect((await latest(world, fix)).reopenCount).toBe(1);
  });

  it('of a person is held against a fix all the same, and a pass makes nothing worse', async () => {
    const subject = { type: 'technique' as const, id: 'T1566.002' };
    const statement = 'The filter report was reviewed';
    const fix = await claimed([
      { kind: 'signal', subject, sources: ['mail-simulation'] },
      { kind: 'attestation', statement },
    ]);
    await beatsFor(1);
    world.clock.advance('P10D');
    await beatsFor(1);
    await world.verify();
    const before = await latest(world, fix);
    await say('pass');
    expect([before, await latest(world, fix)]).toMatchObject([
      { silence: { rung: 'late', expectedAt: '2026-11-28T10:00:00.000Z' } },
      { silence: { rung: 'late', expectedAt: '2026-11-28T10:00:00.000Z' } },
    ]);
  });
});
