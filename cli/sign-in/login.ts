import type { Terminal } from '../terminal.ts';
import { takeBack } from './loopback.ts';
import { beginSignIn } from './oidc.ts';
import type { ApiSession } from './sessions.ts';
import { waysToSignIn } from './ways-to-sign-in.ts';

/** What a sign-in needs of the machine. */
export type SignInSurroundings = {
  /** File of the sessions. */
  sessionsPath: string;
  openBrowser: (url: string) => Promise<unknown>;
};

/** Signs somebody in by their browser. @returns the session, which nobody has kept yet */
export async function signInByBrowser(
  apiUrl: string,
  { terminal, openBrowser }: { terminal: Terminal; openBrowser: SignInSurroundings['openBrowser'] },
): Promise<ApiSession> {
  const ways = await waysToSignIn(apiUrl);
  const { redirectUri, cameBack, close } = await takeBack(ways.redirect_uris);
  try {
    const { url, state, finish } = await beginSignIn(ways, redirectUri);
    const back = cameBack(state);
    terminal.err(`Sign in with your browser. If none opens, open this address in it:\n\n  ${url}\n\n`);
    // No browser, none that can be found, or none at this screen: the address stands above.
    await openBrowser(url).catch(() => undefined);
    return await finish(await back);
  } finally {
    close();
  }
}
