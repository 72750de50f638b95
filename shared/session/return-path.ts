/** Longer ones do not fit into the cookie that keeps them, with three sign-ins under way. */
const LONGEST = 512;

/** The console, which begins with what waits for whoever signed in. */
export const START_PAGE = '/console';

/** Anything to resolve a path against; it is never called. */
const OWN = 'https://own.invalid';

/**
 * The page to which somebody goes back after the sign-in: a path of the own site, or its start page.
 *
 * Browsers read `\` as `/`, drop tabs and line ends, and take what follows two slashes for a host
 * (https://url.spec.whatwg.org/#url-parsing). So a link to our sign-in could end on somebody else's page.
 *
 * @param asked what the link said, decoded once
 */
export function returnPath(asked: string | null | undefined): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return START_PAGE;
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return START_PAGE;
  const { origin, pathname, search, hash } = new URL(asked, OWN);
  // Dot segments are gone now, and what they left may begin with two slashes.
  if (origin !== OWN || pathname.startsWith('//')) return START_PAGE;
  // The way of the sign-in itself leads to no page.
  if (/^\/session(\/|$)/.test(pathname)) return START_PAGE;
  return pathname + search + hash;
}
