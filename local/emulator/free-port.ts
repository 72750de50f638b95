import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A TCP port on loopback that nobody listened on a moment ago.
 *
 * Between this answer and the caller's own listen, another process may take it: callers start again on another port.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no TCP port on loopback.');
  return address.port;
}
