import type { Client, SendRequestOptions } from 'jira.js/core';
import { accountIdsAdded } from './people.ts';
import { inOlderForm } from './written-texts.ts';

/** A question as the reference of Cloud's API has it, of `/rest/api/3`. */
export type CloudRequest = Pick<SendRequestOptions, 'url' | 'method' | 'searchParams' | 'body'>;

/** Asks Data Center one question of its own API. */
export type AskDataCenter = (request: CloudRequest) => Promise<unknown>;

/**
 * The same request in version 2 of the API, which is the only one there: texts in wiki markup, people by name. The answer
 * names people by account ids.
 * https://developer.atlassian.com/server/jira/platform/rest/
 */
export function askingDataCenter(client: Client): AskDataCenter {
  return async ({ url, body, ...request }) =>
    accountIdsAdded(
      await client.sendRequest<unknown>({
        ...request,
        url: url.replace(/^\/rest\/api\/3\//, '/rest/api/2/'),
        ...(body === undefined ? {} : { body: inOlderForm(body) }),
      }),
    );
}

/** How many questions are under way at once, where Cloud answers one question for many issues. */
const AT_ONCE = 4;

/** Asks for each, a few at a time, in the order of what is asked. */
export async function askEach<Asked, Answer>(
  all: readonly Asked[],
  ask: (one: Asked) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    answers.push(...(await Promise.all(all.slice(start, start + AT_ONCE).map(ask))));
  }
  return answers;
}
