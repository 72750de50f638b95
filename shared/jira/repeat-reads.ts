import { setTimeout as wait } from 'node:timers/promises';
import type { Client, SendRequestOptions } from 'jira.js/core';
import { JiraPostponed, JiraRateLimited, JiraUnsure } from './jira-errors.ts';

export type RepeatOptions = {
  timeoutMs: number;
  /** How long whoever asks may still run; without a limit by default. */
  timeLeftMs?: () => number;
  pause?: (ms: number) => Promise<unknown>;
  /** At least 0, less than 1. */
  random?: () => number;
};

const TRIES = 3;
/** The wait before the second try and, doubled, before the third, when Jira names none. */
const FIRST_WAIT_MS = 500;
/** Time kept for the caller, to do something with the answer. */
const RESERVE_MS = 3_000;

/** Requests that change nothing although they are sent by POST. */
const READS_BY_POST = [
  '/rest/api/3/search/jql',
  '/rest/api/3/issue/bulkfetch',
  '/rest/api/3/comment/list',
  '/rest/api/3/changelog/bulkfetch',
  '/rest/api/2/search',
];

/** Time ran out before a request was sent: Jira never saw it. */
class NotSent extends Error {
  constructor(endpoint: string) {
    super(`${endpoint}: not sent, the time of this run is over`);
    this.name = 'NotSent';
  }
}

/**
 * Asks again where Jira did not answer or wants us to wait, so that one lost answer does not cost a whole run. Only reads:
 * a repeated create is a second ticket, and a write whose answer got lost is its protocol's business. Only while there is
 * time: a read that the end of the function cuts off helps nobody.
 *
 *     try ── wait ± jitter, or as long as Retry-After says ── try ── twice as long ── try ── its error
 *
 * A function that was frozen with work under way wakes up in a later run; its time is over then, and it sends nothing more.
 */
export function repeatingReads(once: Client, options: RepeatOptions): Client {
  const { timeoutMs, timeLeftMs = () => Number.POSITIVE_INFINITY, pause = wait, random = Math.random } = options;
  return {
    async sendRequest<T>(asked: SendRequestOptions<T>): Promise<T> {
      for (let attempt = 1; ; attempt += 1) {
        if (timeLeftMs() <= 0) throw new NotSent(`${asked.method ?? 'GET'} ${asked.url}`);
        try {
          return await once.sendRequest(asked);
        } catch (error) {
          const waitMs = isRead(asked) && attempt < TRIES ? waitAfter(error, attempt, random) : undefined;
          if (waitMs === undefined || waitMs + timeoutMs + RESERVE_MS > timeLeftMs()) throw error;
          await pause(waitMs);
        }
      }
    },
  };
}

/** True for a request that changes nothing, whatever its method is. */
export function isRead({ method = 'GET', url }: Pick<SendRequestOptions, 'method' | 'url'>): boolean {
  return method === 'GET' || (method === 'POST' && READS_BY_POST.includes(url));
}

/** @returns undefined when waiting mends nothing. The jitter only adds: Jira is never asked before the time it named. */
function waitAfter(error: unknown, attempt: number, random: () => number): number | undefined {
  // It has waited for as long as it may.
  if (error instanceof JiraPostponed) return undefined;
  const isPassing = error instanceof JiraRateLimited || error instanceof JiraUnsure;
  if (!isPassing) return undefined;
  const named = error instanceof JiraRateLimited ? error.retryAfterMs : undefined;
  const shortestMs = named ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
  return Math.round(shortestMs * (1 + random() / 2));
}
