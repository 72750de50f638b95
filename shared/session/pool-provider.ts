import { oidcClient } from '../sign-in/oidc-client.ts';
import { POOL_SCOPE, poolEndpoints } from '../sign-in/protected-resource.ts';
import type { SessionProvider } from './session-dependencies.ts';

/** The user pool. @param signInUrl address of its sign-in pages, without a slash at its end */
export function poolProvider(of: { issuer: string; signInUrl: string; clientId: string }): SessionProvider {
  return {
    client: oidcClient(poolEndpoints(of)),
    scope: POOL_SCOPE,
    // Not OpenID Connect's: https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
    signOutUrl: (backTo) =>
      `${of.signInUrl}/logout?${new URLSearchParams({ client_id: of.clientId, logout_uri: backTo }).toString()}`,
  };
}
