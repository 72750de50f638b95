import { signal } from '@preact/signals';

/** In memory alone: no script of another page, and no later one, can find it. */
let held: { token: string; endsAt: number } | undefined;
let asking: Promise<string> | undefined;

/** Whether somebody has to sign in before the next call: the page stays as it is, with all that was typed. */
export const isSignedOut = signal(false);

/** Milliseconds before its end from which a token is not used any more: a call takes a moment. */
const EARLY_MS = 20_000;

/** Nobody is signed in in this browser. */
export class NotSignedIn extends Error {}

/** The session function could not be reached, or does not work: nobody is signed out by that. */
export class SessionUnanswered extends Error {}

/**
 * The id token for a call of the API, renewed when it is near its end. Calls at the same time wait for one renewal.
 *
 * @throws NotSignedIn, SessionUnanswered
 */
export async function idToken(): Promise<string> {
  if (held !== undefined && held.endsAt - Date.now() > EARLY_MS) return held.token;
  asking ??= renew().finally(() => {
    asking = undefined;
  });
  return asking;
}

/** Forgets the token after the API refused it, so that the next call asks for another one. */
export function forgetToken(refused: string): void {
  if (held?.token === refused) held = undefined;
}

/** @returns what came of it: only with an answer nobody is signed in any more */
export async function signOut(): Promise<void> {
  const response = await fetch('/session/sign-out', { method: 'POST', headers: OWN_PAGE });
  if (!response.ok) throw new SessionUnanswered(`the sign-out was answered with ${response.status}`);
  held = undefined;
  const { signOutUrl } = (await response.json()) as { signOutUrl: string };
  location.assign(signOutUrl);
}

/** Where the sign-in begins; it leads back to where the person is. */
export function signInUrl(): string {
  return `/session/sign-in?return=${encodeURIComponent(location.pathname + location.search + location.hash)}`;
}

const OWN_PAGE = { 'x-holdfast-session': '1' };

async function renew(): Promise<string> {
  const response = await fetch('/session/token', { method: 'POST', headers: OWN_PAGE }).catch((error: unknown) => {
    throw new SessionUnanswered(String(error));
  });
  if (response.status === 401) {
    isSignedOut.value = true;
    throw new NotSignedIn('You are not signed in in this browser, or the session is over.');
  }
  if (!response.ok) throw new SessionUnanswered(`the session was answered with ${response.status}`);
  const { token, endsAt } = (await response.json()) as { token: string; endsAt: string };
  held = { token, endsAt: Date.parse(endsAt) };
  isSignedOut.value = false;
  return token;
}
