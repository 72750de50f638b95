import * as z from 'zod';
import type { RequestFault } from '../webhooks/faults.ts';
import { withOddElement, withoutMembers } from './changed-members.ts';
import { JiraError } from './jira-error.ts';
import type { SimulatorAnswer } from './route.ts';

/** Answer in place of Jira's own, which then never sees the request; undefined when the request goes on to it. */
export function answerBefore(fault: RequestFault, path: string): SimulatorAnswer | undefined {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault);
    case 'proxy-page':
      return {
        status: fault.status,
        html: '<!doctype html><html><title>Sign in</title><p>Sign in to continue.</p></html>',
      };
    case 'redirect':
      return { status: fault.status, headers: { location: `${fault.to.replace(/\/+$/, '')}${path}` } };
    case 'no-effect':
      return { status: 204 };
    default:
      return undefined;
  }
}

/** Jira's own answer as the fault leaves it. */
export function weathered(
  answer: SimulatorAnswer,
  fault: RequestFault | undefined,
  pageToken: string | undefined,
): SimulatorAnswer {
  switch (fault?.kind) {
    case 'member-absent':
      return { ...answer, body: withoutMembers(answer.body, fault.members, 'absent') };
    case 'member-null':
      return { ...answer, body: withoutMembers(answer.body, fault.members, 'null') };
    case 'odd-element':
      return { ...answer, body: withOddElement(answer.body, fault.members, fault.element) };
    case 'repeated-page-token':
      return { ...answer, body: { ...pageSchema.parse(answer.body), isLast: false, nextPageToken: pageToken } };
    default:
      return answer;
  }
}

const pageSchema = z.looseObject({});

type StatusFault = { status: number; retryAfterSeconds?: number | undefined; rateLimitReason?: string | undefined };

export function statusAnswer({ status, retryAfterSeconds, rateLimitReason }: StatusFault): SimulatorAnswer {
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

const tokenSchema = z.object({ nextPageToken: z.string() });

/** Token of the page that a request asks for, in its body or its query. */
export function pageTokenOf(body: unknown, query: URLSearchParams): string | undefined {
  return tokenSchema.safeParse(body).data?.nextPageToken ?? query.get('nextPageToken') ?? undefined;
}
