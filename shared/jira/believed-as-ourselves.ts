import type { Client, SendRequestOptions } from 'jira.js/core';
import * as z from 'zod';
import { JiraIssueMissing, JiraOutage, JiraRefused, JiraUnsure } from './jira-errors.ts';

const MYSELF = '/rest/api/3/myself';

/** Our account, as Jira Cloud names it, or Data Center. */
const Myself = z.object({
  accountId: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  key: z.string().min(1).optional(),
});

/**
 * Asks Jira who we are. Of all its answers this is the only one that tells a dead token from an empty site: anonymous callers
 * get empty lists, 404 for every issue and 400 for every edit.
 *
 * @returns the id of our account
 * @throws JiraOutage when Jira does not know us
 */
export async function whoAmI(client: Client): Promise<string> {
  const { accountId, key, name } = Myself.parse(await client.sendRequest({ url: MYSELF, method: 'GET' }));
  const id = accountId ?? key ?? name;
  if (id === undefined) throw new JiraUnsure(`GET ${MYSELF}`, 'the answer names no account');
  return id;
}

/**
 * Believes a refusal only while Jira knows us. "There is no such issue", "this field is not on the screen" and "specify a
 * valid project" are also what a caller hears whose token has died.
 *
 *     404, 400, 403 ─▶ who are we? ─┬─ our account ─▶ believed
 *                                   └─ nobody ──────▶ an outage: the request did nothing
 */
export function believedAsOurselves(client: Client): Client {
  return {
    async sendRequest<T>(asked: SendRequestOptions<T>): Promise<T> {
      try {
        const answer = await client.sendRequest(asked);
        if (isAllRefused(answer)) await mustBeKnown(client, asked);
        return answer;
      } catch (error) {
        if (isRefusal(error) && asked.url !== MYSELF) await mustBeKnown(client, asked);
        throw error;
      }
    },
  };
}

async function mustBeKnown(client: Client, { method = 'GET', url }: SendRequestOptions): Promise<void> {
  try {
    await whoAmI(client);
  } catch (error) {
    // It was a no, whoever we are: nobody has to look for what became of the request.
    if (!(error instanceof JiraUnsure || error instanceof JiraRefused)) throw error;
    const what = 'Jira said no, and then not who we are';
    throw new JiraOutage(`${method} ${url}`, what, 'it is asked again', { cause: error });
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof JiraIssueMissing || (error instanceof JiraRefused && [400, 403, 404].includes(error.status));

const NothingCreated = z.object({ issues: z.array(z.unknown()).max(0), errors: z.array(z.unknown()).min(1) });

/** A bulk creation of which nothing came is an answer, and not an error. */
const isAllRefused = (answer: unknown): boolean => NothingCreated.safeParse(answer).success;
