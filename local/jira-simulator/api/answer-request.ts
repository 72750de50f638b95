import * as z from 'zod';
import type { User } from '../site/catalogue.ts';
import { JiraError } from './jira-error.ts';
import { matchRoute, type SimulatorAnswer, type SimulatorCall, type SimulatorRoute } from './route.ts';

/** A request as it arrived, over a socket or handed over in the same process. */
export type JiraRequest = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
};

export type Credentials = { readonly email: string; readonly apiToken: string };

type AnswerParts = {
  readonly routes: readonly SimulatorRoute[];
  readonly credentials: Credentials;
  readonly apiUser: User;
};

/** Authenticates calls of the REST API, and lets the route that fits take its effect. */
export function createAnswerer({ routes, credentials, apiUser }: AnswerParts) {
  const expected = `Basic ${Buffer.from(`${credentials.email}:${credentials.apiToken}`).toString('base64')}`;

  return function answer({ method, url, authorization, contentType, body }: JiraRequest): SimulatorAnswer {
    if (url.pathname.startsWith('/rest/') && authorization !== expected) return refused;
    try {
      const match = matchRoute(routes, method, url.pathname);
      if (match === undefined) throw new JiraError(404, [`The simulator has no ${method} ${url.pathname}.`]);
      const isForm = contentType?.startsWith('application/x-www-form-urlencoded') === true;
      const read = isForm ? Object.fromEntries(new URLSearchParams(body)) : parsedJson(body);
      if (url.pathname.startsWith('/rest/')) mustBeWritable(read);
      const call: SimulatorCall = {
        params: match.params,
        query: url.searchParams,
        body: read,
        isForm,
        caller: apiUser,
      };
      return match.route.handle(call);
    } catch (error) {
      return refusal(error);
    }
  };
}

const refused: SimulatorAnswer = {
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="Jira"', 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
  body: new JiraError(401, ['Client must be authenticated to access this resource.']).body,
};

function refusal(error: unknown): SimulatorAnswer {
  if (error instanceof JiraError) return { status: error.status, body: error.body };
  if (error instanceof z.ZodError) {
    const message = 'Invalid request payload. Refer to the REST API documentation and try again.';
    return { status: 400, body: new JiraError(400, [message, z.prettifyError(error)]).body };
  }
  throw error;
}

/**
 * Halves of surrogate pairs have no UTF-8, and PostgreSQL has no text with NUL in it. What Jira makes of them is not told
 * anywhere; it is refused here, so that nothing of ours comes to depend on it. People may still put them into an issue by
 * the switches, as an old import leaves them in Jira.
 */
function mustBeWritable(body: unknown): void {
  // Beside `\n` and its like, JSON.stringify escapes control characters and halves of surrogate pairs, and nothing else.
  const escapes = JSON.stringify(body)?.match(/\\(?:u[\da-f]{4}|.)/g) ?? [];
  const found = escapes.find((escaped) => escaped.startsWith('\\u'));
  if (found !== undefined)
    throw new JiraError(400, [`The request contains the character ${found}, which cannot be kept.`]);
}

export function parsedJson(raw: string): unknown {
  if (raw === '') return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    throw new JiraError(400, ['Unexpected characters in the request body: it is not JSON.']);
  }
}
