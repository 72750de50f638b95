import * as oidc from 'openid-client';

/** The provider said no, in the words of RFC 6749, section 5.2 and 4.1.2.1: its code, and nothing else of its answer. */
export class ProviderRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`the provider refused: ${code}`);
    this.name = 'ProviderRefused';
    this.code = code;
  }
}

/** The provider did not answer, or not as the protocol has it. The same may pass a moment later. */
export class ProviderUnanswered extends Error {
  constructor(what: string) {
    super(`the provider gave no answer that can be used: ${what}`);
    this.name = 'ProviderUnanswered';
  }
}

/** These are of the provider's own trouble, whatever the status is. */
const ITS_OWN_TROUBLE = ['server_error', 'temporarily_unavailable', 'slow_down'];

/**
 * Asks the provider. Its errors carry the whole answer, and with it tokens, so that none of them goes on: neither into a log nor as a cause.
 *
 * @throws ProviderRefused
 * @throws ProviderUnanswered
 */
export async function asked<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw meaningOf(error);
  }
}

function meaningOf(error: unknown): unknown {
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError) {
    const code = codeIn(error.error);
    const isItsTrouble = ITS_OWN_TROUBLE.includes(code) || ('status' in error && error.status === 429);
    return isItsTrouble ? new ProviderUnanswered(code) : new ProviderRefused(code);
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return new ProviderRefused('invalid_client');
  if (error instanceof oidc.ClientError) {
    return isAboutThisAttempt(error.code)
      ? new ProviderRefused('invalid_response')
      : new ProviderUnanswered(codeIn(error.code));
  }
  // Node's own words for a host that is not there, a connection that ends.
  if (error instanceof TypeError && error.message === 'fetch failed') return new ProviderUnanswered('no connection');
  return error;
}

/** A nonce, an issuer or an audience that is none of this attempt: somebody brought the code of another. */
const isAboutThisAttempt = (code: string | undefined): boolean =>
  ['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'].includes(
    code ?? '',
  );

/** A code is a few letters. What is more is no code, and is shown nowhere. */
const codeIn = (text: unknown): string =>
  typeof text === 'string' && /^[a-z_]{1,40}$/i.test(text) ? text : 'an unknown error';
