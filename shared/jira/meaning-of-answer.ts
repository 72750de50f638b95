import * as z from 'zod';
import { parseJson } from '../domain/words/well-formed.ts';
import { JiraConflict, JiraIssueMissing, JiraOutage, JiraRateLimited, JiraRefused, JiraUnsure } from './jira-errors.ts';
import { waitAskedFor } from './retry-after.ts';

export type Asked = {
  /** Method and path, for errors. */
  endpoint: string;
  isRead: boolean;
  /** Host that was asked. */
  host: string;
};

/**
 * Reads what an answer means. A proxy, a sign-on page or a site that moved answers in Jira's place, also with 200: that is no
 * answer, and never "nothing found".
 *
 * @returns the JSON of the body, or undefined where a write is answered without one
 * @throws JiraRefused, JiraConflict, JiraIssueMissing, JiraRateLimited, JiraUnsure, JiraOutage
 */
export function meaningOf(response: Response, text: string, asked: Asked): unknown {
  const { endpoint } = asked;
  if (isLoginFailed(response.headers)) throw loginFailed(endpoint);
  if (response.status >= 300 && response.status < 400) throw redirected(response, asked);
  const body = jsonOrText(text);
  if (response.ok) return answered(body, response.status, asked);
  if (isBulkAnswer(response, body)) return body;
  throw failure(endpoint, response, body);
}

/**
 * Jira Cloud answers a request with a dead token as if nobody had signed in. This header tells so, unless a proxy strips it.
 * Data Center says `AUTHENTICATION_DENIED` when it wants a CAPTCHA first.
 */
const LOGIN_REASON = 'x-seraph-loginreason';

function isLoginFailed(headers: Headers): boolean {
  const reason = headers.get(LOGIN_REASON) ?? '';
  return reason.includes('AUTHENTICATED_FAILED') || reason.includes('AUTHENTICATION_DENIED');
}

/** @param words of Jira, if it gives any: a token may also lack a scope */
function loginFailed(endpoint: string, words = ''): JiraOutage {
  const what = `Jira does not take the login: the e-mail address or the token is wrong, expired or revoked${words}`;
  return new JiraOutage(endpoint, what, 'put a valid one into the secret of the Jira account (docs/guide.md)');
}

/** A site that was renamed sends callers to its new host; a sign-on page does the same. */
function redirected({ headers, status }: Response, { endpoint, host }: Asked): JiraOutage {
  const to = hostIn(headers.get('location'));
  if (to === undefined || to === host) {
    return new JiraOutage(
      endpoint,
      `the answer is a redirect (${status}) to another page of ${host}, as a sign-on page makes it`,
      'let requests of the API through without it',
    );
  }
  return new JiraOutage(
    endpoint,
    `the answer is a redirect (${status}) to the host ${to}, which is not followed, because the login would be lost`,
    `if the site was renamed, set jira.site in holdfast.config.ts to https://${to}; if ${to} is a sign-on page, let requests of the API through without it`,
  );
}

function hostIn(location: string | null): string | undefined {
  return location !== null && URL.canParse(location) ? new URL(location).host : undefined;
}

const NO_JSON = 'the answer is no JSON, so something before Jira gave it';

/** Writes may be answered without a body, reads never. */
function answered(body: unknown, status: number, { endpoint, isRead }: Asked): unknown {
  const isEmpty = body === undefined;
  if (isEmpty && !isRead) return undefined;
  if (typeof body === 'object' && body !== null) return body;
  throw new JiraUnsure(endpoint, `status ${status}, but ${isEmpty ? 'the answer is empty' : NO_JSON}`, status);
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
function failure(endpoint: string, response: Response, body: unknown): Error {
  const { status, headers } = response;
  if (status === 429) {
    return new JiraRateLimited(
      endpoint,
      waitAskedFor(headers, Date.now()),
      headers.get('ratelimit-reason') ?? undefined,
    );
  }
  if (isUnclear(status, body)) return new JiraUnsure(endpoint, `status ${status}`, status);
  if (status === 401) return loginFailed(endpoint, `, or lacks a scope (${reasonsIn(body)})`);
  if (status === 403 && !isWordOfJira(body)) return keptOut(endpoint, body);
  if (status === 409) return new JiraConflict(endpoint, reasonsIn(body));
  if (status === 404 && /\/issue\/(?!createmeta\/)/.test(endpoint)) return new JiraIssueMissing(endpoint);
  return new JiraRefused(endpoint, status, reasonsIn(body), { fields: fieldsIn(body) });
}

/** Request Timeout and Too Early (RFC 9110, 15.5.9; RFC 8470): whoever stands before Jira gave up on the request. */
const GAVE_UP = [408, 425];

/** What something before Jira answers with these two is told apart below: a person has to mend it. */
const KEPT_OUT = [401, 403];

/**
 * A 404 without Jira's own words comes from something in between, such as a page of a site that is being moved. It says
 * nothing of the issue. Any other 4xx that is no JSON, such as the page of a proxy to which a request is too large, is as little of Jira.
 */
function isUnclear(status: number, body: unknown): boolean {
  if (status >= 500 || GAVE_UP.includes(status)) return true;
  if (status === 404) return !JiraWords.safeParse(body).success;
  return !KEPT_OUT.includes(status) && (typeof body !== 'object' || body === null);
}

const JiraWords = z.object({ errorMessages: z.array(z.string()) });

/** RFC 9457, as Jira answers unknown paths and methods. */
const Problem = z.object({ title: z.string(), detail: z.string().optional() });

const isWordOfJira = (body: unknown): boolean => JiraWords.safeParse(body).success || Problem.safeParse(body).success;

/** A 403 in another form: an allowlist of addresses, a firewall, a login of a kind that this address does not take. */
const keptOut = (endpoint: string, body: unknown): JiraOutage =>
  new JiraOutage(
    endpoint,
    `status 403, and not in the words of Jira (${reasonsIn(body)})`,
    'see to allowlists and proxies before the site, and to the kind of login that its address takes',
  );

const ErrorBody = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.unknown()).catch({}),
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});

/** Jira's own words, which name fields and rules. The rest of the body stays out of errors and logs. */
function reasonsIn(body: unknown): string {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return 'no reason given';
  const { errorMessages, errors, title, detail, message, error } = parsed.data;
  const ofFields = Object.entries(errors).map(([field, reason]) => `${field}: ${String(reason)}`);
  const all = [...errorMessages, ...ofFields, ...[title, detail, message, error].filter((word) => word !== undefined)];
  return all.length === 0 ? 'no reason given' : all.join('; ');
}

/** Ids of the fields that Jira complains of, whatever its words are. */
const fieldsIn = (body: unknown): string[] => Object.keys(ErrorBody.safeParse(body).data?.errors ?? {});

const BulkRefusals = z.object({ errors: z.array(z.object({ failedElementNumber: z.int() })).min(1) });

/** A bulk creation of which nothing came is answered with 400, and still says of each element why: an answer, not an error. */
function isBulkAnswer({ status }: Response, body: unknown): boolean {
  return status === 400 && BulkRefusals.safeParse(body).success;
}

function jsonOrText(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
