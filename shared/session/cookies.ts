/**
 * Cookies of the session. `__Host-` makes a browser refuse them from any other host, over plain HTTP and for a part of the site:
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3
 */
export const SESSION_COOKIE = '__Host-holdfast-session';
export const SIGN_IN_COOKIE = '__Host-holdfast-sign-in';
type CookieName = typeof SESSION_COOKIE | typeof SIGN_IN_COOKIE;

/**
 * The session is sent with calls of the own pages alone. A sign-in comes back from the provider's page, by a link of another site.
 */
const SAME_SITE: Record<CookieName, 'Strict' | 'Lax'> = {
  [SESSION_COOKIE]: 'Strict',
  [SIGN_IN_COOKIE]: 'Lax',
};

/** Bytes of name and value that a browser has to keep; more it may drop without a word (RFC 6265, section 6.1). */
export const COOKIE_LIMIT = 4_096;

/** A `Set-Cookie` header. @param seconds until it is gone; 0 removes it */
export function cookie(name: CookieName, value: string, seconds: number): string {
  const lasts = Math.max(0, Math.floor(seconds));
  return `${name}=${value}; Path=/; Max-Age=${lasts}; Secure; HttpOnly; SameSite=${SAME_SITE[name]}`;
}

export const noCookie = (name: CookieName): string => cookie(name, '', 0);

/** @param header `Cookie` headers, each with one pair or several */
export function cookieIn(headers: readonly string[], name: CookieName): string | undefined {
  for (const pair of headers.flatMap((header) => header.split(';'))) {
    const [found, value] = pair.trim().split('=', 2);
    if (found === name && value !== undefined && value !== '') return value;
  }
  return undefined;
}
