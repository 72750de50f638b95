import { setTimeout as wait } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;

/** The awaited state did not come. */
export class WaitedInVain extends Error {
  constructor(what: string, timeoutMs: number, lastSeen: unknown) {
    super(`waited ${timeoutMs / 1_000} s in vain: ${what}; last seen: ${JSON.stringify(lastSeen) ?? 'nothing'}`);
    this.name = 'WaitedInVain';
  }
}

/**
 * Looks again and again until `look` gives something that `isIt`.
 *
 * @throws WaitedInVain with what was seen last
 */
export async function waitUntil<Seen>(
  what: string,
  look: () => Promise<Seen>,
  isIt: (seen: Seen) => boolean = (seen) => seen !== undefined,
  timeoutMs = 60_000,
): Promise<Seen> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (isIt(seen)) return seen;
    if (performance.now() > deadline) throw new WaitedInVain(what, timeoutMs, seen);
    await wait(LOOK_AGAIN_MS);
  }
}
