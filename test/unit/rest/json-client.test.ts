import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type JsonClientOptions, jsonClient } from '../../../shared/rest/json-client.ts';
import { NotThere, SystemRefused, SystemUnavailable } from '../../../shared/rest/rest-errors.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A system that gives these answers one after the other, the last one for ever. */
async function system(answers: readonly Answer[], options: Partial<JsonClientOptions> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    (answers[asked.length - 1] ?? answers.at(-1))?.(response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  closing.push(
    () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  const client = jsonClient({
    ...{ system: 'Example', baseUrl: `http://127.0.0.1:${port}/api`, timeoutMs: 5_000, timeLeftMs: () => 20_000 },
    headers: () => Promise.resolve({ authorization: 'Token abc' }),
    ...options,
  });
  return { client, asked };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const Name = z.object({ name: z.string() });
const OK = json(200, { name: 'one' });
/** In seconds: soon. */
const SOON = { 'retry-after': '0' };

describe('calls of an API that speaks JSON', () => {
  it('send the login and the query, and read the answer', async () => {
    const { client, asked } = await system([OK]);
    expect(await client.get('/things', Name, { 'ids[]': ['a', 'b&c'], none: undefined })).toEqual({ name: 'one' });
    expect(asked).toEqual(['GET /api/things?ids%5B%5D=a&ids%5B%5D=b%26c Token abc']);
  });

  it.each([429, 500, 502, 503])('repeat a read that is answered with %i', async (status) => {
    const { client, asked } = await system([json(status, {}, SOON), OK]);
    expect(await client.get('/things', Name)).toEqual({ name: 'one' });
    expect(asked).toHaveLength(2);
  });

  it('repeat a read whose connection broke', async () => {
    const { client } = await system([(response) => response.destroy(), OK]);
    expect(await client.get('/things', Name)).toEqual({ name: 'one' });
  });

  it.each<[string, Answer]>([
    ['500', json(500, {})],
    ['429', json(429, {}, SOON)],
    ['a broken connection', (response) => response.destroy()],
  ])('never repeat a write that is answered with %s', async (_, answer) => {
    const { client, asked } = await system([answer, OK]);
    await expect(client.send('POST', '/things', {})).rejects.toThrow(SystemUnavailable);
    expect(asked).toHaveLength(1);
  });

  it.each(['3600', 'Fri, 21 Nov 2036 10:00:00 GMT'])(
    'give up at once on a read when the system wants us to wait until %s',
    async (after) => {
      const { client, asked } = await system([json(429, {}, { 'retry-after': after })]);
      await expect(client.get('/things', Name)).rejects.toThrow(SystemUnavailable);
      expect(asked).toHaveLength(1);
    },
  );

  it('give up on an answer that begins and does not come to its end', async () => {
    const stalled: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"name":');
    };
    const { client } = await system([stalled], { timeoutMs: 200, timeLeftMs: () => 1_500 });
    await expect(client.get('/things', Name)).rejects.toThrow(SystemUnavailable);
    await expect(client.send('POST', '/things', {})).rejects.toThrow(SystemUnavailable);
  });

  it('send nothing when the run has no time left', async () => {
    const { client, asked } = await system([OK], { timeLeftMs: () => 400 });
    await expect(client.get('/things', Name)).rejects.toThrow('no time is left');
    expect(asked).toEqual([]);
  });

  it.each<[string, Answer, RegExp]>([
    ['HTML with 200', (response) => response.end('<html>Sign in</html>'), /is no JSON/],
    ['nothing', (response) => response.end(), /is no JSON/],
    ['another shape', json(200, { names: [] }), /another than documented \(name: invalid_type\)/],
  ])('take %s for no answer', async (_, answer, message) => {
    const { client } = await system([answer]);
    const asked = client.get('/things', Name);
    await expect(asked).rejects.toThrow(SystemUnavailable);
    await expect(asked).rejects.toThrow(message);
  });

  it.each([404, 410])('tell by %i that a thing is not there', async (status) => {
    const { client } = await system([json(status, {})]);
    await expect(client.get('/things/1', Name)).rejects.toThrow(NotThere);
  });

  it.each([400, 401, 403, 422])('tell a refusal with %i, in the words of the system', async (status) => {
    const { client, asked } = await system([json(status, { error: 'no such field' })]);
    const refused = client.get('/things', Name);
    await expect(refused).rejects.toThrow(SystemRefused);
    await expect(refused).rejects.toThrow(`Example refused GET /things with ${status}: {"error":"no such field"}`);
    expect(asked).toHaveLength(1);
  });

  it('follow no redirect, which would take the login elsewhere', async () => {
    const { client, asked } = await system([(response) => response.writeHead(302, { location: '/other' }).end()]);
    await expect(client.get('/things', Name)).rejects.toThrow(SystemRefused);
    expect(asked).toHaveLength(1);
  });

  it('return nothing for a write that is answered without a body', async () => {
    const { client } = await system([(response) => response.writeHead(204).end()]);
    expect(await client.send('PATCH', '/things/1', { name: 'x' })).toBeUndefined();
  });
});
