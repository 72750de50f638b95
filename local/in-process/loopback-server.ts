import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type HttpAnswer = {
  status: number;
  headers?: Record<string, string>;
  /** `Set-Cookie` headers. */
  cookies?: readonly string[];
  body?: string | Buffer;
};
export type HttpRequest = { method: string; url: URL; headers: Record<string, string>; body: Buffer };

export type LoopbackServer = { url: string; close: () => Promise<void> };

/** `reset`: the connection breaks without an answer. */
type Answering = (request: HttpRequest) => HttpAnswer | 'reset' | Promise<HttpAnswer | 'reset'>;

/** An HTTP server on a free port of 127.0.0.1. An `answer` that throws becomes a 500 with its message. */
export async function loopbackServer(answer: Answering): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    void serve(request, response, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on a TCP port only.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, answer: Answering): Promise<void> {
  try {
    const given = await answer({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: await buffer(request),
    });
    if (given === 'reset') {
      request.socket.destroy();
      return;
    }
    for (const cookie of given.cookies ?? []) response.appendHeader('set-cookie', cookie);
    response.writeHead(given.status, given.headers).end(given.body);
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(String(error));
  }
}
