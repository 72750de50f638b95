import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { FunctionAnswer, type FunctionCode } from './function-messages.ts';

/** The function threw. Its log says more. */
export class FunctionFailed extends Error {
  constructor(name: string, said: string) {
    super(`${name} failed: ${said}`);
    this.name = 'FunctionFailed';
  }
}

export type LocalFunction = {
  /** @throws FunctionFailed */
  invoke: (event: unknown) => Promise<unknown>;
  stop: () => Promise<void>;
};

type Pending = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/** A function of the stack in a thread of its own, which starts with its first invocation. */
export function localFunction(code: FunctionCode, env: Record<string, string>, log: Writable): LocalFunction {
  const pending = new Map<string, Pending>();
  let thread: Worker | undefined;

  function failAll(reason: string): void {
    for (const { reject } of pending.values()) reject(new FunctionFailed(code.name, reason));
    pending.clear();
  }

  function started(): Worker {
    const worker = new Worker(new URL('./function-thread.ts', import.meta.url), {
      name: code.name,
      workerData: code,
      env,
      // Not those of this process: a test runner's flags are none of the function's.
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (said: Buffer) => log.write(said));
    worker.on('message', (message: unknown) => {
      const answer = FunctionAnswer.parse(message);
      const call = pending.get(answer.id);
      pending.delete(answer.id);
      if ('error' in answer) call?.reject(new FunctionFailed(code.name, answer.error));
      else call?.resolve(answer.result);
    });
    worker.on('error', (error) => failAll(String(error)));
    worker.on('exit', () => failAll('its thread ended'));
    return worker;
  }

  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        thread ??= started();
        const id = randomUUID();
        pending.set(id, { resolve, reject });
        // As JSON, which is all that Lambda carries.
        thread.postMessage({ id, event: JSON.parse(JSON.stringify(event)) });
      }),
    async stop() {
      await thread?.terminate();
    },
  };
}
