import { del, get, set } from 'idb-keyval';

/** What somebody typed of an entry, and did not add yet. */
export type EntryDraft = {
  wall: string;
  zone: string;
  what: string;
  kind: string;
  precision: string;
  role: string;
  evidencedBy: string;
  milestone: string;
};

/** What was typed in this page, by record: it outlives the way to another place and back. */
const typed = new Map<string, EntryDraft>();
const key = (person: string, record: string) => `entry ${person} ${record}`;

/** Keeps an unfinished entry: in the page, and on the device where the record's mark lets it. */
export async function keepEntry(person: string, record: string, draft: EntryDraft, isOnDevice: boolean): Promise<void> {
  typed.set(key(person, record), draft);
  if (isOnDevice) await set(key(person, record), { draft, at: Date.now() }).catch(() => undefined);
}

export async function keptEntry(person: string, record: string): Promise<EntryDraft | undefined> {
  const found = typed.get(key(person, record));
  return found ?? (await get<{ draft: EntryDraft }>(key(person, record)).catch(() => undefined))?.draft;
}

export async function dropEntry(person: string, record: string): Promise<void> {
  typed.delete(key(person, record));
  await del(key(person, record)).catch(() => undefined);
}
