import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { parseJson } from '../shared/domain/words/well-formed.ts';
import { type AskFunction, SourceTimedOut } from '../shared/verification/ask-source.ts';

/** A function that was called, and failed. Lambda tells that beside the answer, not as an error of the call. */
export class SourceFailed extends Error {
  constructor(kind: string, said: string) {
    super(`the function failed (${kind}): ${said}`);
    this.name = 'SourceFailed';
  }
}

/** Bytes. An answer is a line or two; what is longer is not even read. */
const LONGEST_ANSWER = 65_536;

/** Asks by calling a Lambda function, and waits for what it returns. */
export function askLambda(client: LambdaClient = new LambdaClient({})): AskFunction {
  return async ({ name, timeoutMs }, question) => {
    const over = AbortSignal.timeout(timeoutMs);
    const call = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(question) });
    const { FunctionError, Payload } = await client.send(call, { abortSignal: over }).catch((error: unknown) => {
      throw over.aborted ? new SourceTimedOut(timeoutMs) : error;
    });
    // The SDK gives null for an empty body, whatever its types say.
    const bytes = Buffer.from(Payload ?? []);
    if (bytes.length > LONGEST_ANSWER) throw new Error(`the answer has ${bytes.length} bytes`);
    const said = bytes.toString('utf8');
    if (FunctionError !== undefined) throw new SourceFailed(FunctionError, said);
    return said === '' ? undefined : parseJson(said);
  };
}
