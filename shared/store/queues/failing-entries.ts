import type { SweepPass } from './sweep-pass.ts';

/** What could not be done for so long will not be possible soon. */
export const LONGEST_HOLD_MS = 86_400_000;
/** Entries that may begin to fail in one run. With more, it is no longer they that are at fault: the run ends where it is. */
const MOST_IN_A_RUN = 100;
/** Entries that are remembered: all fit into one item of the table, which takes 400 KB, however long the names of a site are. */
const MOST_REMEMBERED = 500;

export type GivenUp = { readonly entry: string; readonly because: string };

/**
 * Entries of a sweep that could not be done. Each is tried in every run for a day; then it is given up, which a person is told, and so is the one
 * that has failed for the longest when there are too many to remember.
 */
export function failingEntries(before: SweepPass['failing'], startedAt: string, onGivenUp: (givenUp: GivenUp) => void) {
  const failing = new Map(before.map(({ entry, since }) => [entry, since]));
  let begun = 0;
  const isOld = (since: string): boolean => Date.parse(startedAt) - Date.parse(since) >= LONGEST_HOLD_MS;
  const giveUp = (entry: string, because: string): void => {
    failing.delete(entry);
    onGivenUp({ entry, because });
  };

  return {
    done: (entry: string): void => {
      failing.delete(entry);
    },
    /** @returns whether it is tried again */
    failed(entry: string, error: unknown): boolean {
      const since = failing.get(entry);
      if (since !== undefined && isOld(since)) {
        giveUp(entry, String(error));
        return false;
      }
      if (since !== undefined) return true;
      begun += 1;
      failing.set(entry, startedAt);
      const [longest] = failing.keys();
      if (failing.size > MOST_REMEMBERED && longest !== undefined) giveUp(longest, 'too many others fail as well');
      return true;
    },
    /** Gives up those that no run had time to try again for a day. */
    giveUpOld(): void {
      for (const [entry, since] of failing) {
        if (isOld(since)) giveUp(entry, 'it failed, and for a day no run had time to try it again');
      }
    },
    isFull: (): boolean => begun >= MOST_IN_A_RUN,
    /** Says whether it began to fail in this run. */
    isNew: (entry: string): boolean => failing.get(entry) === startedAt,
    /** The longest first. */
    all: (): SweepPass['failing'] => [...failing].map(([entry, since]) => ({ entry, since })),
  };
}
