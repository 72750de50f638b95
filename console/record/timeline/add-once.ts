import { Refusal } from '../../data/refusal.ts';
import type { Entry, Written } from './entries.ts';
import { isNotMade } from './is-not-made.ts';
import { saysSame } from './written-of.ts';

/** What was sent under which key, while nobody knows whether it was made. Only the very same may be sent again under it. */
export type Sent = { key: string; entry: Written; sentAt: number };

/** The API knows a key for a day. Sent again under an older one, an entry would be made twice. */
const KEY_LASTS_MS = 20 * 3_600_000;

type Doors = {
  add: (entry: Written, key: string) => Promise<Entry>;
  change: (old: Entry, entry: Written) => Promise<Entry>;
  /** The entry as it is now; undefined where it is gone. */
  find: (id: string) => Promise<Entry | undefined>;
  newKey: () => string;
  now: () => number;
  /** Told what is not known to be made, before it is sent, and that it is known. */
  keep: (sent: Sent | undefined) => Promise<void>;
};

/**
 * Adds an entry once, however often it is tried and whatever is typed meanwhile.
 *
 *     sent ─ ─ ✗ no answer       the same again, same key ── it is there ── typed on meanwhile: changed to what it says now
 *     sent ── refused ✗          nothing was made: the next is sent under a key of its own
 *     changed ─ ─ ✗ no answer    the same again: looked up by its id, and changed where it does not say so yet
 *
 * @param open what an attempt before left open; after a day it says nothing any more
 */
export async function addOnce(entry: Written, open: Sent | undefined, doors: Doors): Promise<Entry> {
  const sent = open !== undefined && doors.now() - open.sentAt < KEY_LASTS_MS ? open : undefined;
  const first = sent ?? { key: doors.newKey(), entry, sentAt: doors.now() };
  if (sent === undefined) await doors.keep(first);
  let made: Entry;
  try {
    made = await doors.add(first.entry, first.key);
  } catch (error) {
    if (isNotMade(error, sent !== undefined)) await doors.keep(undefined);
    throw error;
  }
  if (sent === undefined) return made;
  if (!saysSame(sent.entry, entry)) return changeMade(made, entry, doors);
  // The first words again: in between there may have been others.
  const now = (await doors.find(made.id)) ?? made;
  return saysSame(now, entry) ? now : changeMade(now, entry, doors);
}

/** To what is typed now. Where a change before got no answer, the entry has another version, or another address, by now. */
async function changeMade(made: Entry, entry: Written, doors: Doors): Promise<Entry> {
  try {
    return await doors.change(made, entry);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 412 && error.status !== 404)) throw error;
    const now = await doors.find(made.id);
    if (now === undefined) {
      // Somebody took it out: what is typed here is another one, if it is sent again.
      await doors.keep(undefined);
      throw error;
    }
    return saysSame(now, entry) ? now : doors.change(now, entry);
  }
}
