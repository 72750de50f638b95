import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run } from '../../../cli/program.ts';
import { NO_SIGN_IN } from '../machine/no-sign-in.ts';
import { testTerminal } from '../machine/test-terminal.ts';
import type { CallAs } from './api-world.ts';

/** The API behind a port of this machine, where a token is a name, and a command line for each who is signed in there. */
export async function apiServer(callers: Readonly<Record<string, CallAs>>) {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-cli-test-'));
  const calls: string[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const call = callers[(headers.authorization ?? '').replace('Bearer ', '')];
    calls.push(`${method} ${url}`);
    const answered = await call?.(method, url, await bodyOf(request), given(request));
    const { status = 401, body } = answered ?? {};
    const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body);
    response.writeHead(status, answered?.headers ?? {}).end(text);
  }
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const apiUrl = `http://127.0.0.1:${port}`;
  return {
    calls,
    apiUrl,
    /** A file for a command. @returns its path */
    async file(name: string, content: unknown): Promise<string> {
      const path = join(folder, name);
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    /** Runs a command line as one of the callers. */
    async as(who: string, ...args: string[]) {
      const sessionsPath = join(folder, `${who}.json`);
      const signIn = {
        issuer: apiUrl,
        client_id: 'c',
        authorization_endpoint: `${apiUrl}/authorize`,
        token_endpoint: `${apiUrl}/token`,
        revocation_endpoint: `${apiUrl}/revoke`,
        redirect_uris: ['http://localhost:8473/'],
      };
      const session = { signIn, refreshToken: 'r', idToken: who, idTokenEndsAt: '2999-01-01T00:00:00.000Z' };
      const sessions = { current: apiUrl, sessions: { [apiUrl]: session } };
      await writeFile(sessionsPath, JSON.stringify(sessions), { mode: 0o600 });
      const { terminal, out, err } = testTerminal();
      const exitCode = await run(args, {
        terminal,
        connect: () => Promise.reject(new Error('no AWS is wanted here')),
        signIn: { ...NO_SIGN_IN, sessionsPath },
        now: () => new Date().toISOString(),
      });
      return { exitCode, out: out(), err: err() };
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Headers that the API reads. */
function given({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    ['if-match', 'idempotency-key'].flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const body = await text(request);
  return body === '' ? undefined : body;
}
