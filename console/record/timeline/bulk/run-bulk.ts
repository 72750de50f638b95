import { Refusal } from '../../../data/refusal.ts';
import type { Entry, Written } from '../entries.ts';
import { isNotMade } from '../is-not-made.ts';
import { writtenOf } from '../written-of.ts';
import type { BulkDeed } from './bulk-deed.ts';

/** An entry to which something was done. */
export type BulkDone = {
  before: Entry;
  /** As it is now; missing when it was removed. */
  now?: Entry;
};

export type BulkFailure = { entry: Entry; why: string };

export type BulkOutcome = {
  done: readonly BulkDone[];
  failed: readonly BulkFailure[];
  /** They said so already, and were not sent. */
  same: number;
  /** What failed before them would have failed for them, too. */
  untried: readonly Entry[];
  /** Ids of those for which no answer came at some try: they may be done all the same. */
  open: ReadonlySet<string>;
};

type Doors = {
  put: (old: Entry, entry: Written) => Promise<Entry>;
  remove: (entry: Entry) => Promise<void>;
  /** Told how many are through. */
  step: (through: number) => void;
};

/** Refusals that are about the one entry. Others would meet all that follow. */
const OF_THE_ENTRY = [400, 404, 412, 422];

/**
 * Does the same to one entry after the other, each with its own ETag. Those of the ticket are never sent: they stay as they came.
 *
 * @param openBefore `open` of the tries before
 */
export async function runBulk(
  chosen: readonly Entry[],
  deed: BulkDeed,
  doors: Doors,
  openBefore: BulkOutcome['open'] = new Set(),
): Promise<BulkOutcome> {
  const entries = chosen.filter(({ origin }) => origin === 'person');
  const done: BulkDone[] = [];
  const failed: BulkFailure[] = [];
  const open = new Set(openBefore);
  let same = 0;
  for (const [through, entry] of entries.entries()) {
    doors.step(through);
    try {
      const one = await doTo(entry, deed, doors);
      open.delete(entry.id);
      if (one === undefined) same += 1;
      else done.push(one);
    } catch (error) {
      failed.push({ entry, why: whyOf(error) });
      if (!isNotMade(error, false)) open.add(entry.id);
      const isOfEntry = error instanceof Refusal && OF_THE_ENTRY.includes(error.status);
      if (!isOfEntry) return { done, failed, same, untried: entries.slice(through + 1), open };
    }
  }
  return { done, failed, same, untried: [], open };
}

/** @returns undefined where it is so already */
async function doTo(entry: Entry, deed: BulkDeed, { put, remove }: Doors): Promise<BulkDone | undefined> {
  if (deed.act === 'remove') {
    await remove(entry);
    return { before: entry };
  }
  const before = writtenOf(entry);
  const after = changedBy(before, deed);
  return JSON.stringify(after) === JSON.stringify(before) ? undefined : { before: entry, now: await put(entry, after) };
}

/** What an entry says once it is done. */
export function changedBy(entry: Written, deed: Exclude<BulkDeed, { act: 'remove' }>): Written {
  switch (deed.act) {
    case 'kind':
      return { ...entry, kind: deed.kind };
    case 'role': {
      const { role: _, ...rest } = entry;
      return writtenOf(deed.role === '' ? rest : { ...rest, role: deed.role });
    }
    case 'shift':
      return { ...entry, at: new Date(Date.parse(entry.at) + deed.ms).toISOString() };
  }
}

export function whyOf(error: unknown): string {
  if (!(error instanceof Refusal)) return 'no answer came; look whether it was done';
  if (error.status === 412) return 'somebody changed it meanwhile';
  return error.status === 404 ? 'it is gone' : error.message;
}
