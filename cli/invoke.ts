import { InvokeCommand } from '@aws-sdk/client-lambda';
import type * as z from 'zod';
import { shortened } from '../shared/domain/words/shorten.ts';
import { parseJson } from '../shared/domain/words/well-formed.ts';
import { CommandFailure } from './failure.ts';
import type { Installation } from './installation.ts';

/**
 * Runs a function of the installation, which has the credentials that nobody else needs, and waits for its answer.
 *
 * @param output the output of the stack that names the function
 * @param what what the function does, for the error
 * @throws CommandFailure when the function failed, ZodError when it answers something else
 */
export async function invoke<Schema extends z.ZodType>(
  installation: Installation,
  output: string,
  payload: object,
  { schema, what }: { schema: Schema; what: string },
): Promise<z.output<Schema>> {
  const { Payload, FunctionError } = await installation.functions.send(
    new InvokeCommand({ FunctionName: installation.output(output), Payload: JSON.stringify(payload) }),
  );
  const said = Payload === undefined ? '' : Buffer.from(Payload).toString('utf8');
  if (FunctionError === undefined) return schema.parse(parseJson(said));
  throw new CommandFailure(
    `${what} failed: ${shortened(said, 500)}`,
    'docs/runbooks/function-errors.md says what to look at',
  );
}
