import { AsyncLocalStorage } from 'node:async_hooks';
import type { RemainingTime } from './time-left.ts';

/**
 * Until when the run may work that the caller belongs to. Kept for each run by itself: Lambda freezes a function that has
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
