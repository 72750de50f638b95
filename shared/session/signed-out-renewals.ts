import { answerIn, errorName, hashOf, type KeptRenewals } from './renewals.ts';

/** Renewals that are followed, from the cookie of the browser on. Those of a minute are one or two. */
const FOLLOWED = 10;

/**
 * Signs a refresh token out, and each newer one that came of it. From now on nobody gets an answer that is kept for one of them, nor that of a
 * renewal under way, whatever the provider says.
 *
 * @param until end of the session: after it, no cookie of it is good
 * @returns the tokens, the newest at the end, and whether all of them are marked
 */
export async function signOutRenewals(
  { renewals, seals, warn }: Omit<KeptRenewals, 'now'>,
  refreshToken: string,
  until: string,
): Promise<{ tokens: string[]; areMarked: boolean }> {
  const tokens: string[] = [];
  let token: string | undefined = refreshToken;
  while (token !== undefined && !tokens.includes(token) && tokens.length < FOLLOWED) {
    tokens.push(token);
    try {
      token = answerIn(seals, await renewals.signOut(hashOf(token), until))?.refreshToken;
    } catch (error) {
      warn('a session that was signed out is not marked: its cookie may be good for a minute', {
        because: errorName(error),
      });
      return { tokens, areMarked: false };
    }
  }
  return { tokens, areMarked: true };
}
