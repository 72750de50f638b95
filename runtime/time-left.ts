import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** Lambda's answer about the time that a call has left. */
export type RemainingTime = { getRemainingTimeInMillis: () => number };

/** A loop begins nothing new this long before Lambda would cut it off, in the middle of something. */
const BEGINS_NOTHING_MS = 10_000;

/** @returns whether there is time for one more */
export function timeLeft(context: RemainingTime): () => boolean {
  return () => timeToBegin(context)() > 0;
}

/** @returns milliseconds until nothing new may begin */
export function timeToBegin(context: RemainingTime): () => number {
  return () => context.getRemainingTimeInMillis() - BEGINS_NOTHING_MS;
}

/**
 * End of the run that the caller belongs to. Kept for each run by itself: Lambda freezes a function that has
 * answered, and what it left under way goes on in a later run. That one's time must not count for it.
 */
const deadlines = new AsyncLocalStorage<{ endsAtMs: number }>();

export function withDeadline<Result>(context: RemainingTime, work: () => Result): Result {
  return deadlines.run({ endsAtMs: Date.now() + context.getRemainingTimeInMillis() }, work);
}

/** Milliseconds; without a limit outside of a run. */
export function timeLeftMs(): number {
  const run = deadlines.getStore();
  return run === undefined ? Number.POSITIVE_INFINITY : run.endsAtMs - Date.now();
}

/** The run that the caller belongs to; undefined outside of one. */
export const currentRun = (): object | undefined => deadlines.getStore();

/** Waits so long, or until the signal says that nobody waits any more. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

/** The run is over before its work is. What it did stands; the rest comes again. */
export class OutOfTime extends Error {
  constructor() {
    super('out of time: the run ends before this was done, and the message comes again');
    this.name = 'OutOfTime';
  }
}

/** Enough to write down why, and to answer. */
export const GIVES_UP_MS = 3_000;

// Nobody waits for it when its run is over, and it keeps no process alive.
const realPause: Pause = (ms, signal) => wait(ms, undefined, { signal, ref: false });

/**
 * Does the work, or gives up on it shortly before Lambda would cut off the function: then nobody would learn which message
 * took so long, and those that were done would come again.
 *
 * @throws OutOfTime
 */
export async function withinTime<Result>(
  context: RemainingTime,
  work: () => Promise<Result>,
  pause: Pause = realPause,
): Promise<Result> {
  const over = new AbortController();
  const timeIsUp = pause(Math.max(0, context.getRemainingTimeInMillis() - GIVES_UP_MS), over.signal).then(() => {
    throw new OutOfTime();
  });
  try {
    return await Promise.race([work(), timeIsUp]);
  } finally {
    over.abort();
  }
}
