import type { Client, SendRequestOptions } from 'jira.js/core';
import * as z from 'zod';
import { JiraIssueMissing, JiraRateLimited, JiraRefused, JiraUnsure } from './jira-errors.ts';

export type JiraCredentials = { email: string; apiToken: string };

export type TransportOptions = {
  site: string;
  /** Asked before every request, so that a rotated token is used as soon as the cache behind it knows it. */
  credentials: () => Promise<JiraCredentials>;
  timeoutMs: number;
};

/**
 * The way to Jira for the functions of jira.js. It never repeats a request by itself: a repeated create is a second
 * ticket. It tells apart what was refused, what must wait, and what nobody knows the outcome of.
 *
 * @throws JiraRefused, JiraIssueMissing, JiraRateLimited, JiraUnsure
 */
export function jiraTransport({ site, credentials, timeoutMs }: TransportOptions): Client {
  return {
    async sendRequest<T>(options: SendRequestOptions<T>): Promise<T> {
      const endpoint = `${options.method ?? 'GET'} ${options.url}`;
      const { email, apiToken } = await credentials();
      const request = {
        method: options.method ?? 'GET',
        headers: {
          accept: 'application/json',
          authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`,
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        signal: AbortSignal.timeout(timeoutMs),
      };
      const { response, body } = await exchange(endpoint, urlOf(site, options), request, timeoutMs);
      if (!response.ok) throw failure(endpoint, response, body);
      if (options.schema === undefined) return z.custom<T>().parse(body);
      const parsed = options.schema.safeParse(body);
      if (parsed.success) return parsed.data;
      // A field that Jira added or changed must not stop the work; what we use of it, we parse again ourselves.
      return z.custom<T>().parse(body);
    },
  };
}

async function exchange(
  endpoint: string,
  url: URL,
  request: RequestInit,
  timeoutMs: number,
): Promise<{ response: Response; body: unknown }> {
  try {
    const response = await fetch(url, request);
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
  if (response.status >= 500) return new JiraUnsure(endpoint, `status ${response.status}`, response.status);
  if (response.status === 404 && endpoint.includes('/issue/')) return new JiraIssueMissing(endpoint);
  return new JiraRefused(endpoint, response.status, reasonsIn(body));
}

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
  return all.length === 0 ? 'no reason given' : all.join('; ').slice(0, 1_000);
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
    return JSON.parse(text);
  } catch {
    return text;
  }
}
