import * as oidc from 'openid-client';
import { noCookie, SESSION_COOKIE } from './cookies.ts';
import { lacksOfOwnPage } from './own-page.ts';
import { SESSION_HEADERS } from './pages.ts';
import { asked, ProviderRefused, ProviderUnanswered } from './provider-answers.ts';
import { type Renewed, renewOnce } from './renewals.ts';
import { revoked } from './revoked.ts';
import { sessionCookie, sessionIn } from './session-cookie.ts';
import type { SessionAnswer, SessionDependencies, SessionRequest } from './session-dependencies.ts';
import { sessionProblem } from './session-problem.ts';

/**
 * `POST /session/token`: an id token for calls of the API, made from the refresh token in the cookie. The page keeps it in memory.
 *
 * @throws ProviderUnanswered
 */
export async function handOutToken(deps: SessionDependencies, request: SessionRequest): Promise<SessionAnswer> {
  const lacks = lacksOfOwnPage(request, deps.apiUrl);
  if (lacks !== undefined) return sessionProblem(403, `${lacks}; a token is for the own pages alone`);
  const seals = await deps.seals();
  const now = deps.now();
  const session = sessionIn(seals, request.cookies, now);
  if (session === undefined) return notSignedIn('nobody is signed in in this browser, or the session is over');
  const { client } = await deps.provider();
  const { renewals, warn } = deps;
  const renew = () => renewedAt(client, session.refreshToken);
  const revoke = (refreshToken: string) => revoked(client, refreshToken);
  try {
    const renewed =
      renewals === undefined
        ? await renew()
        : await renewOnce({ renewals, seals, now: deps.now, warn }, session.refreshToken, { renew, revoke });
    if (renewed === 'signed out') return notSignedIn('the session was signed out');
    const { token, endsAt, refreshToken } = renewed;
    return {
      statusCode: 200,
      headers: { ...SESSION_HEADERS, 'content-type': 'application/json' },
      cookies: refreshToken === undefined ? [] : [sessionCookie(seals, { ...session, refreshToken }, now)],
      body: JSON.stringify({ token, endsAt }),
    };
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    deps.count('SessionRefused');
    if (error.code === 'invalid_grant') return notSignedIn('the session was ended at the provider');
    return sessionProblem(
      502,
      `the provider does not renew the session (${error.code}); ask whoever looks after Holdfast`,
    );
  }
}

/** @throws ProviderRefused, ProviderUnanswered */
async function renewedAt(client: oidc.Configuration, refreshToken: string): Promise<Renewed> {
  const tokens = await asked(() => oidc.refreshTokenGrant(client, refreshToken));
  const { id_token: token, refresh_token: next } = tokens;
  const expiry = tokens.claims()?.exp;
  if (token === undefined || expiry === undefined) throw new ProviderUnanswered('no id token');
  const isRotated = next !== undefined && next !== refreshToken;
  return { token, endsAt: new Date(expiry * 1_000).toISOString(), ...(isRotated ? { refreshToken: next } : {}) };
}

/** The cookie is good for nothing any more. */
const notSignedIn = (why: string): SessionAnswer => ({
  ...sessionProblem(401, `${why}: sign in at /session/sign-in`, { signIn: '/session/sign-in' }),
  cookies: [noCookie(SESSION_COOKIE)],
});
