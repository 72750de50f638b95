import type { Writable } from 'node:stream';
import * as z from 'zod';
import { Text } from '../aws-model/stack-template.ts';
import { type LocalFunction, localFunction } from './local-function.ts';
import type { SynthesizedApp } from './synthesize-app.ts';

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), Text) }),
});

/** All functions of the stack, by the name that outputs, queues and routes give them. */
export type StackFunctions = {
  /** @throws FunctionFailed */
  invoke: (name: string, event: unknown) => Promise<unknown>;
  stop: () => Promise<void>;
};

/**
 * @param platform environment variables that Lambda would set: where AWS is, and who the function is there
 * @param log gets what the functions print
 */
export function stackFunctions(
  { template, codeFolder }: SynthesizedApp,
  platform: Record<string, string>,
  log: Writable,
): StackFunctions {
  const functions = new Map<string, LocalFunction>();
  for (const [name, { Code, Timeout, Environment }] of template.resources(
    'AWS::Lambda::Function',
    FunctionProperties,
  )) {
    const code = { name, folder: codeFolder(Code.S3Key), timeoutMs: Timeout * 1_000 };
    const env = { ...platform, AWS_LAMBDA_FUNCTION_NAME: name, ...Environment.Variables };
    functions.set(name, localFunction(code, env, log));
  }
  return {
    async invoke(name, event) {
      const found = functions.get(name);
      if (found === undefined) throw new Error(`the stack has no function ${name}`);
      return found.invoke(event);
    },
    async stop() {
      await Promise.all([...functions.values()].map((each) => each.stop()));
    },
  };
}
