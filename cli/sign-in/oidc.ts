import * as oidc from 'openid-client';
import * as z from 'zod';
import { oidcClient } from '../../shared/sign-in/oidc-client.ts';
import { POOL_SCOPE } from '../../shared/sign-in/protected-resource.ts';
import { CommandFailure } from '../failure.ts';
import type { ApiSession } from './sessions.ts';

type Ways = ApiSession['signIn'];
type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/**
 * A sign-in that has begun: authorization code with PKCE (RFC 7636), bound to this program by its verifier, its state and its nonce.
 *
 * @param redirectUri one of the client's
 */
export async function beginSignIn(ways: Ways, redirectUri: string) {
  const config = oidcClient(ways);
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: ways.scope ?? POOL_SCOPE,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return {
    url: url.href,
    state,
    /** @param address to which the browser was sent back, with the code in it */
    async finish(address: URL): Promise<ApiSession> {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(config, address, checks).catch(asFailure);
      return sessionOf(ways, tokens, undefined);
    },
  };
}

/** @throws CommandFailure when the session is over */
export async function renewed({ signIn, refreshToken }: ApiSession): Promise<ApiSession> {
  const tokens = await oidc.refreshTokenGrant(oidcClient(signIn), refreshToken).catch(asFailure);
  return sessionOf(signIn, tokens, refreshToken);
}

/** Ends the session at the provider, so that no copy of its tokens is renewed. */
export async function revoke({ signIn, refreshToken }: ApiSession): Promise<void> {
  await oidc.tokenRevocation(oidcClient(signIn), refreshToken);
}

/** @param before the refresh token that goes on, where there is no new one */
function sessionOf(signIn: Ways, tokens: Tokens, before: string | undefined): ApiSession {
  const refreshToken = tokens.refresh_token ?? before;
  const expiry = tokens.claims()?.exp;
  if (tokens.id_token === undefined || expiry === undefined || refreshToken === undefined) {
    throw new CommandFailure(
      'the sign-in gave no id token',
      'the client of the user pool has to allow the scope openid',
    );
  }
  return { signIn, refreshToken, idToken: tokens.id_token, idTokenEndsAt: new Date(expiry * 1_000).toISOString() };
}

const Refused = z.object({ error: z.string(), error_description: z.string().optional() });

/** The words of the provider, never the tokens. */
function asFailure(error: unknown): never {
  const refused = Refused.safeParse(error);
  if (refused.success) {
    const { error: code, error_description: words } = refused.data;
    throw new CommandFailure(`the sign-in was refused: ${words ?? code}`, 'sign in again: holdfast login', {
      cause: error,
    });
  }
  if (error instanceof oidc.ClientError) {
    throw new CommandFailure(`the sign-in failed: ${error.message}`, 'sign in again: holdfast login', { cause: error });
  }
  throw error;
}
