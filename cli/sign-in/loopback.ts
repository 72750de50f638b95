import { createServer, type Server } from 'node:http';
import { CommandFailure } from '../failure.ts';

/** Page that a browser shows when it was sent back. It is done then, and knows nothing worth stealing. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Holdfast</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:32rem;padding:0 1rem;color:#1c2733;background:#fff}
@media(prefers-color-scheme:dark){body{color:#dfe6ee;background:#12181f}}</style>
<h1>Back to your terminal</h1><p>Holdfast has what it needs. You can close this page.</p></html>`;

/**
 * Takes a browser back on this machine (RFC 8252, section 7.3), at the first address whose port is free. Any page can send a browser here:
 * only one that comes with the state of this sign-in is taken.
 */
export async function takeBack(redirectUris: readonly string[]) {
  for (const redirectUri of redirectUris) {
    const opened = await listen(redirectUri);
    if (opened !== undefined) return { redirectUri, ...opened };
  }
  const ports = redirectUris.map((uri) => new URL(uri).port).join(', ');
  throw new CommandFailure(
    `the ports ${ports} of this machine are all in use`,
    'end what uses one of them, and try again',
  );
}

async function listen(redirectUri: string) {
  const { port, pathname } = new URL(redirectUri);
  const { promise, resolve } = Promise.withResolvers<URL>();
  let expected: string | undefined;
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  // `localhost` is one of the two, as the machine and the browser like.
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', redirectUri);
      const isOurs = expected !== undefined && url.searchParams.get('state') === expected;
      if (url.pathname !== pathname || request.method !== 'GET' || !isOurs) {
        response.writeHead(404).end();
        return;
      }
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        })
        .end(PAGE, () => resolve(url));
    });
    const failed = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen(Number(port), host, () => done(undefined));
    });
    if (failed === undefined) servers.push(server);
    else if (failed.code === 'EADDRINUSE') {
      close();
      return undefined;
    } else if (failed.code !== 'EADDRNOTAVAIL' && failed.code !== 'EAFNOSUPPORT') throw failed;
  }
  return {
    /** @returns the address to which the browser was sent back */
    cameBack(state: string): Promise<URL> {
      expected = state;
      return promise;
    },
    close,
  };
}
