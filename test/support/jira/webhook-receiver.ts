import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** Address that keeps the webhooks that arrive during one test, and answers with the given status. */
export async function webhookReceiver(status = 200) {
  const received: { readonly headers: IncomingHttpHeaders; readonly raw: string }[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    received.push({ headers: request.headers, raw: await text(request) });
    response.writeHead(status).end();
  };
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver listens on TCP.');
  return { url: `http://127.0.0.1:${address.port}/hook`, received };
}
