import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { PutEventsEntry } from './event-bus.ts';
import { type HttpAnswer, type HttpRequest, type LoopbackServer, loopbackServer } from './loopback-server.ts';
import { sqsCalls } from './sqs-calls.ts';

type AwsCallParts = {
  /** Puts an event on the bus. @returns its id */
  put: (entry: PutEventsEntry) => string;
  /** The text of a secret, by the name that the stack gives it. */
  secrets: Readonly<Record<string, string>>;
  /** The queues to which functions send by themselves. */
  queues: { send: (queue: string, body: string) => void; waiting: (queue: string) => number };
  /** Functions of others that ours may call, by name. */
  functions: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
  /** The buckets. */
  files: (request: HttpRequest) => HttpAnswer;
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

const FILE_CALLS = ['PUT', 'GET', 'HEAD', 'OPTIONS'];
const PutEvents = z.object({ Entries: z.array(PutEventsEntry) });
const GetSecretValue = z.object({ SecretId: z.string() });

/**
 * Answers the few calls that functions make besides those to DynamoDB: an event for the bus, messages for a queue, a secret, a
 * function of somebody else's, a file to keep or to read.
 * Any other is refused by name, so that nobody takes silence for success.
 */
export function startAwsCalls({ put, secrets, queues, functions, files }: AwsCallParts): Promise<LoopbackServer> {
  const answerOfQueue = sqsCalls(queues);
  return loopbackServer(async (request) => {
    const { method, url, headers, body } = request;
    const target = headers['x-amz-target'];
    if (target === 'AWSEvents.PutEvents') {
      const { Entries } = PutEvents.parse(JSON.parse(body.toString('utf8')));
      return json({ FailedEntryCount: 0, Entries: Entries.map((entry) => ({ EventId: put(entry) })) });
    }
    if (target === 'secretsmanager.GetSecretValue') {
      const { SecretId } = GetSecretValue.parse(JSON.parse(body.toString('utf8')));
      const SecretString = secrets[SecretId];
      if (SecretString === undefined) return refused(`there is no secret ${SecretId}`);
      return json({ ARN: SecretId, Name: SecretId, VersionId: randomUUID(), SecretString });
    }
    const queueAnswer = answerOfQueue(target, body);
    if (queueAnswer !== undefined) return json(queueAnswer);
    const [, called] = INVOCATION.exec(url.pathname) ?? [];
    if (method === 'POST' && called !== undefined) {
      const run = functions[decodeURIComponent(called)];
      if (run === undefined) return refused(`there is no function ${called}`);
      return json(Object(await run(JSON.parse(body.toString('utf8')))));
    }
    if (target === undefined && FILE_CALLS.includes(method)) return files(request);
    return refused(`the stack in one process has no ${target ?? `${method} ${url.pathname}`}`);
  });
}

function json(body: object): HttpAnswer {
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}

/** A 400, which the SDK does not try again. */
function refused(message: string): HttpAnswer {
  const body = JSON.stringify({ __type: 'NotPlayed', message });
  return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.1' }, body };
}
