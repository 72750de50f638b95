import { del, delMany, entries, get, keys, set } from 'idb-keyval';
import type { Keep, Kept } from './kept.ts';

const DAYS_MS = 30 * 86_400_000;

/** Records of which nothing may stay on this device, each with the end of what is tidied away of it. */
const keptClose = new Map<string, Promise<void>>();
/** What is typed in such records and not sent. */
const inMemory = new Map<string, Kept>();

const keyOf = (person: string, record: string, path: string) => `writing ${person} ${record} ${path}`;

/**
 * What is typed in a record and not sent: on this device, for 30 days and until the sign-out; of a record that is kept close, in
 * memory alone. Whether it is may change while somebody writes: it is asked each time.
 */
export function keepOf(person: string, record: string): Keep {
  const key = (path: string) => keyOf(person, record, path);
  return {
    isOnDevice: () => !keptClose.has(record),
    get: async (path) => {
      await keptClose.get(record);
      return inMemory.get(key(path)) ?? (keptClose.has(record) ? undefined : fresh(await get<Kept>(key(path))));
    },
    set: async (path, kept) => {
      if (keptClose.has(record)) {
        inMemory.set(key(path), kept);
        return;
      }
      await set(key(path), kept);
      inMemory.delete(key(path));
    },
    drop: async (path) => {
      inMemory.delete(key(path));
      await del(key(path));
    },
    all: async () => {
      await keptClose.get(record);
      const onDevice = keptClose.has(record) ? [] : await entries<string, Kept>();
      return [...new Map([...onDevice, ...inMemory])].flatMap(([name, kept]) =>
        String(name).startsWith(key('')) && fresh(kept) !== undefined
          ? [{ path: String(name).slice(key('').length), kept }]
          : [],
      );
    },
  };
}

/** Says whether something of a record may stay on this device. What lies there of one that is kept close is moved into memory. */
export function setKeptClose(record: string, isClose: boolean): void {
  if (!isClose) keptClose.delete(record);
  else if (!keptClose.has(record))
    keptClose.set(
      record,
      forgetOnDevice(record).catch(() => undefined),
    );
}

/** Takes away all that lies on this device of a record, of whomever: what is written in, and entries of its timeline. */
async function forgetOnDevice(record: string): Promise<void> {
  const isOfRecord = (name: string) => /^(writing|entry) /.test(name) && `${name} `.includes(` ${record} `);
  for (const [name, kept] of await entries<string, Kept>()) {
    if (isOfRecord(name) && name.startsWith('writing ') && !inMemory.has(name) && fresh(kept) !== undefined)
      inMemory.set(name, kept);
  }
  await delMany((await keys<string>()).filter(isOfRecord));
}

const fresh = <One extends { at: number }>(kept: One | undefined) =>
  kept !== undefined && Date.now() - kept.at < DAYS_MS ? kept : undefined;

/** Takes away what has lain on this device for too long, of whomever: what is written in, and entries that were begun. */
export async function forgetOldDrafts(): Promise<void> {
  for (const [name, kept] of await entries<string, { at: number }>()) {
    if (/^(writing|entry) /.test(String(name)) && fresh(kept) === undefined) await del(name);
  }
}
