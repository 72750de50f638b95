import { Refusal } from '../../data/refusal.ts';
import type { Entry, Written } from './entries.ts';
import { isNotMade } from './is-not-made.ts';
import { saysSame } from './written-of.ts';

type Doors = {
  /** Reads the timeline again, whatever became of it. */
  change: (old: Entry, entry: Written) => Promise<Entry>;
  /** The entry as it was read last. */
  find: (id: string) => Entry | undefined;
};

/** Changes an entry. Where no answer came, or one that speaks of somebody else, it is looked at first: it may say so already. */
export async function changeOnce(old: Entry, entry: Written, { change, find }: Doors): Promise<Entry> {
  try {
    return await change(old, entry);
  } catch (error) {
    const isOfEntry = error instanceof Refusal && (error.status === 404 || error.status === 412);
    const now = isOfEntry || !isNotMade(error, false) ? find(old.id) : undefined;
    if (now === undefined || !saysSame(now, entry)) throw error;
    return now;
  }
}
