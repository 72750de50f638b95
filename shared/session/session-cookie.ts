import * as z from 'zod';
import { COOKIE_LIMIT, cookie, cookieIn, SESSION_COOKIE } from './cookies.ts';
import type { Seals } from './seals.ts';

const PageSession = z.object({
  refreshToken: z.string().min(1),
  /** End of the session, ISO 8601 UTC. A renewed refresh token does not move it. */
  endsAt: z.string(),
});
export type PageSession = z.infer<typeof PageSession>;

/** The provider's refresh token is longer than what a browser keeps in a cookie. */
export class TokenTooLong extends Error {
  constructor(characters: number) {
    super(`the refresh token of ${characters} characters does not fit into a cookie`);
    this.name = 'TokenTooLong';
  }
}

/** @throws TokenTooLong */
export function sessionCookie(seals: Seals, session: PageSession, now: string): string {
  const sealed = seals.seal('session', session);
  if (SESSION_COOKIE.length + sealed.length > COOKIE_LIMIT) throw new TokenTooLong(session.refreshToken.length);
  return cookie(SESSION_COOKIE, sealed, (Date.parse(session.endsAt) - Date.parse(now)) / 1_000);
}

/** Session of a browser; undefined when it has none, or one that is over. */
export function sessionIn(seals: Seals, cookies: readonly string[], now: string): PageSession | undefined {
  const sealed = cookieIn(cookies, SESSION_COOKIE);
  const parsed = PageSession.safeParse(sealed === undefined ? undefined : seals.open('session', sealed));
  return parsed.success && parsed.data.endsAt > now ? parsed.data : undefined;
}
