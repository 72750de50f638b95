import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { busDetail } from '../../../shared/domain/events/recorded-event.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import { isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { answering, HARSH } from '../../support/systems/asked-source.ts';
import { ANNA } from '../../support/world/people.ts';
import { aCause, latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    verification: { steps: ['P7D', 'P30D'] },
    evidenceSources: {
      'mail-simulation': { ask: { function: 'ask-mail-simulation', timeout: 'PT5S' }, alsoCalled: ['mail-sim'] },
    },
  });
});
afterEach(() => world.close());

const subject = { type: 'technique' as const, id: 'T1566.002' };

async function says(outcome: Signal['outcome'], source = 'mail-simulation'): Promise<void> {
  const signal: Signal = { id: world.newId(), subject, outcome, observedAt: world.now(), source };
  await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
}

async function claimed(source = 'mail-simulation'): Promise<Remediation> {
  const checks = [{ kind: 'signal' as const, subject, sources: [source, 'edr'], need: 'any' as const }];
  const remediation = await ticketedRemediation(world, { verification: { checks } });
  world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
  await world.sweep();
  await world.deliver();
  world.clock.advance('P1D');
  return remediation;
}

/** A day after the claim the source says fail; what it is asked then is in `world.source`. */
async function failed(): Promise<Remediation> {
  const remediation = await claimed();
  await says('fail');
  world.clock.advance('PT1S');
  await world.deliver();
  return remediation;
}

const stateOf = async (remediation: Remediation) => (await latest(world, remediation)).state;
const ofType = async (type: string) => (await world.outbox()).filter((event) => event.type === type);
const signals = async () => (await ofType('Signal Recorded')).map(({ data }) => Object(data).signal);
const reasons = () => world.source.questions.map(({ because }) => because);

describe('a source that can be asked', () => {
  it('is asked under its one name, whichever name its fail and the plan have', async () => {
    world.source.behaves(answering({ outcome: 'pass', detail: 'quarantined' }));
    await claimed('mail-sim');
    await says('fail', 'mail-sim');
    world.clock.advance('PT1S');
    await world.deliver();
    expect(world.source.questions.map(({ source, because }) => [source, because])).toEqual([
      ['mail-simulation', 'fail'],
    ]);
    const answers = (await signals()).filter(({ answerTo }) => answerTo !== undefined);
    expect(answers).toMatchObject([{ source: 'mail-simulation', outcome: 'pass' }]);
  });

  it('is asked again when its fail arrives, and its answer of fail reopens the fix on arrival', async () => {
    world.source.behaves(answering({ outcome: 'fail', detail: '3 of 20 got through', url: 'https://scans.test/7' }));
    const remediation = await failed();
    const [asked] = await ofType('Remediation Source Asked');
    expect([await stateOf(remediation), world.source.questions, world.source.asked]).toMatchObject([
      'open',
      [{ version: 1, source: 'mail-simulation', about: { subject, resource: '*' }, because: 'fail' }],
      [{ name: 'ask-mail-simulation', timeoutMs: 5_000 }],
    ]);
    expect((await signals()).at(-1)).toMatchObject({
      ...{ outcome: 'fail', detail: '3 of 20 got through', source: 'mail-simulation' },
      observedAt: world.source.questions[0]?.askedAt,
      answerTo: world.source.questions[0]?.correlationId,
    });
    expect(asked?.data).toMatchObject({ asking: { number: 1, because: 'fail', resource: '*' } });
  });

  it('takes its fail back by an answer, and the fix goes on', async () => {
    world.source.behaves(answering({ outcome: 'pass' }));
    const remediation = await failed();
    world.clock.advance('PT2H');
    await world.verify();
    const fix = await latest(world, remediation);
    expect([fix.state, isWatched(fix) && fix.doubt, reasons()]).toEqual(['claimed', undefined, ['fail']]);
  });

  it.each(Object.entries(HARSH))('that %s gives no evidence: it is noted, and the fix waits', async (_, behaviour) => {
    world.source.behaves(behaviour);
    const remediation = await failed();
    const noted = await ofType('Remediation Source Gave No Answer');
    const waiting = await stateOf(remediation);
    world.clock.advance('PT1H');
    await world.verify();
    await world.deliver();
    expect([waiting, noted.length, (await signals()).length, await stateOf(remediation)]).toEqual([
      'claimed',
      1,
      1,
      'open',
    ]);
    expect([world.counted().SourceGaveNoAnswer, world.failures]).toEqual([1, []]);
  });

  it('is asked ahead of a step, once, however often the fix is judged', async () => {
    world.source.behaves(answering({ outcome: 'pass' }));
    const remediation = await claimed();
    world.clock.advance('P1D');
    for (let times = 0; times < 3; times += 1) {
      await world.verify();
      await world.deliver();
      world.clock.advance('PT1H');
    }
    const before = reasons();
    world.clock.advance('P5D');
    await world.verify();
    await world.deliver();
    expect([before, await stateOf(remediation)]).toEqual([['step'], 'verifying']);
  });

  it('keeps a fix proven by its answers alone, asked ahead of each time that they grow too old', async () => {
    world.source.behaves(answering({ outcome: 'pass' }));
    const remediation = await claimed();
    for (let day = 1; day < 120; day += 1) {
      world.clock.advance('P1D');
      await world.verify();
      await world.deliver();
    }
    const fix = await latest(world, remediation);
    expect([fix.state, reasons(), await ofType('Remediation Evidence Late')]).toMatchObject([
      'verified',
      ['step', 'step', 'decay', 'decay', 'decay'],
      [],
    ]);
  });

  it('that is silent is asked once before each rung, and the fix is late and unproven as any other', async () => {
    const remediation = await claimed();
    for (let day = 1; day < 40; day += 1) {
      world.clock.advance('P1D');
      await world.verify();
      await world.deliver();
    }
    const rungs = [await ofType('Remediation Evidence Late'), await ofType('Remediation Unproven')];
    expect([reasons(), rungs.map(({ length }) => length), await stateOf(remediation)]).toEqual([
      ['step', 'step'],
      [1, 1],
      'claimed',
    ]);
  });

  it('that contradicts itself each time it is asked moves no ticket to and fro', async () => {
    let turn = 0;
    world.source.behaves((question) => {
      turn += 1;
      return answering({ outcome: turn % 2 === 1 ? 'pass' : 'fail' })(question);
    });
    const remediation = await failed();
    expect([await stateOf(remediation), reasons()]).toEqual(['claimed', ['fail']]);
  });

  it('is asked about the next claim anew, and a question of the last one is not put any more', async () => {
    world.source.behaves(() => undefined);
    const remediation = await failed();
    const [question] = await ofType('Remediation Source Asked');
    if (question === undefined || !('ticket' in remediation) || remediation.ticket === undefined)
      throw new Error('no question');
    world.clock.advance('PT1H');
    await world.verify();
    await world.deliver();
    const before = world.source.questions.length;
    await world.handOver(question);
    expect([world.source.questions.length - before, world.counted().SourceAskedInVain]).toEqual([0, 1]);
    world.clock.advance('P1D');
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    await world.deliver();
    await says('pass');
    await world.deliver();
    world.clock.advance('PT1H');
    await says('fail');
    world.clock.advance('PT1S');
    await world.deliver();
    expect(world.source.questions.length - before).toBe(1);
  });

  it('is asked once when both a message and its copy are handed over, or twice, and nothing else comes of that', async () => {
    world.source.behaves(answering({ outcome: 'pass' }));
    const remediation = await failed();
    const [question] = await ofType('Remediation Source Asked');
    if (question === undefined) throw new Error('no question');
    world.clock.advance('PT1S');
    await world.handOver(question);
    await world.deliver();
    expect([await stateOf(remediation), (await ofType('Remediation Source Asked')).length]).toEqual(['claimed', 1]);
  });

  it('is asked about the fix of a restricted record, of which the bus tells neither source nor resource', async () => {
    world.source.behaves(answering({ outcome: 'fail' }));
    const remediation = await claimed();
    await world.store.changePostMortem(
      remediation.postMortemId,
      (record) => classify(record, { tlp: 'RED' }, ANNA, world.config),
      aCause(ANNA),
    );
    await says('fail');
    world.clock.advance('PT1S');
    await world.deliver();
    const [asked] = await ofType('Remediation Source Asked');
    const told = JSON.stringify(asked === undefined ? {} : busDetail(asked));
    expect([world.source.questions[0]?.about, await stateOf(remediation)]).toEqual([
      { subject, resource: '*' },
      'open',
    ]);
    expect([told.includes('"number":1'), told.includes('mail-simulation')]).toEqual([true, false]);
  });

  it('is none that the configuration does not name', async () => {
    const remediation = await claimed();
    await says('fail', 'edr');
    world.clock.advance('PT1S');
    await world.deliver();
    expect([world.source.questions, await stateOf(remediation)]).toEqual([[], 'claimed']);
  });
});
