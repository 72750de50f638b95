import type { RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { Signal, Subject } from '../../../shared/domain/verification/signal.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { sendDue } from '../../../shared/verification/send-due.ts';
import type { MeasureUnits, Units } from '../machine/consumed-units.ts';
import { manyFixes, type OneOfMany } from './many-fixes.ts';
import type { World } from './world.ts';

/** Units of one path of signals and verdicts, beside those that it was designed for. */
export type PathUnits = { path: string; units: Units; aim: Units };

const RESOURCES = 500;
const AT_ONCE = 10;
const DAYS = 90;
/** Nothing that is measured waits for this. */
const FAR = '2030-01-01T00:00:00.000Z';

/**
 * Measures what signals and verdicts consume, each from its arrival to its last consequence in the table. Items are as small as they
 * are by nature: a word below 1 KB, a fix below 4 KB.
 */
export async function verdictUnits(world: World, during: MeasureUnits): Promise<PathUnits[]> {
  const [watched, late, waking, wide] = await manyFixes(world, 4, (index) => (index < 2 ? FAR : soon(world)));
  if (watched === undefined || late === undefined || waking === undefined || wide === undefined)
    throw new Error('four');
  const rows: PathUnits[] = [];
  const measure = async (path: string, aim: Units, work: () => Promise<unknown>) => {
    rows.push({ path, units: await during(work), aim });
  };
  const { pass, fail, skip, hear } = voices(world);

  await measure('nothing is due, whatever the number of fixes', { read: 2, write: 0 }, () => send(world));

  const unwatched: Subject = { type: 'control', id: 'nobody-asks-for-it' };
  await hear(pass(unwatched));
  world.clock.advance('P1D');
  await measure('a pass after a pass, on a subject that no fix asks for', { read: 0.5, write: 2 }, () =>
    hear(pass(unwatched)),
  );

  await hear(pass(watched.subject));
  world.clock.advance('P1D');
  await measure('a pass after a pass, on the subject of a fix', { read: 0.5, write: 2 }, () =>
    hear(pass(watched.subject)),
  );
  await measure('the same signal again', { read: 0, write: 1 }, () => take(world, pass(watched.subject)));
  world.clock.advance('PT1H');
  await measure('a word that judges nothing, on the subject of a fix', { read: 1, write: 2 }, () =>
    hear(skip(watched.subject)),
  );
  world.clock.advance('P1D');
  await measure('a fail after a pass: the fix is in doubt', { read: 2.5, write: 14 }, () =>
    hear(fail(watched.subject)),
  );
  world.clock.advance('PT10M');
  await measure('a pass after a fail: the doubt ends', { read: 2.5, write: 14 }, () => hear(pass(watched.subject)));

  await hear(pass(late.subject));
  for (let day = 1; day <= DAYS; day += 1) await take(world, pass(late.subject, { at: daysBefore(world.now(), day) }));
  const between = addDuration(daysBefore(world.now(), 40), Duration.parse('PT1H'));
  await measure(`a fail from before the claim that is told late, among ${DAYS} words`, { read: 9.5, write: 2 }, () =>
    hear(fail(late.subject, { at: between })),
  );

  await take(world, pass(waking.subject));
  const buckets = Array.from({ length: RESOURCES }, (_, index) => `arn:aws:s3:::bucket-${index}`);
  await inTurns(buckets, (resource) => take(world, pass(wide.subject, { resource })));
  await comeDue(world, waking);
  await measure('a look at a fix with 1 resource, when nothing has changed', { read: 2, write: 4 }, () =>
    world.dueFixes.work(),
  );
  await comeDue(world, wide);
  await measure(`the same with ${RESOURCES} resources`, { read: 32, write: 4 }, () => world.dueFixes.work());
  return rows;
}

/** A run of the schedule. */
const send = (world: World) => sendDue({ ...world, queue: world.dueFixes.queue, hasTime: () => true });

type Said = { signal: Signal; event: RecordedEvent };

const take = (world: World, { signal, event }: Said) => storeSignal(world.table, signal, event);

function voices(world: World) {
  const say =
    (outcome: 'pass' | 'fail' | 'not judged') =>
    (subject: Subject, { at = world.now(), resource }: { at?: string; resource?: string } = {}): Said => {
      const signal: Signal = {
        ...{ id: world.newId(), subject, outcome, observedAt: at, source: 'scanner' },
        ...(resource === undefined ? {} : { resource }),
        ...(outcome === 'not judged' ? { reason: 'the agent did not answer' } : {}),
      };
      return { signal, event: world.event({ type: 'Signal Recorded', data: { signal } }) };
    };
  return {
    pass: say('pass'),
    fail: say('fail'),
    skip: say('not judged'),
    /** Takes a signal in, and judges what it is about. */
    async hear(said: Said): Promise<void> {
      await take(world, said);
      const failed = await world.handOver(said.event);
      if (failed.length > 0) throw new Error(`a signal was not taken up: ${world.failures.join(', ')}`);
    },
  };
}

const soon = (world: World) => addDuration(world.now(), Duration.parse('PT1H'));

const daysBefore = (at: string, days: number) => new Date(Date.parse(at) - days * 86_400_000).toISOString();

const comeDue = (world: World, { postMortemId, remediationId }: OneOfMany) =>
  world.dueFixes.queue.send([{ postMortemId, remediationId }]);

async function inTurns<Element>(elements: Element[], work: (element: Element) => Promise<unknown>): Promise<void> {
  const waiting = elements.values();
  const lane = async () => {
    for (const element of waiting) await work(element);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
