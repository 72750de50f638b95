import { effect, signal } from '@preact/signals';
import { isSignedOut } from '../../session/token.ts';
import type { Writing } from './writing.ts';

const open = new Map<string, Writing>();
/** Grows when a writing begins or ends, so that what lists them is drawn again. */
export const writingsChanged = signal(0);

/** The writing of a place in a record: one for as long as the page is open, whoever shows it. */
export function writingAt(key: string, begin: () => Writing): Writing {
  const found = open.get(key);
  if (found !== undefined) return found;
  const begun = begin();
  open.set(key, begun);
  void begun.restore();
  return begun;
}

/** Paths under a key of writings in which something waits. */
export const waitingUnder = (key: string): string[] =>
  [...open].flatMap(([at, writing]) => (at.startsWith(key) && !writing.isAtRest ? [writing.setup.path] : []));

export const openWriting = (key: string): Writing | undefined => open.get(key);

/** Forgets a writing in which nothing waits. */
export function endWriting(key: string): void {
  open.delete(key);
  writingsChanged.value += 1;
}

const unsent = () => [...open.values()].filter((writing) => !writing.isAtRest);

/** Sends all that waits, as on the way out of a place. */
export const flushAll = () => Promise.all(unsent().map((writing) => writing.flush()));

/** Whether something is on this page that the API does not have. */
export const isAnythingUnsent = (): boolean => unsent().length > 0;

/** What waits is sent when the page is hidden or left, and when the network or the session is back. */
export function watchPage(): () => void {
  const send = () => void flushAll();
  const targets = [
    [document, 'visibilitychange'],
    [window, 'pagehide'],
    [window, 'online'],
    [window, 'focus'],
  ] as const;
  for (const [target, name] of targets) target.addEventListener(name, send);
  const stop = effect(() => {
    if (!isSignedOut.value) send();
  });
  return () => {
    for (const [target, name] of targets) target.removeEventListener(name, send);
    stop();
    send();
  };
}
