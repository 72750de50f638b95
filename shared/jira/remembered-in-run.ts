import type { Client, SendRequestOptions } from 'jira.js/core';
import * as z from 'zod';

/** One call of a function. What was seen in it counts for it, and for no later one. */
export type Run = object;

/** Who we are, what a project is, which statuses, priorities and types of links there are: nothing that changes while a run is at it. */
const SAME_THROUGHOUT =
  /^\/rest\/api\/\d\/(?:myself|status|resolution|priority|issueLinkType|project\/[^/]+(?:\/statuses)?)$/;

/**
 * Asks what stays the same once in a run. A failure is not remembered: whoever asks next asks again.
 *
 * @param run without one, nothing is remembered
 */
export function rememberedInRun(client: Client, run: () => Run | undefined = () => undefined): Client {
  const known = new WeakMap<Run, Map<string, Promise<unknown>>>();
  return {
    async sendRequest<T>(asked: SendRequestOptions<T>): Promise<T> {
      const current = run();
      const isSame = (asked.method ?? 'GET') === 'GET' && SAME_THROUGHOUT.test(asked.url);
      if (current === undefined || !isSame) return client.sendRequest(asked);
      const answers = known.get(current) ?? new Map<string, Promise<unknown>>();
      known.set(current, answers);
      const answer = answers.get(asked.url) ?? client.sendRequest(asked);
      answers.set(asked.url, answer);
      try {
        return z.custom<T>().parse(await answer);
      } catch (error) {
        answers.delete(asked.url);
        throw error;
      }
    },
  };
}
