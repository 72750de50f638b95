import { setTimeout as wait } from 'node:timers/promises';
import type { RemainingTime } from './time-left.ts';

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
const RESERVE_MS = 3_000;

const realPause: Pause = (ms, signal) => wait(ms, undefined, { signal });

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
  const timeIsUp = pause(Math.max(0, context.getRemainingTimeInMillis() - RESERVE_MS), over.signal).then(() => {
    throw new OutOfTime();
  });
  try {
    return await Promise.race([work(), timeIsUp]);
  } finally {
    over.abort();
  }
}
