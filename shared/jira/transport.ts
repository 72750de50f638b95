import type { Client, SendRequestOptions } from 'jira.js/core';
import * as z from 'zod';
import { apiUrlOf, type JiraSite } from '../domain/ticket/jira-site.ts';
import { believedAsOurselves } from './believed-as-ourselves.ts';
import type { JiraCredentials } from './credentials.ts';
import { dataCenterClient } from './data-center/data-center-client.ts';
import { JiraUnsure } from './jira-errors.ts';
import type { SiteLimits } from './limits/site-limits.ts';
import { jiraLogin } from './login.ts';
import { meaningOf } from './meaning-of-answer.ts';
import { type Run, rememberedInRun } from './remembered-in-run.ts';
import { isRead, type RepeatOptions, repeatingReads } from './repeat-reads.ts';
import { requestBody } from './request-body.ts';

/** Settings of the site as the configuration has them, and what else a request wants. */
export type TransportOptions = RepeatOptions & {
  site: JiraSite['site'];
  apiUrl?: JiraSite['apiUrl'];
  /** Default: Cloud. */
  deployment?: JiraSite['deployment'];
  /** Default: that of Atlassian. */
  tokenUrl?: JiraSite['tokenUrl'];
  /** Asked before every request, so that a rotated secret is used as soon as the cache behind it knows it. */
  credentials: () => Promise<JiraCredentials>;
  /** Carrier of requests; the platform's own unless a test plays the network. */
  fetch?: typeof globalThis.fetch;
  /** The run that the caller belongs to: who we are, and what a project is, is asked once in it. Without one, each time. */
  run?: () => Run | undefined;
  /** Limits of the site. Without them a request leaves at once. */
  limits?: SiteLimits | undefined;
};

/**
 * The way to Jira for the functions of jira.js. It repeats reads while there is time, and never a write. It tells apart what was refused, what must wait, and what nobody knows the outcome of,
 * and believes a refusal only while Jira knows who asks.
 *
 * @throws JiraRefused, JiraConflict, JiraIssueMissing, JiraRateLimited, JiraUnsure, JiraOutage
 */
export function jiraTransport(options: TransportOptions): Client {
  const client = repeatingReads(sendingOnce(options), options);
  const asCloud = options.deployment === 'Data Center' ? dataCenterClient(client) : client;
  return believedAsOurselves(rememberedInRun(asCloud, options.run));
}

function sendingOnce(options: TransportOptions): Client {
  const { timeoutMs, limits, fetch = globalThis.fetch } = options;
  const login = jiraLogin({ ...options, fetch });
  return {
    async sendRequest<T>(asked: SendRequestOptions<T>): Promise<T> {
      const method = asked.method ?? 'GET';
      const endpoint = `${method} ${asked.url}`;
      const limited = { method, path: asked.url };
      await limits?.turnOf(limited);
      limits?.sent();
      const request = (authorization: string) => ({
        method,
        headers: {
          accept: 'application/json',
          authorization,
          ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(asked.body === undefined ? {} : { body: requestBody(asked.body) }),
        // Followed, a redirect to another host drops the login, and Jira would answer as to nobody.
        redirect: 'manual' as const,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const address = urlOf(apiUrlOf(options), asked);
      const { response, text } = await login.signedIn((authorization) =>
        exchange(() => fetch(address, request(authorization)), endpoint, timeoutMs),
      );
      await limits?.learn(limited, response);
      const body = meaningOf(response, text, { endpoint, isRead: isRead(asked), host: address.host });
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
): Promise<{ response: Response; text: string }> {
  try {
    const response = await send();
    return { response, text: await response.text() };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    const what = isTimeout ? `no answer within ${timeoutMs} ms` : 'the connection broke';
    throw new JiraUnsure(endpoint, what, undefined, { cause: error });
  }
}

function urlOf(base: string, { url, searchParams }: SendRequestOptions): URL {
  const address = new URL(base + url);
  for (const [name, value] of Object.entries(searchParams ?? {})) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) address.searchParams.append(name, String(one));
  }
  return address;
}
