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

type Pending = { resolve: (result: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

/**
 * A function of the stack in a thread of its own, which starts with an invocation when there is none. A thread that ends
 * takes its calls with it, and the next invocation gets a new one. So does a call that takes longer than the function may: as
 * in Lambda, what it left under way must not go on.
 */
export function localFunction(code: FunctionCode, env: Record<string, string>, log: Writable): LocalFunction {
  let thread: Thread | undefined;

  function started(): Thread {
    const begun = startThread(code, env, log, () => {
      if (thread === begun) thread = undefined;
    });
    return begun;
  }

  return {
    invoke(event) {
      thread ??= started();
      return thread.call(event);
    },
    async stop() {
      await thread?.end('the stack stops');
    },
  };
}

type Thread = { call: (event: unknown) => Promise<unknown>; end: (why: string) => Promise<void> };

function startThread(code: FunctionCode, env: Record<string, string>, log: Writable, onEnd: () => void): Thread {
  const pending = new Map<string, Pending>();
  const worker = new Worker(new URL('./function-thread.ts', import.meta.url), {
    name: code.name,
    workerData: code,
    env,
    // Not those of this process: a test runner's flags are none of the function's.
    execArgv: [],
    stdout: true,
    stderr: true,
  });

  function settled(id: string): Pending | undefined {
    const call = pending.get(id);
    pending.delete(id);
    clearTimeout(call?.timer);
    return call;
  }

  function failAll(reason: string): void {
    onEnd();
    for (const id of [...pending.keys()]) settled(id)?.reject(new FunctionFailed(code.name, reason));
  }

  async function end(why: string): Promise<void> {
    failAll(why);
    await worker.terminate();
  }

  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (said: Buffer) => log.write(said));
  worker.on('message', (message: unknown) => {
    const answer = FunctionAnswer.parse(message);
    const call = settled(answer.id);
    if ('error' in answer) call?.reject(new FunctionFailed(code.name, answer.error));
    else call?.resolve(answer.result);
  });
  worker.on('error', (error) => failAll(String(error)));
  worker.on('exit', () => failAll('its thread ended'));

  return {
    end,
    call: (event) =>
      new Promise((resolve, reject) => {
        const id = randomUUID();
        const timer = setTimeout(() => void end(`a call took longer than ${code.timeoutMs} ms`), code.timeoutMs);
        pending.set(id, { resolve, reject, timer });
        // As JSON, which is all that Lambda carries.
        worker.postMessage({ id, event: JSON.parse(JSON.stringify(event)) });
      }),
  };
}
