import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { stateOf } from '../../../shared/domain/verification/verdict/source-state.ts';
import { historiesAbout, rebuildLastWords, rememberWord, storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { logWord, newestWord, saidOf, signalAt, sourceOn } from '../../../shared/store/inbox/words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { verification: { steps: ['P7D'] } });
});
afterEach(() => world.close());

const subject = { type: 'control' as const, id: 'public-buckets' };
const START = Date.parse('2026-11-21T10:00:00.000Z');
const said = (minute: number, outcome: Signal['outcome'], of: Partial<Signal> = {}): Signal => ({
  ...{ id: 'finding-1', subject, outcome, source: 'scanner', resource: 'arn:aws:s3:::a' },
  observedAt: new Date(START + minute * 60_000).toISOString(),
  ...of,
});
const event = (signal: Signal) => world.event({ type: 'Signal Recorded', data: { signal } });
const store = (signal: Signal) => storeSignal(world.table, signal, event(signal));

/** A signal as it was kept before words were kept by source and resource. */
const keepAsBefore = (signal: Signal) =>
  world.table.client.send(
    new PutCommand({
      TableName: world.table.name,
      Item: { pk: `SIGNAL#${subject.type}#${subject.id}`, sk: `${signal.observedAt}#${signal.id}`, signal },
    }),
  );

describe('the last words of a source', () => {
  it('are those of its log, though its signals come at once, twice and out of order', async () => {
    const signals = Array.from({ length: 24 }, (_, index) =>
      said((index * 7) % 24, index % 5 === 0 ? 'fail' : index % 7 === 0 ? 'gone' : 'pass'),
    );
    for (const four of [0, 1, 2, 3, 4, 5]) {
      await Promise.all([...signals.slice(four * 4, four * 4 + 4), ...signals.slice(0, 2)].map(store));
    }
    const [history, ...more] = await historiesAbout(world.table, subject);
    const log = await saidOf(world.table, sourceOn(said(0, 'pass')));
    expect([history?.stretches, more, log.length]).toEqual([stateOf(log).stretches, [], 24]);
  });

  it('are kept apart by source and by resource, whatever characters their names have', async () => {
    const names = ['a', 'a#b', 'a b', '{"a":1}'];
    for (const source of names) for (const resource of names) await store(said(1, 'pass', { source, resource }));
    const found = (await historiesAbout(world.table, subject)).map(({ source, resource }) => [source, resource]);
    expect(found.toSorted()).toEqual(names.flatMap((source) => names.map((one) => [source, one])).toSorted());
  });

  it('count the words that judge nothing as their log does, though these come at once, twice and out of order', async () => {
    const signals = Array.from({ length: 24 }, (_, index) => {
      const minute = (index * 7) % 24;
      return minute === 3
        ? said(3, 'pass')
        : minute === 9
          ? said(9, 'fail')
          : said(minute, 'not judged', { reason: 'x' });
    });
    for (const four of [0, 1, 2, 3, 4, 5]) {
      const batch = [...signals.slice(four * 4, four * 4 + 4), ...signals.slice(0, 2)];
      await Promise.all(batch.map(store));
      await Promise.all(batch.map((signal) => rememberWord(world.table, signal)));
    }
    const [history] = await historiesAbout(world.table, subject);
    const of = sourceOn(said(0, 'pass'));
    expect(history).toEqual({ source: of.source, resource: of.resource, ...stateOf(await saidOf(world.table, of)) });
    expect(history?.notJudged?.times).toHaveLength(14);
    await rebuildLastWords(world.table, of);
    expect(await historiesAbout(world.table, subject)).toEqual([history]);
  });

  it('count no word that judges nothing from before the newest that does, also a pass after a pass', async () => {
    const times: (number | undefined)[] = [];
    for (const signal of [
      said(1, 'pass'),
      said(2, 'not judged', { reason: 'suppressed' }),
      said(4, 'not judged', { reason: 'suppressed' }),
      said(3, 'pass'),
      said(5, 'pass'),
      said(4.5, 'not judged', { reason: 'suppressed' }),
      said(6, 'not judged', { reason: 'suppressed' }),
    ]) {
      await store(signal);
      times.push((await historiesAbout(world.table, subject))[0]?.notJudged?.times.length);
    }
    expect(times).toEqual([0, 1, 2, 1, 0, 0, 1]);
  });

  it('are in step again by whoever hears of a signal that was logged and no more', async () => {
    await store(said(1, 'pass'));
    const fail = said(2, 'fail');
    await logWord(world.table, fail, event(fail));
    const before = await historiesAbout(world.table, subject);
    expect(await rememberWord(world.table, fail)).toBe('news');
    const after = await historiesAbout(world.table, subject);
    expect([before, after].map(([one]) => one?.stretches.at(-1)?.outcome)).toEqual(['pass', 'fail']);
  });

  it('know more of the same from news', async () => {
    const told: string[] = [];
    for (const signal of [
      said(1, 'pass'),
      said(2, 'pass'),
      said(3, 'not judged', { reason: 'suppressed' }),
      said(4, 'fail'),
      said(5, 'pass'),
      said(6, 'pass'),
      said(1.5, 'pass'),
    ]) {
      await store(signal);
      told.push(await rememberWord(world.table, signal));
    }
    const [same, news] = ['more of the same', 'news'];
    expect(told).toEqual([news, same, same, news, news, same, news]);
  });

  it('hold what was said before words were kept so, as words about the whole subject', async () => {
    const { resource: _, ...whole } = said(0, 'pass');
    await keepAsBefore(whole);
    await keepAsBefore({ ...whole, ...said(2, 'fail'), resource: undefined });
    const [before] = await historiesAbout(world.table, subject);
    expect(before).toMatchObject({ resource: '*', stretches: [{ outcome: 'pass' }, { outcome: 'fail' }] });
    await store({ ...whole, observedAt: said(1, 'pass').observedAt });
    await store({ ...whole, observedAt: said(3, 'pass').observedAt });
    const [after, ...more] = await historiesAbout(world.table, subject);
    expect([after?.stretches.map(({ outcome }) => outcome), more]).toEqual([['pass', 'fail', 'pass'], []]);
    const of = sourceOn(whole);
    expect(await newestWord(world.table, of)).toEqual({ at: START + 180_000, outcome: 'pass' });
    const fail = await signalAt(world.table, of, { at: said(2, 'fail').observedAt, outcome: 'fail' });
    expect(fail?.outcome).toBe('fail');
  });

  it('prove nothing that their log does not say', async () => {
    const remediation = await ticketedRemediation(world, {
      verification: { checks: [{ kind: 'signal', subject, sources: ['scanner'] }] },
    });
    world.simulator.transition(remediation.ticket.key, 'Done');
    await world.sweep();
    await world.deliver();
    world.clock.advance('P6D');
    const pass = said(0, 'pass', { observedAt: world.now() });
    await store(pass);
    world.clock.advance('PT12H');
    const fail = said(0, 'fail', { observedAt: world.now() });
    // The fail is in the log; the worker that would have remembered it died, and its message waits.
    await logWord(world.table, fail, event(fail));
    world.clock.advance('PT12H');
    await world.verify();
    expect((await latest(world, remediation)).state).toBe('ineffective');
  });
});
