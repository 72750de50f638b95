import { del, entries, set } from 'idb-keyval';
import type { Sent } from './add-once.ts';

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
  /** Of an entry that is set right: its instant, and how the clocks of a zone showed it. They say less than it: no parts of a second. */
  own?: { at: string; wall: string; zone: string };
  /** The ETag of the entry that it changes, as it was when this was begun. */
  base?: string;
  /** It was sent, and nobody knows whether it was made. */
  sent?: Sent;
};

/** What was typed in this page: it outlives the way to another place and back. */
const typed = new Map<string, EntryDraft>();
const key = (person: string, record: string, about = '') => `entry ${person} ${record} ${about}`;

/** Whether there is anything in it that would be lost. */
const isBegun = ({ what, role, evidencedBy, sent }: EntryDraft): boolean =>
  sent !== undefined || `${what}${role}${evidencedBy}`.trim() !== '';

type Whose = {
  person: string;
  record: string;
  /** Whether the mark of the record lets something stay on the device. */
  isOnDevice: boolean;
};

/** Keeps an unfinished entry by what it is about: in the page, and on the device where that may be. */
export async function keepEntry(
  { person, record, isOnDevice }: Whose,
  about: string,
  draft: EntryDraft,
): Promise<void> {
  if (!isBegun(draft)) return dropEntry({ person, record }, about);
  typed.set(key(person, record, about), draft);
  if (isOnDevice) await set(key(person, record, about), { draft, at: Date.now() }).catch(() => undefined);
}

/** All that somebody began in a record, by what it is about. What may not be on the device any more is taken off it, unread. */
export async function keptEntries({ person, record, isOnDevice }: Whose): Promise<Map<string, EntryDraft>> {
  const start = key(person, record);
  const onDevice = (await entries<string, { draft: EntryDraft }>().catch(() => [])).filter(([name]) =>
    String(name).startsWith(start),
  );
  if (!isOnDevice) await Promise.all(onDevice.map(([name]) => del(name).catch(() => undefined)));
  const found = isOnDevice ? onDevice.map(([name, { draft }]): [string, EntryDraft] => [name, draft]) : [];
  const inPage = [...typed].filter(([name]) => name.startsWith(start));
  return new Map([...found, ...inPage].map(([name, draft]) => [name.slice(start.length), draft]));
}

export async function dropEntry({ person, record }: Omit<Whose, 'isOnDevice'>, about: string): Promise<void> {
  typed.delete(key(person, record, about));
  await del(key(person, record, about)).catch(() => undefined);
}
