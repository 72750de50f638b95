import { noCookie, SESSION_COOKIE, SIGN_IN_COOKIE } from './cookies.ts';
import { lacksOfOwnPage } from './own-page.ts';
import { page, SESSION_HEADERS, signInLink } from './pages.ts';
import { START_PAGE } from './return-path.ts';
import { revoked } from './revoked.ts';
import { signedOutUrl } from './session-addresses.ts';
import { type PageSession, sessionIn } from './session-cookie.ts';
import type { SessionAnswer, SessionDependencies, SessionProvider, SessionRequest } from './session-dependencies.ts';
import { sessionProblem } from './session-problem.ts';
import { signOutRenewals } from './signed-out-renewals.ts';

/**
 * `POST /session/sign-out`: ends the session here whatever the provider says, and there, so that no copy of its refresh token is good
 * any more. The page then opens the address that is answered, which ends the provider's own session.
 */
export async function signOut(deps: SessionDependencies, request: SessionRequest): Promise<SessionAnswer> {
  const lacks = lacksOfOwnPage(request, deps.apiUrl);
  if (lacks !== undefined) return sessionProblem(403, `${lacks}; only the own pages sign out`);
  const session = sessionIn(await deps.seals(), request.cookies, deps.now());
  const provider = await deps.provider().catch(() => undefined);
  const isRevoked = session === undefined || (await isEnded(deps, session, provider));
  if (!isRevoked) deps.count('SessionNotRevoked');
  return {
    statusCode: 200,
    headers: { ...SESSION_HEADERS, 'content-type': 'application/json' },
    cookies: [noCookie(SESSION_COOKIE), noCookie(SIGN_IN_COOKIE)],
    body: JSON.stringify({ isRevoked, signOutUrl: provider?.signOutUrl(signedOutUrl(deps)) ?? '/session/signed-out' }),
  };
}

/** First here, so that a renewal under way hands nothing out; then at the provider. */
async function isEnded(
  { renewals, seals, warn }: SessionDependencies,
  { refreshToken, endsAt }: PageSession,
  provider: SessionProvider | undefined,
): Promise<boolean> {
  const { tokens, areMarked } =
    renewals === undefined
      ? { tokens: [refreshToken], areMarked: true }
      : await signOutRenewals({ renewals, seals: await seals(), warn }, refreshToken, endsAt);
  if (provider === undefined) return false;
  const answers = await Promise.all(tokens.map((token) => revoked(provider.client, token)));
  return areMarked && answers.every((isRevoked) => isRevoked);
}

/** `GET /session/signed-out`. */
export const signedOut = (): SessionAnswer =>
  page({
    status: 200,
    title: 'You are signed out',
    paragraphs: ['You can close this page.'],
    link: { to: signInLink(START_PAGE), text: 'Sign in' },
  });
