import * as oidc from 'openid-client';
import { discovered } from '../sign-in/oidc-client.ts';
import { asked, ProviderRefused, ProviderUnanswered } from './provider-answers.ts';
import type { SessionProvider } from './session-dependencies.ts';

/**
 * An OpenID issuer of the company's own. Its addresses are learned from it, and kept while the function is warm.
 *
 * @returns asks it; whoever asks after a failure asks anew
 */
export function issuerProvider(of: {
  issuer: string;
  clientId: string;
  scope: string;
}): () => Promise<SessionProvider> {
  let known: Promise<SessionProvider> | undefined;
  return async () => {
    known ??= learned(of);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

async function learned({
  issuer,
  clientId,
  scope,
}: {
  issuer: string;
  clientId: string;
  scope: string;
}): Promise<SessionProvider> {
  const client = await asked(() => discovered(issuer, clientId)).catch((error: unknown) => {
    // Whatever is at the address, nobody who signs in has done it.
    throw error instanceof ProviderRefused ? new ProviderUnanswered(error.code) : error;
  });
  const hasSignOut = client.serverMetadata().end_session_endpoint !== undefined;
  return {
    client,
    scope,
    signOutUrl: (backTo) =>
      hasSignOut ? oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: backTo }).href : undefined,
  };
}
