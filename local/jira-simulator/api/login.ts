import type { SiteDescription } from '../sites/site-description.ts';
import { JiraError } from './jira-error.ts';
import type { SimulatorAnswer } from './route.ts';

export type Credentials = { readonly email: string; readonly apiToken: string };

/** Whether a bearer token came from the token endpoint, and still is good. */
export type IsAccessToken = (token: string) => boolean;

/** Who a request comes from, or the answer that it gets before anybody looks at it. */
export type Login =
  | { readonly kind: 'known' }
  | { readonly kind: 'anonymous'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly answer: SimulatorAnswer };

const failed = { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };

/**
 * Reads the header `Authorization`. On Cloud a wrong login is served as anonymous, and a bearer token at a site's own
 * address is taken for one of an app; at the gateway it is one of OAuth 2.0. Data Center wants a bearer token.
 */
export function readLogin(
  authorization: string | undefined,
  { email, apiToken }: Credentials,
  { address, deployment, manners }: SiteDescription,
  isAccessToken: IsAccessToken,
): Login {
  const isDataCenter = deployment === 'Data Center';
  const expected = isDataCenter
    ? `Bearer ${apiToken}`
    : `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`;
  if (authorization === expected) return { kind: 'known' };
  if (address.kind === 'gateway' && authorization?.startsWith('Bearer ')) {
    const isGood = isAccessToken(authorization.slice('Bearer '.length));
    return isGood ? { kind: 'known' } : { kind: 'refused', answer: noSuchToken };
  }
  if (manners.deadLogin === 'refused') return { kind: 'refused', answer: unauthenticated };
  if (authorization?.startsWith('Bearer ')) return { kind: 'refused', answer: noAppToken };
  const hasReason = authorization !== undefined && manners.deadLogin !== 'anonymous without a reason';
  return { kind: 'anonymous', headers: hasReason ? failed : {} };
}

const unauthenticated: SimulatorAnswer = {
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="Jira"', ...failed },
  body: new JiraError(401, ['Client must be authenticated to access this resource.']).body,
};

/** https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/ */
const noSuchToken: SimulatorAnswer = { status: 401, body: { code: 401, message: 'Unauthorized' } };

const noAppToken: SimulatorAnswer = {
  status: 403,
  body: { error: 'Failed to parse Connect Session Auth Token' },
};
