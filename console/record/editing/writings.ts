import { effect, signal, untracked } from '@preact/signals';
import { holdBack, type Leaving } from '../../router/address.ts';
import { isSignedOut } from '../../session/token.ts';
import type { Writing } from './writing.ts';

const open = new Map<string, Writing>();
/** Grows when a writing begins or ends, so that what lists them is drawn again. */
export const writingsChanged = signal(0);

/** By which the writings of a person in a record are found; with a path, those of its places. */
export const writingKey = (person: string, record: string, path = ''): string => `${person} ${record} ${path}`;

/** The writing of a place in a record: one for as long as the page is open, whoever shows it. */
export function writingAt(key: string, begin: () => Writing): Writing {
  const found = open.get(key);
  if (found !== undefined) return found;
  watchPage();
  const begun = begin();
  open.set(key, begun);
  void begun.restore();
  return begun;
}

/** Writings of places under a key, whoever shows them. */
export const writingsUnder = (key: string): Writing[] =>
  [...open].flatMap(([at, one]) => (at.startsWith(key) ? [one] : []));

/** Forgets a writing in which nothing waits. */
export function endWriting(key: string): void {
  open.delete(key);
  writingsChanged.value += 1;
}

const unsent = (under = '') => writingsUnder(under).filter(({ hasUnsent }) => hasUnsent);

/** Sends all that waits, as on the way out of a place; of those under a key alone, where one is given. */
export const flushAll = (under = '') => Promise.all(unsent(under).map((writing) => writing.flush()));

/** Whether something is on this page that the API does not have: under a key, where one is given. */
export const isAnythingUnsent = (under = ''): boolean => unsent(under).length > 0;

/** What would be gone with the page, or with the session, is asked about, wherever in the console the person is by then. */
function whyToStay(leaving: Leaving): string | undefined {
  const waiting = unsent();
  if (leaving === 'session' && waiting.length > 0)
    return 'Something that you typed is not sent yet, and a sign-out takes it from this device. Sign out?';
  const isGoneWithPage = leaving === 'page' && waiting.some(({ isOnDevice }) => !isOnDevice);
  return isGoneWithPage ? 'What you typed last is not sent yet, and would be gone. Leave?' : undefined;
}

let isWatched = false;

/** What waits is sent when the page is hidden or left, and when the network or the session is back: wherever in the console that is. */
function watchPage(): void {
  if (isWatched) return;
  isWatched = true;
  holdBack(whyToStay);
  const send = () => void flushAll();
  const targets = [
    [document, 'visibilitychange'],
    [window, 'pagehide'],
    [window, 'online'],
    [window, 'focus'],
  ] as const;
  for (const [target, name] of targets) target.addEventListener(name, send);
  effect(() => {
    // What it looks at on the way is nothing to wait for: each letter would be sent at once.
    if (!isSignedOut.value) untracked(send);
  });
}
