import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { User } from './catalogue.ts';
import type { Faults, RequestFault } from './faults.ts';
import { JiraError } from './jira-error.ts';
import type { RequestLog } from './request-log.ts';
import { type Answer, type Call, matchRoute, type Route } from './route.ts';
import type { Timers } from './timers.ts';

type ServeParts = {
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly requestLog: RequestLog;
  readonly timers: Timers;
  readonly clock: () => Date;
  readonly credentials: { readonly email: string; readonly apiToken: string };
  readonly apiUser: User;
};

/**
 * Answers one request. For the REST API a fault may strike before the effect or after it:
 *
 * ```
 *   request ─▶ [before] ─▶ authenticate ─▶ take effect ─▶ [after] ─▶ answer
 * ```
 */
export function createServe({ routes, faults, requestLog, timers, clock, credentials, apiUser }: ServeParts) {
  const expectedAuthorization = `Basic ${Buffer.from(`${credentials.email}:${credentials.apiToken}`).toString('base64')}`;

  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://simulator');
    const method = request.method ?? 'GET';
    const raw = await text(request);
    if (!url.pathname.startsWith('/rest/')) {
      send(response, answer(request, method, url, raw));
      return;
    }
    const fault = faults.strikeRequest(method, url.pathname);
    const entry = requestLog.begin({
      at: clock(),
      method,
      path: url.pathname,
      query: url.search,
      requestBody: parsedOrText(raw),
      fault: fault?.kind,
    });
    const reply = (given: Answer) => {
      entry.answered(given.status, given.body);
      send(response, given);
    };
    const isStruck = fault !== undefined && strikesBefore(fault, response, reply);
    if (!isStruck) {
      const isKnown = request.headers.authorization === expectedAuthorization;
      const given = isKnown ? answer(request, method, url, raw) : refused;
      strikeAfter(fault, response, () => reply(given));
    }
    entry.dealtWith();
  };

  function strikeAfter(fault: RequestFault | undefined, response: ServerResponse, reply: () => void): void {
    if (fault?.kind === 'reset-after-write') response.socket?.resetAndDestroy();
    else if (fault?.kind === 'timeout-after-write') replyLater(fault.answerAfterMs, reply);
    else reply();
  }

  function strikesBefore(fault: RequestFault, response: ServerResponse, reply: (answer: Answer) => void): boolean {
    switch (fault.kind) {
      case 'status':
        reply(statusAnswer(fault));
        return true;
      case 'timeout-before-write':
        replyLater(fault.answerAfterMs, () => reply(statusAnswer({ status: 504 })));
        return true;
      case 'reset-before-write':
        response.socket?.resetAndDestroy();
        return true;
      case 'timeout-after-write':
      case 'reset-after-write':
        return false;
    }
  }

  /** Without a delay nothing is ever sent: the connection stays open until the caller or the simulator gives up. */
  function replyLater(delayMs: number | undefined, reply: () => void): void {
    if (delayMs !== undefined) timers.after(delayMs, reply);
  }

  function answer(request: IncomingMessage, method: string, url: URL, raw: string): Answer {
    try {
      const match = matchRoute(routes, method, url.pathname);
      if (match === undefined) throw new JiraError(404, [`The simulator has no ${method} ${url.pathname}.`]);
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
      const call: Call = {
        params: match.params,
        query: url.searchParams,
        body: isForm ? Object.fromEntries(new URLSearchParams(raw)) : parsedJson(raw),
        isForm,
        caller: apiUser,
      };
      return match.route.handle(call);
    } catch (error) {
      return refusal(error);
    }
  }
}

const refused: Answer = {
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="Jira"', 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
  body: new JiraError(401, ['Client must be authenticated to access this resource.']).body,
};

function refusal(error: unknown): Answer {
  if (error instanceof JiraError) return { status: error.status, body: error.body };
  if (error instanceof z.ZodError) {
    const message = 'Invalid request payload. Refer to the REST API documentation and try again.';
    return { status: 400, body: new JiraError(400, [message, z.prettifyError(error)]).body };
  }
  throw error;
}

type StatusFault = { status: number; retryAfterSeconds?: number | undefined; rateLimitReason?: string | undefined };

function statusAnswer({ status, retryAfterSeconds, rateLimitReason }: StatusFault): Answer {
  const message = status === 429 ? 'Rate limit exceeded.' : `The simulator was told to answer ${status}.`;
  return {
    status,
    headers: {
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      ...(rateLimitReason !== undefined && { 'ratelimit-reason': rateLimitReason }),
    },
    body: new JiraError(status, [message]).body,
  };
}

function parsedJson(raw: string): unknown {
  if (raw === '') return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    throw new JiraError(400, ['Unexpected characters in the request body: it is not JSON.']);
  }
}

function parsedOrText(raw: string): unknown {
  try {
    return parsedJson(raw);
  } catch {
    return raw;
  }
}

function send(response: ServerResponse, { status, headers = {}, body, html }: Answer): void {
  if (response.destroyed) return;
  const type = html === undefined ? 'application/json;charset=UTF-8' : 'text/html; charset=utf-8';
  const content = html ?? (body === undefined ? undefined : JSON.stringify(body));
  response.writeHead(status, { ...headers, ...(content !== undefined && { 'content-type': type }) });
  response.end(content);
}
