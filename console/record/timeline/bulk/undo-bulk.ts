import type { Entry, Written } from '../entries.ts';
import { isNotMade } from '../is-not-made.ts';
import { writtenOf } from '../written-of.ts';
import { type BulkDone, type BulkFailure, whyOf } from './run-bulk.ts';

type Doors = {
  put: (old: Entry, entry: Written) => Promise<Entry>;
  addAll: (entries: Written[], key: string) => Promise<Entry[]>;
  newKey: () => string;
};

/** Entries that the API takes together. */
const AT_ONCE = 50;

/** Takes back what was done, and only that: what somebody changed since stays theirs. @returns what could not be taken back */
export async function undoBulk(done: readonly BulkDone[], doors: Doors): Promise<BulkFailure[]> {
  const failed: BulkFailure[] = [];
  for (const { before, now } of done) {
    if (now === undefined) continue;
    await doors
      .put(now, writtenOf(before))
      .catch((error: unknown) => failed.push({ entry: before, why: whyOf(error) }));
  }
  const removed = done.filter(({ now }) => now === undefined).map(({ before }) => before);
  for (let from = 0; from < removed.length; from += AT_ONCE) {
    const batch = removed.slice(from, from + AT_ONCE);
    await addAgain(batch.map(writtenOf), doors).catch((error: unknown) =>
      failed.push(...batch.map((entry) => ({ entry, why: whyOf(error) }))),
    );
  }
  return failed;
}

/** Without an answer the same goes again, once, under the same key: it is made once. */
async function addAgain(entries: Written[], { addAll, newKey }: Doors): Promise<void> {
  const key = newKey();
  await addAll(entries, key).catch((error: unknown) => {
    if (isNotMade(error, false)) throw error;
    return addAll(entries, key);
  });
}
