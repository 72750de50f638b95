import * as oidc from 'openid-client';
import { cookie, cookieIn, SIGN_IN_COOKIE } from './cookies.ts';
import { SESSION_HEADERS } from './pages.ts';
import { returnPath } from './return-path.ts';
import { callBackUrl } from './session-addresses.ts';
import type { SessionAnswer, SessionDependencies, SessionRequest } from './session-dependencies.ts';
import { attemptsIn, SIGN_IN_LASTS_SECONDS, type SignInAttempt, withAttempt } from './sign-in-attempts.ts';

/**
 * `GET /session/sign-in?return=/…`: sends the browser to the provider's page. What the answer has to fit to stays in a cookie,
 * so that nobody can finish in another's browser what they began in their own.
 *
 * @throws ProviderUnanswered
 */
export async function sendToProvider(deps: SessionDependencies, request: SessionRequest): Promise<SessionAnswer> {
  const [{ client, scope }, seals] = await Promise.all([deps.provider(), deps.seals()]);
  const now = deps.now();
  const attempt: SignInAttempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo: returnPath(request.query.get('return')),
    endsAt: new Date(Date.parse(now) + SIGN_IN_LASTS_SECONDS * 1_000).toISOString(),
  };
  const { href } = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callBackUrl(deps),
    scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
  });
  const others = attemptsIn(seals.open('sign-in', cookieIn(request.cookies, SIGN_IN_COOKIE) ?? ''), now);
  const sealed = seals.seal('sign-in', { attempts: withAttempt(others, attempt) });
  return {
    statusCode: 302,
    headers: { ...SESSION_HEADERS, location: href },
    cookies: [cookie(SIGN_IN_COOKIE, sealed, SIGN_IN_LASTS_SECONDS)],
    body: '',
  };
}
