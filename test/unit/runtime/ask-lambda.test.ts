import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { askLambda, SourceFailed } from '../../../runtime/ask-lambda.ts';
import { SourceTimedOut } from '../../../shared/verification/ask-source.ts';
import type { Question } from '../../../shared/verification/source-answer.ts';

const QUESTION: Question = {
  version: 1,
  correlationId: 'q-1',
  source: 'bucket-scan',
  about: { subject: { type: 'control', id: 'public-buckets' }, resource: 'arn:aws:s3:::a' },
  because: 'fail',
  askedAt: '2026-11-22T10:00:00.000Z',
};

let server: Server;
let client: LambdaClient;
let answer: (response: ServerResponse) => void;
let received: { path: string | undefined; body: string }[];

/** Lambda's side of a call: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
beforeEach(async () => {
  received = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      received.push({ path: request.url, body });
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  client = new LambdaClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const says = (body: string, headers: Record<string, string> = {}, status = 200) => {
  answer = (response) => response.writeHead(status, headers).end(body);
};
const ask = (timeoutMs = 5_000) => askLambda(client)({ name: 'ask-bucket-scan', timeoutMs }, QUESTION);

describe('a question to a function', () => {
  it('is its event, and the result is the answer', async () => {
    says('{"outcome":"pass"}');
    expect([await ask(), received.map(({ path, body }) => [path, JSON.parse(body)])]).toEqual([
      { outcome: 'pass' },
      [['/2015-03-31/functions/ask-bucket-scan/invocations', QUESTION]],
    ]);
  });

  it('gets nothing from a function that returns nothing', async () => {
    says('null');
    const returned = await ask();
    says('');
    expect([returned, await ask()]).toEqual([null, undefined]);
  });

  it('ends when its time is over, and names it', async () => {
    answer = () => {};
    await expect(ask(50)).rejects.toEqual(new SourceTimedOut(50));
  });

  it('fails when the function fails, in its words', async () => {
    says('{"errorMessage":"the scanner is down"}', { 'x-amz-function-error': 'Unhandled' });
    await expect(ask()).rejects.toEqual(new SourceFailed('Unhandled', '{"errorMessage":"the scanner is down"}'));
  });

  it.each([
    ['is no JSON', 'pass', {}, 200],
    ['is longer than any answer', `"${'a'.repeat(70_000)}"`, {}, 200],
    ['is a refusal of Lambda', '{"message":"not allowed"}', { 'x-amzn-errortype': 'AccessDeniedException' }, 403],
  ])('fails when what comes back %s', async (_, body, headers, status) => {
    says(body, headers, status);
    await expect(ask()).rejects.toThrow();
  });
});
