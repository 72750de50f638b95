import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';

/** A clock that stands still until it is told to move. */
export function testClock(start = '2026-11-21T10:00:00.000Z') {
  let at = start;
  return {
    now: () => at,
    date: () => new Date(at),
    turnTo(instant: string): void {
      at = instant;
    },
    /** @param duration ISO 8601, such as P7D */
    advance(duration: string): void {
      at = addDuration(at, Duration.parse(duration));
    },
  };
}
