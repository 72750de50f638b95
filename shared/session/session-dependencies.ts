import type { Configuration } from 'openid-client';
import type { Renewals } from './renewals.ts';
import type { Seals } from './seals.ts';

/** The provider at which people of the pages sign in. */
export type SessionProvider = {
  client: Configuration;
  scope: string;
  /** Page of the provider that ends its own session; undefined when it has none. @param backTo where it sends the browser then */
  signOutUrl: (backTo: string) => string | undefined;
};

export type SessionDependencies = {
  /** Address of the API, with a slash at its end. */
  apiUrl: string;
  /** @throws ProviderUnanswered when it cannot be learned where to sign in */
  provider: () => Promise<SessionProvider>;
  seals: () => Promise<Seals>;
  /** Undefined where the provider does not rotate refresh tokens: one is good for many renewals there. */
  renewals: Renewals | undefined;
  /** For so long nobody has to sign in again, whatever the provider's refresh token would allow. */
  lastsMs: number;
  now: () => string;
  /** Counts an occurrence of a metric. */
  count: (metric: string) => void;
  /** Writes to the log. */
  warn: (message: string, fields: Record<string, unknown>) => void;
};

/** The parts of a request that the session looks at. */
export type SessionRequest = {
  query: URLSearchParams;
  /** By their names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** `Cookie` headers, each with one pair or several. */
  cookies: readonly string[];
};

/** As API Gateway takes it: payload format 2.0. */
export type SessionAnswer = {
  statusCode: number;
  headers: Record<string, string>;
  /** `Set-Cookie` headers. */
  cookies: string[];
  body: string;
};
