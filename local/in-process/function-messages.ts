import * as z from 'zod';

/** First message to a thread: the function that it runs. */
export const FunctionCode = z.object({ name: z.string(), folder: z.string(), timeoutMs: z.number().positive() });
export type FunctionCode = z.infer<typeof FunctionCode>;

/** One invocation, and its answer under the same id. */
export const FunctionCall = z.object({ id: z.string(), event: z.unknown() });
export type FunctionCall = z.infer<typeof FunctionCall>;

export const FunctionAnswer = z.union([
  z.object({ id: z.string(), error: z.string() }),
  z.object({ id: z.string(), result: z.unknown() }),
]);
export type FunctionAnswer = z.infer<typeof FunctionAnswer>;
