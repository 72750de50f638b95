import * as z from 'zod';
import type { SignInEndpoints } from './oidc-client.ts';

/**
 * What the API tells everybody of how to sign in: the metadata of a protected resource (RFC 9728), and what a program on somebody's
 * machine needs besides to sign them in (RFC 8252). None of it is a secret.
 */
export const ProtectedResource = z.object({
  resource: z.url(),
  authorization_servers: z.array(z.url()),
  bearer_methods_supported: z.tuple([z.literal('header')]),
  scopes_supported: z.array(z.string()),
  command_line: z.object({
    client_id: z.string(),
    redirect_uris: z.array(z.url()),
    issuer: z.url(),
    authorization_endpoint: z.url(),
    token_endpoint: z.url(),
    /** Not every issuer has one. */
    revocation_endpoint: z.url().optional(),
    /** Scopes to sign in with, where they are other than those of the user pool. */
    scope: z.string().optional(),
  }),
});
export type ProtectedResource = z.infer<typeof ProtectedResource>;

/** https://www.rfc-editor.org/rfc/rfc9728#section-3 */
export const PROTECTED_RESOURCE_PATH = '/.well-known/oauth-protected-resource';

/** Scopes with which people sign in to the user pool. */
export const POOL_SCOPE = 'openid email profile';

export function protectedResource(of: {
  apiUrl: string;
  endpoints: SignInEndpoints;
  scope: string;
  redirects: readonly string[];
}): ProtectedResource {
  return {
    resource: of.apiUrl,
    authorization_servers: [of.endpoints.issuer],
    bearer_methods_supported: ['header'],
    scopes_supported: of.scope.split(' '),
    command_line: {
      ...of.endpoints,
      redirect_uris: [...of.redirects],
      ...(of.scope === POOL_SCOPE ? {} : { scope: of.scope }),
    },
  };
}

/** Addresses of a user pool, by the names of RFC 8414. @param signInUrl address of its sign-in pages, without a slash at its end */
export const poolEndpoints = ({
  issuer,
  signInUrl,
  clientId,
}: {
  issuer: string;
  signInUrl: string;
  clientId: string;
}) => ({
  client_id: clientId,
  issuer,
  authorization_endpoint: `${signInUrl}/oauth2/authorize`,
  token_endpoint: `${signInUrl}/oauth2/token`,
  revocation_endpoint: `${signInUrl}/oauth2/revoke`,
});
