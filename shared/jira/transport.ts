import type { Client, SendRequestOptions } from 'jira.js/core';
import * as z from 'zod';
import { parseJson } from '../domain/words/well-formed.ts';
import { JiraIssueMissing, JiraRateLimited, JiraRefused, JiraUnsure } from './jira-errors.ts';
import { type RepeatOptions, repeatingReads } from './repeat-reads.ts';
import { requestBody } from './request-body.ts';

/** The content of the secret with which Holdfast calls Jira. */
export const JiraCredentials = z.object({ email: z.string().min(1), apiToken: z.string().min(1) });
export type JiraCredentials = z.infer<typeof JiraCredentials>;

export type TransportOptions = RepeatOptions & {
  site: string;
  /** Asked before every request, so that a rotated token is used as soon as the cache behind it knows it. */
  credentials: () => Promise<JiraCredentials>;
  /** Carrier of requests; the platform's own unless a test plays the network. */
  fetch?: typeof globalThis.fetch;
};

/**
 * Jira answers a request with a dead token as if nobody had signed in: a search finds nothing, an issue does not exist.
 * This header is the only thing that tells it apart from an empty project.
 */
const LOGIN_REASON = 'x-seraph-loginreason';

/**
 * The way to Jira for the functions of jira.js. It repeats reads while there is time, and never a write. It tells apart what was refused, what must wait, and what nobody knows the outcome of.
 *
 * @throws JiraRefused, JiraIssueMissing, JiraRateLimited, JiraUnsure
 */
export function jiraTransport(options: TransportOptions): Client {
  return repeatingReads(sendingOnce(options), options);
}

function sendingOnce(options: TransportOptions): Client {
  const { site, credentials, timeoutMs, fetch = globalThis.fetch } = options;
  return {
    async sendRequest<T>(asked: SendRequestOptions<T>): Promise<T> {
      const endpoint = `${asked.method ?? 'GET'} ${asked.url}`;
      const { email, apiToken } = await credentials();
      const request = {
        method: asked.method ?? 'GET',
        headers: {
          accept: 'application/json',
          authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`,
          ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(asked.body === undefined ? {} : { body: requestBody(asked.body) }),
        signal: AbortSignal.timeout(timeoutMs),
      };
      const { response, body } = await exchange(() => fetch(urlOf(site, asked), request), endpoint, timeoutMs);
      if (response.headers.get(LOGIN_REASON) === 'AUTHENTICATED_FAILED') {
        throw new JiraRefused(endpoint, 401, 'the e-mail address or the API token is wrong, expired or revoked');
      }
      if (!response.ok && !isBulkAnswer(response, body)) throw failure(endpoint, response, body);
      if (asked.schema === undefined) return z.custom<T>().parse(body);
      const parsed = asked.schema.safeParse(body);
      if (parsed.success) return parsed.data;
      // A field that Jira added or changed must not stop the work; what we use of it, we parse again ourselves.
      return z.custom<T>().parse(body);
    },
  };
}

async function exchange(
  send: () => Promise<Response>,
  endpoint: string,
  timeoutMs: number,
): Promise<{ response: Response; body: unknown }> {
  try {
    const response = await send();
    const text = await response.text();
    return { response, body: jsonOrText(text) };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    const what = isTimeout ? `no answer within ${timeoutMs} ms` : 'the connection broke';
    throw new JiraUnsure(endpoint, what, undefined, { cause: error });
  }
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
function failure(endpoint: string, response: Response, body: unknown): Error {
  if (response.status === 429) {
    return new JiraRateLimited(
      endpoint,
      retryAfterMs(response.headers),
      response.headers.get('ratelimit-reason') ?? undefined,
    );
  }
  if (isUnclear(response.status, body)) return new JiraUnsure(endpoint, `status ${response.status}`, response.status);
  if (response.status === 404 && endpoint.includes('/issue/')) return new JiraIssueMissing(endpoint);
  return new JiraRefused(endpoint, response.status, reasonsIn(body), { fields: fieldsIn(body) });
}

/** Request Timeout and Too Early (RFC 9110, 15.5.9; RFC 8470): whoever stands before Jira gave up on the request. */
const GAVE_UP = [408, 425];

/**
 * A 404 without Jira's own words comes from something in between, such as a page of a site that is being moved. It says
 * nothing of the issue.
 */
function isUnclear(status: number, body: unknown): boolean {
  return status >= 500 || GAVE_UP.includes(status) || (status === 404 && !JiraWords.safeParse(body).success);
}

const JiraWords = z.object({ errorMessages: z.array(z.string()) });

/** Seconds, or an HTTP date: RFC 9110, section 10.2.3. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined;
}

const ErrorBody = z.object({
  errorMessages: z.array(z.string()).prefault([]),
  errors: z.record(z.string(), z.string()).prefault({}),
});

/** Jira's own words, which name fields and rules. The rest of the body stays out of errors and logs. */
function reasonsIn(body: unknown): string {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return 'no reason given';
  const { errorMessages, errors } = parsed.data;
  const all = [...errorMessages, ...Object.entries(errors).map(([field, reason]) => `${field}: ${reason}`)];
  return all.length === 0 ? 'no reason given' : all.join('; ');
}

/** Ids of the fields that Jira complains of, whatever its words are. */
const fieldsIn = (body: unknown): string[] => Object.keys(ErrorBody.safeParse(body).data?.errors ?? {});

const BulkRefusals = z.object({ errors: z.array(z.object({ failedElementNumber: z.int() })).min(1) });

/** A bulk creation of which nothing came is answered with 400, and still says of each element why: an answer, not an error. */
function isBulkAnswer({ status }: Response, body: unknown): boolean {
  return status === 400 && BulkRefusals.safeParse(body).success;
}

function urlOf(site: string, { url, searchParams }: SendRequestOptions): URL {
  const address = new URL(site.replace(/\/+$/, '') + url);
  for (const [name, value] of Object.entries(searchParams ?? {})) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) address.searchParams.append(name, String(one));
  }
  return address;
}

function jsonOrText(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
