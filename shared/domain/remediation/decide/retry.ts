/** Tries of a queue before its dead-letter queue gets the message and the reason: `infra/building-blocks/queued-worker.ts`. */
const QUICK_TRIES = 10;
const HOUR_MS = 3_600_000;

/** At once while the queue tries, then after 2, 4, 8, 16 and 24 hours. */
export function retryAt(now: string, tries: number): string {
  const waitMs = tries <= QUICK_TRIES ? 0 : Math.min(24, 2 ** (tries - QUICK_TRIES)) * HOUR_MS;
  return new Date(Date.parse(now) + waitMs).toISOString();
}
