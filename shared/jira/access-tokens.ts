import * as z from 'zod';
import { jsonIn } from '../domain/words/well-formed.ts';
import type { ClientCredentials } from './credentials.ts';
import { JiraRateLimited, JiraRefused } from './jira-errors.ts';

export type TokenOptions = {
  /** Default: https://auth.atlassian.com/oauth/token. */
  tokenUrl?: string;
  timeoutMs: number;
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds since 1970. */
  clock?: (() => number) | undefined;
};

const ATLASSIAN_TOKENS = 'https://auth.atlassian.com/oauth/token';
/** How long before its end a token is not used any more: a request that takes a while must not outlive it. */
const MARGIN_MS = 60_000;
/** A token that Jira refuses soon after another may lack a right, and so will the next one. */
const RENEWED_EVERY_MS = 60_000;
/** Most time that the endpoint gets: what a request to Jira may take comes after it. */
const LONGEST_WAIT_MS = 5_000;
/** Life of a token that does not say how long it lives, in seconds. */
const UNSAID_LIFE = 300;

const Granted = z.object({
  // What has other characters could not stand in a header, and the error about that would show it.
  access_token: z.string().regex(/^[!-~]+$/),
  expires_in: z.number().positive().prefault(UNSAID_LIFE),
});

/** No token came. Nothing was asked of Jira itself, so whatever was wanted may be tried again later. */
export class JiraTokenUnavailable extends JiraRateLimited {
  constructor(endpoint: string, what: string) {
    super(endpoint, undefined, undefined);
    this.name = 'JiraTokenUnavailable';
    this.message = `${endpoint} gave no access token: ${what}; nothing was sent to Jira`;
  }
}

type Granting = { readonly key: string; readonly token: Promise<{ value: string; usableUntil: number }> };

/**
 * Access tokens for OAuth 2.0 client credentials. A token is kept until shortly before its end, callers at the same time
 * share one request for it, and other credentials get a token of their own.
 * https://support.atlassian.com/user-management/docs/create-oauth-2-0-credential-for-service-accounts/
 */
export function accessTokens(given: TokenOptions) {
  const options = { ...given, timeoutMs: Math.min(given.timeoutMs, LONGEST_WAIT_MS) };
  const { clock = Date.now } = options;
  let newest: Granting | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;
  return {
    /** @throws JiraRefused when the credentials are wrong, JiraTokenUnavailable when the endpoint does not answer */
    async tokenFor(credentials: ClientCredentials): Promise<string> {
      const key = JSON.stringify(credentials);
      for (;;) {
        const granting = newest?.key === key ? newest : ask(key, credentials);
        const { value, usableUntil } = await granting.token;
        if (clock() < usableUntil) return value;
        forgetGranting(granting);
      }
    },

    /**
     * Forgets a token that was refused before its end, but not again and again. One that came in its place meanwhile
     * stays.
     */
    async forget(refused: string): Promise<void> {
      const suspect = newest;
      const known = await suspect?.token.catch(() => undefined);
      if (known?.value !== refused || newest !== suspect || clock() - renewedAt < RENEWED_EVERY_MS) return;
      renewedAt = clock();
      forgetGranting(suspect);
    },
  };

  function ask(key: string, credentials: ClientCredentials): Granting {
    const granting = { key, token: grantedToken(credentials, options, clock) };
    newest = granting;
    granting.token.catch(() => forgetGranting(granting));
    return granting;
  }

  function forgetGranting(granting: Granting | undefined): void {
    if (newest === granting) newest = undefined;
  }
}

async function grantedToken(credentials: ClientCredentials, options: TokenOptions, clock: () => number) {
  const { tokenUrl = ATLASSIAN_TOKENS } = options;
  const endpoint = `POST ${tokenUrl}`;
  const askedAt = clock();
  const { status, text } = await posted(endpoint, credentials, { ...options, tokenUrl });
  if (status === 400 || status === 401 || status === 403) {
    throw new JiraRefused(
      endpoint,
      status,
      'the clientId or the clientSecret is wrong, expired or revoked: make a new OAuth 2.0 credential of the service account',
    );
  }
  if (status !== 200) throw new JiraTokenUnavailable(endpoint, `status ${status}`);
  const granted = Granted.safeParse(jsonIn(text));
  if (!granted.success) throw new JiraTokenUnavailable(endpoint, 'the answer has none');
  const lifeMs = granted.data.expires_in * 1_000;
  return { value: granted.data.access_token, usableUntil: askedAt + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
}

/** The error of a request that broke is not passed on: it may hold the request. */
async function posted(
  endpoint: string,
  credentials: ClientCredentials,
  { tokenUrl, timeoutMs, fetch = globalThis.fetch }: TokenOptions & { tokenUrl: string },
) {
  try {
    const response = await fetch(tokenUrl, {
      method: 'POST',
      // Followed, the credentials would go to whoever is named there.
      redirect: 'manual',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
      }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    throw new JiraTokenUnavailable(endpoint, `no answer within ${timeoutMs} ms, or the connection broke`);
  }
}
