import type { Answer, Route } from '../route.ts';

/** True for a list: it is asked for page by page. */
export const isPaged = ({ query }: Pick<Route, 'query'>): boolean => 'cursor' in query.shape;

/**
 * The link to the next page, RFC 8288. It is a query alone, which keeps the path that was called: behind a proxy the API does not know
 * its own address (RFC 3986, section 5.2.2).
 *
 * @returns undefined on the last page
 */
export function nextLink({ body, next = Object(body).next }: Answer, url: string): string | undefined {
  if (typeof next !== 'string') return undefined;
  const query = new URL(url).searchParams;
  query.set('cursor', next);
  return `<?${query.toString()}>; rel="next"`;
}
