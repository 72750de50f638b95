import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Timers } from '../site/timers.ts';
import type { Faults, RequestFault } from '../webhooks/faults.ts';
import { isRest, type JiraRequest, parsedJson, pathOfReference } from './answer-request.ts';
import type { EarlyRequests } from './early-requests.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RequestLog } from './request-log.ts';
import type { SimulatorAnswer } from './route.ts';
import { answerBefore, pageTokenOf, statusAnswer, weathered } from './weather.ts';

type ServeParts = {
  readonly answer: (request: JiraRequest) => SimulatorAnswer;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly early: EarlyRequests;
  readonly requestLog: RequestLog;
  readonly timers: Timers;
  readonly clock: () => Date;
  /** How long a request to the REST API takes before it has its effect. */
  readonly latencyMs: number;
};

/**
 * Answers one request. For the REST API a fault may strike before the effect or after it:
 *
 * ```
 *   request ─▶ [before] ─▶ authenticate, take effect ─▶ [after] ─▶ answer
 * ```
 */
export function createServe({ answer, faults, limits, early, requestLog, timers, clock, latencyMs }: ServeParts) {
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
    if (latencyMs > 0) await new Promise<void>((arrived) => timers.after(latencyMs, arrived));
    const path = pathOfReference(url.pathname);
    early.arrived(method, path);
    const requestBody = parsedOrText(raw);
    const pageToken = pageTokenOf(requestBody, url.searchParams);
    const fault = faults.strikeRequest(method, path, pageToken !== undefined);
    const entry = requestLog.begin({
      at: clock(),
      method,
      path,
      query: url.search,
      requestBody,
      fault: fault?.kind,
    });
    const reply = (given: SimulatorAnswer) => {
      entry.answered(given.status, given.body);
      early.answered(method, path, given);
      send(response, given);
    };
    const isStruck = fault !== undefined && strikesBefore(fault, url.pathname, response, reply);
    if (!isStruck) {
      const limit = limits.ask(method, path);
      const asked = fault?.kind === 'dead-login' ? { ...received, authorization: 'Basic bm9ib2R5Om5v' } : received;
      const given = 'refusal' in limit ? limit.refusal : weathered(answer(asked), fault, pageToken);
      const headers = 'refusal' in limit ? given.headers : { ...limit.headers, ...given.headers };
      strikeAfter(fault, response, () => reply({ ...given, ...(headers !== undefined && { headers }) }));
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
    path: string,
    response: ServerResponse,
    reply: (answer: SimulatorAnswer) => void,
  ): boolean {
    const instead = answerBefore(fault, path);
    if (instead !== undefined) {
      reply(instead);
      return true;
    }
    if (fault.kind === 'timeout-before-write') {
      replyLater(fault.answerAfterMs, () => reply(statusAnswer({ status: 504 })));
      return true;
    }
    if (fault.kind !== 'reset-before-write') return false;
    response.socket?.resetAndDestroy();
    return true;
  }

  /** Without a delay nothing is ever sent: the connection stays open until the caller or the simulator gives up. */
  function replyLater(delayMs: number | undefined, reply: () => void): void {
    if (delayMs !== undefined) timers.after(delayMs, reply);
  }
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
