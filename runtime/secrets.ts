import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import { jsonIn } from '../shared/domain/words/well-formed.ts';

/** Seconds. A rotated secret is known to every warm function after this time. */
const CACHED_FOR = 300;

/** A blank one is one that everybody knows. */
const IS_SAID = /\S/;

/**
 * `previousSecret` is accepted as well, for the time in which something is out that was signed or sealed with it. Whoever empties it at the end
 * of that time, instead of taking it away, means the same.
 */
const SecretInTurn = z.object({
  secret: z.string().regex(IS_SAID),
  previousSecret: z
    .string()
    .optional()
    .transform((previous = '') => (IS_SAID.test(previous) ? previous : undefined)),
});

/**
 * The content of a secret.
 *
 * @param schema its messages quote nothing of what it is given
 * @throws Error that says what belongs into the secret, and shows nothing of what is in it
 */
export async function secretContent<Schema extends z.ZodType>(arn: string, schema: Schema): Promise<z.output<Schema>> {
  const text = z
    .string()
    .prefault('')
    .parse(await getSecret(arn, { maxAge: CACHED_FOR }));
  const content = jsonIn(text);
  // The parser's own error quotes the text, so it is not passed on.
  if (content === undefined) throw new Error(`the secret ${arn} is no JSON; put its fields there as an object in JSON`);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Error(`the secret ${arn} ${whatBelongsThere(schema, parsed.error)}`);
}

function whatBelongsThere(schema: z.ZodType, { issues }: z.ZodError): string {
  if (!(schema instanceof z.ZodObject)) return issues.map(({ message }) => message).join('; ');
  const fields = Object.entries<z.ZodType>(schema.shape).filter(([, of]) => !of.safeParse(undefined).success);
  return `must be JSON with the fields ${fields.map(([name]) => name).join(', ')}; put them there`;
}

/** A secret that can be changed while it is in use. @returns the one of now, and then the one of before where there is one */
export async function secretsInTurn(arn: string): Promise<[string, ...string[]]> {
  const { secret: current, previousSecret } = await secretContent(arn, SecretInTurn);
  return previousSecret === undefined ? [current] : [current, previousSecret];
}
