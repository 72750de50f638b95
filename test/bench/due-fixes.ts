import { judgeDueRemediationHandler } from '../../functions/judge-due-remediation/handler.ts';
import { startEmbeddedDynamoDb } from '../../local/dynamodb-engine.ts';
import type { Signal } from '../../shared/domain/verification/signal.ts';
import { addDuration, Duration } from '../../shared/domain/words/duration.ts';
import { storeSignal } from '../../shared/store/inbox/last-words.ts';
import { sendDue } from '../../shared/verification/send-due.ts';
import { consumedUnits, type MeasureUnits, type Units } from '../support/machine/consumed-units.ts';
import { fixQueue } from '../support/world/fix-queue.ts';
import { manyFixes, type OneOfMany, spoil } from '../support/world/many-fixes.ts';
import { CONTEXT, startWorld, type World } from '../support/world/world.ts';

const FIXES = 100_000;
/** Of these, due on a usual day, and due together after a day without any run. */
const DUE_A_DAY = FIXES / 100;
const DUE_AFTER_OUTAGE = 10_000;
const MALFORMED = 5;
const SIGNALS_A_MINUTE = 1_000;
/** Messages that one run has time to send, and that are judged until the next one: both too few on purpose. */
const SENT_IN_A_RUN = 4_000;
const JUDGED_BETWEEN_RUNS = 1_500;

export type DueFixesFigures = Awaited<ReturnType<typeof measureDueFixes>>;

/** The schedule with a hundred thousand fixes behind it, on the embedded DynamoDB engine, which tells the units of each call. */
export async function measureDueFixes() {
  const engine = await startEmbeddedDynamoDb();
  try {
    const idleOf1000 = await withWorld(engine.endpoint, async (world) => {
      await manyFixes(world, 1_000, () => later(world, 'P100D'));
      return idleDay(world, consumedUnits(world.table.client).during);
    });
    return await withWorld(engine.endpoint, async (world) => {
      const startedAt = performance.now();
      const fixes = await manyFixes(world, FIXES, (index) => later(world, dueIn(index)), {
        hasRecord: (index) => index < DUE_A_DAY + DUE_AFTER_OUTAGE || index >= FIXES - SIGNALS_A_MINUTE,
      });
      const filledInMs = performance.now() - startedAt;
      const { during } = consumedUnits(world.table.client);
      const idle = await idleDay(world, during);
      world.clock.advance('P2D');
      const usualDay = await aDay(world, during, fixes.slice(0, DUE_A_DAY));
      world.clock.advance('P1D');
      const afterOutage = await anOutage(world, during, fixes.slice(DUE_A_DAY, DUE_A_DAY + DUE_AFTER_OUTAGE));
      const signals = await aMinuteOfSignals(world, during, fixes.slice(-SIGNALS_A_MINUTE));
      return {
        fixes: FIXES,
        filledInMs: Math.round(filledInMs),
        idleDay: { of1000: idleOf1000, of100000: idle, ratio: idle.read / idleOf1000.read },
        usualDay,
        afterOutage,
        signals,
      };
    });
  } finally {
    await engine.stop();
  }
}

async function withWorld<Result>(endpoint: string, work: (world: World) => Promise<Result>): Promise<Result> {
  const world = await startWorld(endpoint);
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

const later = (world: World, duration: string) => addDuration(world.now(), Duration.parse(duration));

/** The first of them are due on the next day, those after them in the day of the outage, the others far ahead. */
function dueIn(index: number): string {
  if (index < DUE_A_DAY) return 'P1D';
  return index < DUE_A_DAY + DUE_AFTER_OUTAGE ? `P2DT${1 + (index % 23)}H` : 'P100D';
}

/** Units of 24 runs that find nothing. */
async function idleDay(world: World, during: MeasureUnits): Promise<Units> {
  return during(async () => {
    for (let hour = 0; hour < 24; hour += 1) await run(world);
  });
}

/** One run of the schedule, with time for so many messages. */
function run(world: World, most = Number.POSITIVE_INFINITY, { queue } = world.dueFixes) {
  let sent = 0;
  const hasTime = () => {
    sent += 100;
    return sent < most;
  };
  return sendDue({ ...world, queue, hasTime });
}

async function aDay(world: World, during: MeasureUnits, due: readonly OneOfMany[]) {
  const sending = await during(() => run(world));
  const startedAt = performance.now();
  const judging = await during(() => world.dueFixes.work());
  const seconds = (performance.now() - startedAt) / 1_000;
  const missed = await notJudged(world, due);
  return {
    due: due.length,
    missed,
    sending,
    perDueFix: perOne(judging, due.length),
    judgedInASecond: due.length / seconds,
  };
}

/** Several runs, a queue that is not empty between them, and some that cannot be read among those that are due first. */
async function anOutage(world: World, during: MeasureUnits, due: readonly OneOfMany[]) {
  const malformed = due.slice(0, MALFORMED);
  // Among those that are due first.
  const first = addDuration(world.now(), Duration.parse('PT0S'));
  for (const one of malformed) await spoil(world, one, first);
  const waiting = fixQueue(judgeDueRemediationHandler(world), CONTEXT);
  const runs: number[] = [];
  const sending = await during(async () => {
    for (let isThrough = false; !isThrough; ) {
      const ran = await run(world, SENT_IN_A_RUN, waiting);
      runs.push(ran.sent);
      isThrough = ran.isThrough;
    }
  });
  const startedAt = performance.now();
  let sentAgain = 0;
  const judging = await during(async () => {
    while (waiting.waiting().length > 0) {
      await waiting.work(JUDGED_BETWEEN_RUNS);
      if (waiting.waiting().length > 0) sentAgain += (await run(world, SENT_IN_A_RUN, waiting)).sent;
    }
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    due: due.length,
    runs,
    sentAgain,
    missed: await notJudged(world, due.slice(MALFORMED)),
    malformed: MALFORMED,
    deadLetters: waiting.deadLetters.length,
    sending,
    perDueFix: perOne(judging, due.length),
    seconds,
    judgedInASecond: due.length / seconds,
  };
}

/** As many signals as come in a minute: a pass of each control, taken in and taken up. */
async function aMinuteOfSignals(world: World, during: MeasureUnits, watched: readonly OneOfMany[]) {
  const say = async ({ subject }: OneOfMany): Promise<void> => {
    const signal: Signal = { id: world.newId(), subject, outcome: 'pass', observedAt: world.now(), source: 'scanner' };
    const event = world.event({ type: 'Signal Recorded', data: { signal } });
    await storeSignal(world.table, signal, event);
    await world.handOver(event);
  };
  const minute = async (): Promise<number> => {
    const startedAt = performance.now();
    const waiting = watched.values();
    const lane = async () => {
      for (const one of waiting) await say(one);
    };
    await Promise.all(Array.from({ length: 10 }, lane));
    return (performance.now() - startedAt) / 1_000;
  };
  await minute();
  world.clock.advance('P1D');
  let seconds = 0;
  const units = await during(async () => {
    seconds = await minute();
  });
  return { signals: watched.length, seconds, perSignal: perOne(units, watched.length) };
}

/** Those that still stand where they stood. None has evidence, so that each is late once it was judged. */
async function notJudged(world: World, due: readonly OneOfMany[]): Promise<number> {
  let missed = 0;
  const waiting = due.values();
  const lane = async () => {
    for (const { postMortemId, remediationId } of waiting) {
      const fix = await world.store.remediation(postMortemId, remediationId);
      if (fix?.state !== 'claimed' || fix.lastCheckAt === undefined) missed += 1;
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  return missed;
}

const perOne = ({ read, write }: Units, count: number): Units => ({
  read: Math.round((read / count) * 100) / 100,
  write: Math.round((write / count) * 100) / 100,
});
