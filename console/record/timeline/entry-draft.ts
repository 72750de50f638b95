import { del, entries, set } from 'idb-keyval';
import { isTakenAway } from '../../session/token.ts';
import type { Sent } from './add-once.ts';

/** What an entry says besides its time. */
type Words = { what: string; kind: string; precision: string; role: string; evidencedBy: string; milestone: string };

/** What somebody typed of an entry, and did not add yet. */
export type EntryDraft = Words & {
  wall: string;
  zone: string;
  /** The instant that it begins with, and how the clocks of a zone showed it. They say less than it: no parts of a second. */
  own?: { at: string; wall: string; zone: string };
  /** The ETag of the entry that it changes, as it was when this was begun. */
  base?: string;
  /** What that entry said where this says the same, or did when it was begun: what differs from it was typed. */
  was?: Words;
  /** It was sent, and nobody knows whether it was made. */
  sent?: Sent;
};

/** What was typed in this page: it outlives the way to another place and back. */
const typed = new Map<string, { draft: EntryDraft; isOnDevice: boolean }>();
/** What was found on the device, of earlier pages. */
const found = new Set<string>();
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
  typed.set(key(person, record, about), { draft, isOnDevice });
  // Nothing comes back onto the device once the session is over.
  if (isOnDevice && !isTakenAway())
    await set(key(person, record, about), { draft, at: Date.now() }).catch(() => undefined);
}

/** All that somebody began in a record, by what it is about. What may not be on the device any more is taken off it, unread. */
export async function keptEntries({ person, record, isOnDevice }: Whose): Promise<Map<string, EntryDraft>> {
  const start = key(person, record);
  const onDevice = (await entries<string, { draft: EntryDraft }>().catch(() => [])).filter(([name]) =>
    String(name).startsWith(start),
  );
  if (!isOnDevice) {
    leaveDevice(start);
    await Promise.all(onDevice.map(([name]) => del(name).catch(() => undefined)));
  }
  const before = isOnDevice ? onDevice : [];
  for (const [name] of before) found.add(name);
  const inPage = [...typed].filter(([name]) => name.startsWith(start));
  return new Map([...before, ...inPage].map(([name, { draft }]) => [name.slice(start.length), draft]));
}

/** From now on what was typed is gone with the page, and what only the device had is gone already. */
function leaveDevice(start: string): void {
  for (const [name, { draft }] of typed) if (name.startsWith(start)) typed.set(name, { draft, isOnDevice: false });
  for (const name of found) if (name.startsWith(start)) found.delete(name);
}

/** @param only lets go this one, and not what was typed since in its place */
export async function dropEntry(
  { person, record }: Omit<Whose, 'isOnDevice'>,
  about: string,
  only?: EntryDraft,
): Promise<void> {
  const name = key(person, record, about);
  const now = typed.get(name);
  if (only !== undefined && now !== undefined && now.draft !== only) return;
  typed.delete(name);
  found.delete(name);
  await del(name).catch(() => undefined);
}

/** Whether something is typed that the record does not have, and would be gone: with this page, or with the session and all that is on the device. */
export const isEntryTyped = (leaving: 'page' | 'session'): boolean =>
  leaving === 'session' ? typed.size + found.size > 0 : [...typed.values()].some(({ isOnDevice }) => !isOnDevice);
