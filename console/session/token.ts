import { signal } from '@preact/signals';

/** In memory alone: no script of another page, and no later one, can find it. */
let held: { token: string; endsAt: number } | undefined;
let asking: Promise<string> | undefined;

/** Whether somebody has to sign in before the next call: the page stays as it is, with all that was typed. */
export const isSignedOut = signal(false);

/** Why the session does not answer, while it does not: nobody is signed out by that. */
export const sessionTrouble = signal<string | undefined>(undefined);

/** Longest that the session is waited for, in milliseconds. */
const PATIENCE_MS = 20_000;

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

/** The API does not take what the session hands out: only a new sign-in helps. @throws NotSignedIn */
export function notTaken(): never {
  isSignedOut.value = true;
  throw new NotSignedIn('The API does not take the token of this session.');
}

/** Forgets the token after the API refused it, so that the next call asks for another one. */
export function forgetToken(refused: string): void {
  if (held?.token === refused) held = undefined;
}

/**
 * Ends the session, here and in the other tabs. Only with an answer nobody is signed in any more.
 *
 * @returns where the browser is to go, to end the provider's own session
 * @throws SessionUnanswered
 */
export async function signOut(): Promise<string> {
  const response = await asked('/session/sign-out');
  if (!response.ok) throw new SessionUnanswered(`the sign-out was answered with ${response.status}`);
  held = undefined;
  tabs.postMessage(OVER);
  const { signOutUrl } = (await response.json()) as { signOutUrl: string };
  return signOutUrl;
}

/** Whether somebody was signed in in this page, and may have something in it that is to stay. */
export const wasSignedIn = (): boolean => subject !== undefined;

/** Where the sign-in begins; it leads back to where the person is. */
export function signInUrl(): string {
  return `/session/sign-in?return=${encodeURIComponent(location.pathname + location.search + location.hash)}`;
}

const OWN_PAGE = { 'x-holdfast-session': '1' };
const OVER = 'the session is over';
const BEGUN = 'somebody is signed in';

/** The tabs of this browser have one session. */
const tabs = new BroadcastChannel('holdfast-session');
tabs.addEventListener('message', ({ data }) => {
  // Whoever signs out leaves nothing on the screen of another tab either.
  if (data === OVER) beginAnew();
  if (data === BEGUN && (isSignedOut.value || isTaken)) void isBack();
});

let isTaken = false;

/** Whether the page goes whatever was typed in it: it may be somebody else by now who looks at it. */
export const isTakenAway = (): boolean => isTaken;

/** Once somebody is signed in again, what is on the device is theirs. */
const leaving = new AbortController();

/**
 * From here on nothing is kept of what was typed: the session is over, and with it what was on this device.
 *
 * @param wipe what is done when the page is left
 */
export function takeAway(wipe: () => void): void {
  isTaken = true;
  addEventListener('pagehide', wipe, { signal: leaving.signal });
  // The browser may keep the page, and show it again.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

function beginAnew(): void {
  isTaken = true;
  location.reload();
}

/** Nothing comes after it in this page. */
function goAnew(): Promise<never> {
  leaving.abort();
  beginAnew();
  return new Promise(() => {});
}

/** Asks whether somebody has signed in meanwhile, such as in another tab. */
export const isBack = (): Promise<boolean> =>
  idToken().then(
    () => true,
    () => false,
  );

const asked = (path: string): Promise<Response> =>
  fetch(path, { method: 'POST', headers: OWN_PAGE, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (error: unknown) => {
      throw new SessionUnanswered(String(error));
    },
  );

async function renew(): Promise<string> {
  const wasTaken = isTaken;
  try {
    const { token, endsAt } = await renewed();
    // The sign-out did not lead away, and the page that it left keeps nothing.
    if (wasTaken) await goAnew();
    await staySame(token);
    held = { token, endsAt: Date.parse(endsAt) };
    sessionTrouble.value = undefined;
    isSignedOut.value = false;
    tabs.postMessage(BEGUN);
    return token;
  } catch (error) {
    sessionTrouble.value = error instanceof SessionUnanswered ? error.message : undefined;
    if (error instanceof NotSignedIn) isSignedOut.value = true;
    throw error;
  }
}

async function renewed(): Promise<{ token: string; endsAt: string }> {
  const response = await asked('/session/token');
  if (response.status === 401) throw new NotSignedIn('You are not signed in in this browser, or the session is over.');
  if (!response.ok) throw new SessionUnanswered(`it answers with ${response.status}`);
  return (await response.json().catch(() => {
    throw new SessionUnanswered('its answer cannot be read');
  })) as { token: string; endsAt: string };
}

let subject: unknown;

/** What one person read is not shown to the next, who signed in in another tab: the page begins anew. */
async function staySame(token: string): Promise<void> {
  const found = subjectOf(token);
  if (subject !== undefined && found !== subject) await goAnew();
  subject = found;
}

/** https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2 */
function subjectOf(token: string): unknown {
  try {
    const claims = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return (JSON.parse(atob(claims)) as { sub?: unknown }).sub;
  } catch {
    return undefined;
  }
}
