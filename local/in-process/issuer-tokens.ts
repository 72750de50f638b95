import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';

/** Grant behind a token: the clients that it was issued for, its scopes, its claims about the bearer. */
export type Grant = {
  audiences: readonly string[];
  scopes: readonly string[];
  claims: Readonly<Record<string, string>>;
};

const Metadata = z.object({ jwks_uri: z.url() });

/**
 * Verifies tokens of an issuer as an HTTP API does: by its keys, which it finds through the issuer's metadata.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function issuerTokens(issuer: string) {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  const learn = async () => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    return createRemoteJWKSet(new URL(Metadata.parse(await response.json()).jwks_uri));
  };
  return {
    async grantOf(authorization: string | undefined): Promise<Grant | undefined> {
      keys ??= learn();
      const token = authorization?.replace(/^Bearer /i, '') ?? '';
      // Only RSA, as there.
      const options = { issuer, algorithms: ['RS256', 'RS384', 'RS512'] };
      const verified = await jwtVerify(token, await keys, options).catch(() => undefined);
      return verified && grantOf(verified.payload);
    },
  };
}

const Scopes = z.object({ scope: z.string().optional(), client_id: z.string().optional() });

export function grantOf(claims: JWTPayload): Grant {
  const { scope, client_id } = Scopes.parse(claims);
  return {
    // The client stands in for an audience that is not there.
    audiences: claims.aud === undefined ? [client_id ?? ''] : [claims.aud].flat(),
    scopes: scope?.split(' ') ?? [],
    claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, asText(value)])),
  };
}

/** The authorizer hands every claim over as text, and a list without saying where an element ends. */
const asText = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.map(asText).join(' ')}]`;
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
};
