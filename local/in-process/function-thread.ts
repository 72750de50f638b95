import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { type FunctionAnswer, FunctionCall, FunctionCode } from './function-messages.ts';

/** Runs in a thread of its own, as a function runs in a sandbox of its own: with its own environment and warm state. */
const { name, folder, timeoutMs } = FunctionCode.parse(workerData);

type Handler = (event: unknown, context: object) => Promise<unknown>;
const Module = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });
const module: unknown = await import(pathToFileURL(join(folder, 'index.mjs')).href);
const { handler } = Module.parse(module);

async function answer({ id, event }: FunctionCall): Promise<FunctionAnswer> {
  const endsAt = Date.now() + timeoutMs;
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: name,
    memoryLimitInMB: '512',
    logGroupName: name,
    logStreamName: name,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
  };
  try {
    return { id, result: await handler(event, context) };
  } catch (error) {
    return { id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

parentPort?.on('message', (message: unknown) => {
  void answer(FunctionCall.parse(message)).then((given) => parentPort?.postMessage(given));
});
