import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';

/** Seconds. A rotated secret is known to every warm function after this time. */
const CACHED_FOR = 300;

/** `previousSecret` is accepted as well, for the minutes in which the sender still signs with it. */
const WebhookSecret = z.object({ secret: z.string().min(1), previousSecret: z.string().min(1).optional() });

/** @throws Error without the secret's content when it has not the expected fields */
export async function secretContent<Schema extends z.ZodObject>(arn: string, schema: Schema): Promise<z.infer<Schema>> {
  const value = await getSecret(arn, { maxAge: CACHED_FOR, transform: 'json' });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = Object.entries<z.ZodType>(schema.shape).filter(([, of]) => !of.safeParse(undefined).success);
  const names = fields.map(([name]) => name).join(', ');
  throw new Error(`the secret ${arn} must be JSON with the fields ${names}; put them there`);
}

export async function webhookSecrets(arn: string): Promise<string[]> {
  const { secret: current, previousSecret } = await secretContent(arn, WebhookSecret);
  return previousSecret === undefined ? [current] : [current, previousSecret];
}
