import { CommandFailure } from '../failure.ts';
import { renewed } from './oidc.ts';
import { type ApiSession, sessionsIn } from './sessions.ts';

/** A token that ends while a call is under way is refused. */
const LEFT_AT_LEAST_MS = 60_000;

/**
 * ApiSession of whoever is signed in, with an id token that lasts for a minute at least.
 *
 * @param apiUrl without it, the API that was signed in to last
 * @throws CommandFailure when nobody is signed in, or the session is over
 */
export async function signedIn(
  sessionsPath: string,
  now: string,
  apiUrl?: string,
): Promise<{ apiUrl: string; session: ApiSession }> {
  const sessions = sessionsIn(sessionsPath);
  const found = await sessions.find(apiUrl);
  if (found === undefined) {
    const where = apiUrl === undefined ? '' : ` to ${apiUrl}`;
    throw new CommandFailure(
      `nobody is signed in${where} on this machine`,
      `sign in: holdfast login ${apiUrl ?? '<address of the API>'}`,
    );
  }
  if (Date.parse(found.session.idTokenEndsAt) - Date.parse(now) >= LEFT_AT_LEAST_MS) return found;
  const session = await renewed(found.session);
  await sessions.keep(found.apiUrl, session);
  return { apiUrl: found.apiUrl, session };
}
