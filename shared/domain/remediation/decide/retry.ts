/**
 * Tries of a queue before its dead-letter queue has the message and the reason. An hour with six minutes between: long
 * enough for a restart of Jira or a burst of 429.
 */
export const QUEUE_TRIES = 10;
const HOUR_MS = 3_600_000;

/**
 * At once while the queue tries, then every hour: what a person has mended in the other system shows in nothing else than the
 * next try.
 */
export function retryAt(now: string, tries: number): string {
  const waitMs = tries <= QUEUE_TRIES ? 0 : HOUR_MS;
  return new Date(Date.parse(now) + waitMs).toISOString();
}
