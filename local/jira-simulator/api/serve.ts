import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Timers } from '../site/timers.ts';
import type { Faults, RequestFault } from '../webhooks/faults.ts';
import { isRest, type JiraRequest, parsedJson, pathOfReference } from './answer-request.ts';
import { JiraError } from './jira-error.ts';
import type { RequestLog } from './request-log.ts';
import type { SimulatorAnswer } from './route.ts';

type ServeParts = {
  readonly answer: (request: JiraRequest) => SimulatorAnswer;
  readonly faults: Faults;
  readonly requestLog: RequestLog;
  readonly timers: Timers;
  readonly clock: () => Date;
};

/**
 * Answers one request. For the REST API a fault may strike before the effect or after it:
 *
 * ```
 *   request ─▶ [before] ─▶ authenticate, take effect ─▶ [after] ─▶ answer
 * ```
 */
export function createServe({ answer, faults, requestLog, timers, clock }: ServeParts) {
  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://simulator');
    const method = request.method ?? 'GET';
    const raw = await text(request);
    const { authorization, 'content-type': contentType, 'accept-language': acceptLanguage } = request.headers;
    const isLanguageForced = request.headers['x-force-accept-language'] === 'true';
    const received: JiraRequest = {
      method,
      url,
      authorization,
      contentType,
      acceptLanguage,
      isLanguageForced,
      body: raw,
    };
    if (!isRest(url.pathname)) {
      send(response, answer(received));
      return;
    }
    const path = pathOfReference(url.pathname);
    const fault = faults.strikeRequest(method, path);
    const entry = requestLog.begin({
      at: clock(),
      method,
      path,
      query: url.search,
      requestBody: parsedOrText(raw),
      fault: fault?.kind,
    });
    const reply = (given: SimulatorAnswer) => {
      entry.answered(given.status, given.body);
      send(response, given);
    };
    const isStruck = fault !== undefined && strikesBefore(fault, response, reply);
    if (!isStruck) {
      const given = answer(received);
      strikeAfter(fault, response, () => reply(given));
    }
    entry.dealtWith();
  };

  function strikeAfter(fault: RequestFault | undefined, response: ServerResponse, reply: () => void): void {
    if (fault?.kind === 'reset-after-write') response.socket?.resetAndDestroy();
    else if (fault?.kind === 'timeout-after-write') replyLater(fault.answerAfterMs, reply);
    else reply();
  }

  function strikesBefore(
    fault: RequestFault,
    response: ServerResponse,
    reply: (answer: SimulatorAnswer) => void,
  ): boolean {
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
}

type StatusFault = { status: number; retryAfterSeconds?: number | undefined; rateLimitReason?: string | undefined };

function statusAnswer({ status, retryAfterSeconds, rateLimitReason }: StatusFault): SimulatorAnswer {
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

function parsedOrText(raw: string): unknown {
  try {
    return parsedJson(raw);
  } catch {
    return raw;
  }
}

function send(response: ServerResponse, { status, headers = {}, body, html }: SimulatorAnswer): void {
  if (response.destroyed) return;
  const type = html === undefined ? 'application/json;charset=UTF-8' : 'text/html; charset=utf-8';
  const content = html ?? (body === undefined ? undefined : JSON.stringify(body));
  response.writeHead(status, { ...(content !== undefined && { 'content-type': type }), ...headers });
  response.end(content);
}
