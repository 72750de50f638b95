import { apiReference } from './api-reference.ts';
import { loopbackServer } from './in-process/loopback-server.ts';

/** Of one connection, and made anew for the next. */
const OF_A_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'host'];

/** Path of the description of the API as a page, from which its routes can be tried. */
export const DOCS_PATH = '/docs';

/**
 * The API under an address that is known before it is deployed, as a company's own domain is: the sign-in page has to know where to
 * send people back. At the emulator, the API lies below a path with an id that comes with the deployment.
 */
export async function startApiDoor() {
  let apiUrl: string | undefined;
  const server = await loopbackServer(async ({ method, url, headers, body }) => {
    if (method === 'GET' && url.pathname === DOCS_PATH) return docsPage(server.url);
    if (apiUrl === undefined) return { status: 503, body: 'The API is not deployed yet.' };
    const answer = await fetch(`${apiUrl}${url.pathname}${url.search}`, {
      method,
      headers: without(Object.entries(headers)),
      redirect: 'manual',
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(without([...answer.headers]).filter(([name]) => name !== 'set-cookie')),
      cookies: answer.headers.getSetCookie(),
      body: Buffer.from(await answer.arrayBuffer()),
    };
  });
  return {
    ...server,
    /** @param url address of the API, without a slash at its end */
    leadTo(url: string): void {
      apiUrl = url;
    },
  };
}

async function docsPage(address: string) {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 200, headers, body: await apiReference(address) };
}

const without = (headers: [string, string][]): [string, string][] =>
  headers.filter(([name]) => !OF_A_CONNECTION.includes(name));
