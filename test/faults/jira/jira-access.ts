import { pathOfReference } from '../../../local/jira-simulator/api/answer-request.ts';
import type { Jira } from '../../../local/jira-simulator/jira.ts';
import type { FunctionSurroundings, Strike } from '../aws/invocation.ts';
import type { EarlyDepartures } from './early-departures.ts';

export const JIRA_URL = 'https://jira.test';
/** Simulated: nothing here takes a millisecond of real time. */
export const JIRA_TIMEOUT_MS = 10_000;

/** Jira as one invocation reaches it: `fetch` without a network, with everything that may happen on the way. */
export function jiraAccess(
  jira: Jira,
  { operate }: FunctionSurroundings,
  { leaves }: Pick<EarlyDepartures, 'leaves'>,
): typeof globalThis.fetch {
  return (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? init.body : '';
    const headers = new Headers(init.headers);
    leaves({ method, path: pathOfReference(url.pathname) });
    return operate({
      service: 'jira',
      what: `${method} ${url.pathname.replace(/^.*\/rest\/api\/3\//, '')}${aboutBody(url, body)}`,
      effect: () => {
        const answer = jira.answer({
          method,
          url,
          authorization: headers.get('authorization') ?? undefined,
          contentType: headers.get('content-type') ?? undefined,
          body,
        });
        return response(answer.status, answer.headers, answer.body);
      },
      strikes: STRIKES,
      down: {
        kind: 'time-out before the effect',
        takesEffect: false,
        outcome: { fails: timedOut, afterMs: JIRA_TIMEOUT_MS },
      },
    });
  };
}

const STRIKES: readonly Strike<Response>[] = [
  { kind: 'crash before the call', takesEffect: false, outcome: 'crash' },
  { kind: 'crash after the call', takesEffect: true, outcome: 'crash' },
  { kind: 'time-out before the effect', takesEffect: false, outcome: { fails: timedOut, afterMs: JIRA_TIMEOUT_MS } },
  { kind: 'time-out after the effect', takesEffect: true, outcome: { fails: timedOut, afterMs: JIRA_TIMEOUT_MS } },
  { kind: 'connection reset before the effect', takesEffect: false, outcome: { fails: reset } },
  { kind: 'connection reset after the effect', takesEffect: true, outcome: { fails: reset } },
  {
    kind: '429 with Retry-After',
    takesEffect: false,
    outcome: { answers: () => refusal(429, { 'retry-after': '30' }) },
  },
  {
    kind: '429 for all of the site',
    takesEffect: false,
    outcome: {
      answers: () => refusal(429, { 'retry-after': '300', 'ratelimit-reason': 'jira-quota-tenant-based' }),
    },
  },
  {
    kind: '429 for one issue',
    takesEffect: false,
    outcome: {
      answers: () => refusal(429, { 'retry-after': '60', 'ratelimit-reason': 'jira-per-issue-on-write' }),
    },
  },
  { kind: '429 without Retry-After', takesEffect: false, outcome: { answers: () => refusal(429) } },
  { kind: '5xx before the effect', takesEffect: false, outcome: { answers: () => refusal(503) } },
  { kind: '5xx after the effect', takesEffect: true, outcome: { answers: () => refusal(502) } },
  { kind: '403', takesEffect: false, outcome: { answers: () => refusal(403) } },
];

function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return response(status, headers, { errorMessages: [`The simulation answers ${status}.`], errors: {} });
}

function response(status: number, headers: Readonly<Record<string, string>> | undefined, body: unknown): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { ...headers } });
}

function timedOut(): Error {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}

function reset(): Error {
  return new TypeError('fetch failed');
}

/** Query of a search, or labels of the tickets that are created. */
function aboutBody({ pathname }: URL, body: string): string {
  if (pathname.endsWith('/search/jql')) return ` ${String(Object(JSON.parse(body)).jql)}`;
  if (!pathname.endsWith('/issue') && !pathname.endsWith('/issue/bulk')) return '';
  return ` ${[...body.matchAll(/"holdfast-[0-9a-z]+"/g)].join(', ')}`;
}
