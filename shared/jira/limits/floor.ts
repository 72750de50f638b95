import type { Floor } from '../../domain/ticket/shared-limits.ts';
import { waitAskedFor } from '../retry-after.ts';
import { endpointScope, issueScope, type LimitedRequest, type LimitScope } from './limit-scope.ts';

/**
 * The longest that one answer stops us, in milliseconds. Jira asks for an hour at the most; after nonsense somebody asks again after two.
 */
const LONGEST_MS = 7_200_000;

/**
 * The floor that an answer names. Data Center sends `retry-after: 0` with every answer, which says nothing.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 *
 * @param now milliseconds since 1970, after the answer came
 * @returns undefined where the answer is no limit, or does not say for how long
 */
export function floorIn(
  request: LimitedRequest,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  now: number,
): Floor | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const waitMs = waitAskedFor(headers, now);
  if (waitMs === undefined || waitMs === 0) return undefined;
  const reason = headers.get('ratelimit-reason') ?? undefined;
  return {
    scope: status === 503 ? 'all' : scopeOfReason(reason, request),
    notBefore: now + Math.min(waitMs, LONGEST_MS),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Where Jira does not say which limit it was, it was that of the endpoint: most often it is, and the others then say so themselves. */
function scopeOfReason(reason: string | undefined, request: LimitedRequest): LimitScope {
  if (reason?.startsWith('jira-quota-') === true) return 'all';
  if (reason === 'jira-per-issue-on-write') return issueScope(request) ?? endpointScope(request);
  return endpointScope(request);
}
