import type { Underway } from './in-time.ts';

/**
 * Saves where an entry came to rest: of several steps the last one alone, and one save after the other.
 *
 *     ↑ ↑ ↑ ─ rest ─ save ── ↑ ─ rest ─ (that save is through) ─ save
 *
 * @param save never fails: it tells by itself what did not go
 * @param later runs once nothing came for a while. @returns what takes it back
 */
export function moveSaver(save: (move: Underway) => Promise<void>, later: (run: () => void) => () => void) {
  let pending: Underway | undefined;
  let before = Promise.resolve();
  let takeBack = () => {};
  let running = 0;
  /** Saves at once what waits. @returns resolves once all is saved */
  const settle = (): Promise<void> => {
    takeBack();
    const move = pending;
    pending = undefined;
    if (move !== undefined) {
      running += 1;
      before = before.then(() => save(move)).finally(() => (running -= 1));
    }
    return before;
  };
  return {
    settle,
    /** Whether a move waits, or is on its way. */
    isUnsaved: () => pending !== undefined || running > 0,
    move(next: Underway): void {
      // That of another entry has come to rest.
      if (pending !== undefined && pending.entry.id !== next.entry.id) void settle();
      takeBack();
      pending = next;
      takeBack = later(() => void settle());
    },
  };
}
