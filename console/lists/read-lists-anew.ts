import { queries } from '../data/query.ts';

/** Lists follow a change within seconds, not at once: they are read again after these times, in milliseconds. */
const AFTER_MS = [0, 1_500, 5_000];

/** Has what is shown read again, after something was done. @param things first words of the keys of what was read */
export function readListsAnew(...things: readonly string[]): void {
  for (const after of AFTER_MS) {
    setTimeout(() => {
      for (const thing of things) void queries.invalidateQueries({ queryKey: [thing] });
    }, after);
  }
}
