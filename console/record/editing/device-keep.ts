import { del, entries, get, set } from 'idb-keyval';
import type { Keep, Kept } from './kept.ts';

const DAYS_MS = 30 * 86_400_000;

/** What is typed and not sent, on this device, for 30 days and until the sign-out. */
export function deviceKeep(person: string, record: string): Keep {
  const key = (path: string) => `writing ${person} ${record} ${path}`;
  return {
    get: async (path) => fresh(await get<Kept>(key(path))),
    set: (path, kept) => set(key(path), kept),
    drop: (path) => del(key(path)),
    all: async () =>
      (await entries<string, Kept>()).flatMap(([name, kept]) =>
        String(name).startsWith(key('')) && fresh(kept) !== undefined
          ? [{ path: String(name).slice(key('').length), kept }]
          : [],
      ),
  };
}

const inMemory = new Map<string, Kept>();

/** The same in memory alone, for records of which nothing may stay on a device. */
export function memoryKeep(person: string, record: string): Keep {
  const key = (path: string) => `${person} ${record} ${path}`;
  return {
    get: async (path) => inMemory.get(key(path)),
    set: async (path, kept) => void inMemory.set(key(path), kept),
    drop: async (path) => void inMemory.delete(key(path)),
    all: async () =>
      [...inMemory].flatMap(([name, kept]) =>
        name.startsWith(key('')) ? [{ path: name.slice(key('').length), kept }] : [],
      ),
  };
}

const fresh = <One extends { at: number }>(kept: One | undefined) =>
  kept !== undefined && Date.now() - kept.at < DAYS_MS ? kept : undefined;

/** Takes away what has lain on this device for too long, of whomever: what is written in, and entries that were begun. */
export async function forgetOldDrafts(): Promise<void> {
  for (const [name, kept] of await entries<string, { at: number }>()) {
    if (/^(writing|entry) /.test(String(name)) && fresh(kept) === undefined) await del(name);
  }
}
