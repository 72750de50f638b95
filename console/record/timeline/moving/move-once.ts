import { Refusal } from '../../../data/refusal.ts';
import type { Entry, Written } from '../entries.ts';
import { isNotMade } from '../is-not-made.ts';
import { writtenOf } from '../written-of.ts';

type Doors = {
  /** Reads the timeline again, whatever became of it. */
  change: (old: Entry, entry: Written) => Promise<Entry>;
  /** The entry as it was read last. */
  find: (id: string) => Entry | undefined;
};

/** Gives an entry another time. Where no answer came, or one that speaks of somebody else, it is looked at first: it may be there already. */
export async function moveOnce(entry: Entry, at: string, { change, find }: Doors): Promise<Entry> {
  try {
    return await change(entry, { ...writtenOf(entry), at });
  } catch (error) {
    const isOfEntry = error instanceof Refusal && (error.status === 404 || error.status === 412);
    const now = isOfEntry || !isNotMade(error, false) ? find(entry.id) : undefined;
    if (now === undefined || Date.parse(now.at) !== Date.parse(at)) throw error;
    return now;
  }
}
