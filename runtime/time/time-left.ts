/** What Lambda tells a function about its time. */
export type RemainingTime = { getRemainingTimeInMillis: () => number };

/** A run stops this long before Lambda would cut it off, in the middle of something. */
const RESERVE_MS = 10_000;

/** @returns whether there is time for one more */
export function timeLeft(context: RemainingTime): () => boolean {
  return () => context.getRemainingTimeInMillis() > RESERVE_MS;
}
