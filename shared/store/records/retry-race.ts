import { ReadConflict, VersionConflict } from '../errors.ts';

/** A writer who loses this many races in a row gives up; the queue brings the work back. */
const RACE_LIMIT = 12;

/** Waits between two tries; `attempt` counts from 1. */
export type BackOff = (attempt: number) => Promise<void>;

/** Lost a race: read again and decide anew, a few times. @param limit races that may be lost */
export async function retryRace<Result>(
  backOff: BackOff,
  attemptOnce: () => Promise<Result>,
  limit = RACE_LIMIT,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (!(error instanceof VersionConflict || error instanceof ReadConflict) || attempt >= limit) throw error;
      await backOff(attempt);
    }
  }
}
