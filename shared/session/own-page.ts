import type { SessionRequest } from './session-dependencies.ts';

/** Only a script of the own site can send it: a form of another site cannot, and nobody else's script is allowed to. */
const OWN_HEADER = 'x-holdfast-session';

/**
 * Whether a page of the own site asks. Cookies alone do not say so: a browser sends them with whatever another page makes it send.
 * Both the header and the word of the browser are wanted (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
 *
 * @returns what is missing; undefined when nothing is
 */
export function lacksOfOwnPage({ headers }: SessionRequest, apiUrl: string): string | undefined {
  if (headers[OWN_HEADER] !== '1') return `the header ${OWN_HEADER}: 1 is missing`;
  const { 'sec-fetch-site': site, origin } = headers;
  // No script can write this one. Browsers without it send the origin with every POST.
  if (site !== undefined)
    return site === 'same-origin' ? undefined : `the call comes from another site (${'sec-fetch-site'})`;
  if (origin === new URL(apiUrl).origin) return undefined;
  return origin === undefined
    ? 'neither Sec-Fetch-Site nor Origin says where the call comes from'
    : 'the call comes from another site';
}
