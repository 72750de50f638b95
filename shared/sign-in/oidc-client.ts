import * as oidc from 'openid-client';

/** Where a client signs people in, by the names of RFC 8414. None of it is a secret. */
export type SignInEndpoints = {
  issuer: string;
  client_id: string;
  authorization_endpoint: string;
  token_endpoint: string;
  /** Not every provider has one (RFC 7009). */
  revocation_endpoint?: string | undefined;
};

/** Seconds that the provider has to answer. A function asks it twice in a call at most, which ends after 15. */
const ANSWERS_WITHIN = 5;

/** A client without a secret, for authorization code with PKCE. What its provider answers is held to the protocol by the library. */
export function oidcClient({ client_id, revocation_endpoint, ...where }: SignInEndpoints): oidc.Configuration {
  const { issuer, authorization_endpoint, token_endpoint } = where;
  const config = new oidc.Configuration(
    {
      issuer,
      authorization_endpoint,
      token_endpoint,
      ...(revocation_endpoint === undefined ? {} : { revocation_endpoint }),
    },
    client_id,
    { token_endpoint_auth_method: 'none' },
    oidc.None(),
  );
  // Only of this machine itself: the addresses were looked at when they were learned.
  if (token_endpoint.startsWith('http://')) oidc.allowInsecureRequests(config);
  config.timeout = ANSWERS_WITHIN;
  return config;
}

/** The same client at an issuer that says itself where it signs people in (OpenID Connect Discovery 1.0). */
export const discovered = (issuer: string, clientId: string): Promise<oidc.Configuration> =>
  oidc.discovery(new URL(issuer), clientId, { token_endpoint_auth_method: 'none' }, oidc.None(), {
    timeout: ANSWERS_WITHIN,
    execute: issuer.startsWith('http://') ? [oidc.allowInsecureRequests] : [],
  });

/** Where an issuer signs people in, as it says itself. */
export async function issuerEndpoints(issuer: string, clientId: string): Promise<SignInEndpoints> {
  const { authorization_endpoint, token_endpoint, revocation_endpoint } = (
    await discovered(issuer, clientId)
  ).serverMetadata();
  if (authorization_endpoint === undefined || token_endpoint === undefined) {
    throw new oidc.ClientError('the issuer names no authorization endpoint, or no token endpoint');
  }
  return {
    client_id: clientId,
    issuer,
    authorization_endpoint,
    token_endpoint,
    ...(revocation_endpoint === undefined ? {} : { revocation_endpoint }),
  };
}
