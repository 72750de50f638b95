import * as oidc from 'openid-client';
import { cookie, cookieIn, noCookie, SIGN_IN_COOKIE } from './cookies.ts';
import { page, SESSION_HEADERS, signInLink } from './pages.ts';
import { asked, ProviderRefused } from './provider-answers.ts';
import { START_PAGE } from './return-path.ts';
import type { Seals } from './seals.ts';
import { callBackUrl } from './session-addresses.ts';
import { sessionCookie, TokenTooLong } from './session-cookie.ts';
import type { SessionAnswer, SessionDependencies, SessionRequest } from './session-dependencies.ts';
import { attemptsIn, SIGN_IN_LASTS_SECONDS, type SignInAttempt } from './sign-in-attempts.ts';

/**
 * `GET /session/call-back`: takes the browser back from the provider, and keeps the refresh token in its cookie.
 *
 * @throws ProviderUnanswered
 */
export async function finishSignIn(deps: SessionDependencies, request: SessionRequest): Promise<SessionAnswer> {
  const seals = await deps.seals();
  const now = deps.now();
  const attempts = attemptsIn(seals.open('sign-in', cookieIn(request.cookies, SIGN_IN_COOKIE) ?? ''), now);
  const attempt = attempts.find(({ state }) => state === request.query.get('state'));
  if (attempt === undefined) return unknownAttempt();
  // Each is good once, whatever comes of it.
  const left = cookieOf(
    seals,
    attempts.filter((one) => one !== attempt),
  );
  try {
    const refreshToken = await refreshTokenFor(deps, attempt, request.query);
    if (refreshToken === undefined) return notAllowed(attempt, left, 'it gave no refresh token');
    const endsAt = new Date(Date.parse(now) + deps.lastsMs).toISOString();
    const signedIn = sessionCookie(seals, { refreshToken, endsAt }, now);
    return {
      statusCode: 303,
      headers: { ...SESSION_HEADERS, location: attempt.returnTo },
      cookies: [signedIn, left],
      body: '',
    };
  } catch (error) {
    if (error instanceof TokenTooLong) return notAllowed(attempt, left, 'its refresh token is too long for a cookie');
    if (!(error instanceof ProviderRefused)) throw error;
    deps.count('SignInRefused');
    return refused(attempt, left, error.code);
  }
}

async function refreshTokenFor(
  deps: SessionDependencies,
  { state, nonce, verifier }: SignInAttempt,
  query: URLSearchParams,
): Promise<string | undefined> {
  const { client } = await deps.provider();
  const address = new URL(`${callBackUrl(deps)}?${query.toString()}`);
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  const tokens = await asked(() => oidc.authorizationCodeGrant(client, address, checks));
  return tokens.refresh_token;
}

function cookieOf(seals: Seals, attempts: readonly SignInAttempt[]): string {
  if (attempts.length === 0) return noCookie(SIGN_IN_COOKIE);
  return cookie(SIGN_IN_COOKIE, seals.seal('sign-in', { attempts }), SIGN_IN_LASTS_SECONDS);
}

const unknownAttempt = () =>
  page({
    status: 400,
    title: 'This sign-in is not known here',
    paragraphs: [
      'It took longer than ten minutes, was finished before, or began in another browser or window.',
      'Nothing was changed. When you are signed in already, you can close this page.',
    ],
    link: { to: signInLink(START_PAGE), text: 'Sign in again' },
  });

function refused({ returnTo }: SignInAttempt, left: string, code: string): SessionAnswer {
  const link = { to: signInLink(returnTo), text: 'Sign in again' };
  const cookies = [left];
  switch (code) {
    case 'access_denied':
      return page({
        status: 403,
        title: 'You were not let in',
        paragraphs: [
          'The provider of the sign-in did not let you in, or you went back from its page.',
          'If it goes on, ask whoever looks after Holdfast for access.',
        ],
        link,
        cookies,
      });
    case 'invalid_client':
    case 'unauthorized_client':
      return page({
        status: 502,
        title: 'Holdfast is not known to the provider',
        paragraphs: [
          `The provider of the sign-in does not take this installation (${code}).`,
          'Ask whoever looks after Holdfast: its client at the provider has to allow authorization codes with PKCE.',
        ],
        link,
        cookies,
      });
    default:
      return page({
        status: 400,
        title: 'The sign-in did not work',
        paragraphs: [`The provider of the sign-in refused it (${code}). It is good once, and for a short time.`],
        link,
        cookies,
      });
  }
}

/** Of the client's settings at the provider. */
const notAllowed = ({ returnTo }: SignInAttempt, left: string, what: string) =>
  page({
    status: 502,
    title: 'The sign-in gives no session',
    paragraphs: [
      `The provider of the sign-in let you in, but ${what}.`,
      'Ask whoever looks after Holdfast: docs/guide.md says what its client at the provider has to allow.',
    ],
    link: { to: signInLink(returnTo), text: 'Sign in again' },
    cookies: [left],
  });
