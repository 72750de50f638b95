import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import type { JiraCredentials } from '../shared/jira/transport.ts';

/** Seconds. A rotated secret is known to every warm function after this time. */
const CACHED_FOR = 300;

const ApiSecret = z.object({ email: z.string().min(1), apiToken: z.string().min(1) });
/** `previousSecret` is accepted as well, for the minutes in which Jira still signs with it. */
const WebhookSecret = z.object({ secret: z.string().min(1), previousSecret: z.string().min(1).optional() });

/** @throws Error without the secret's content when it has not the expected fields */
async function secret<Content>(arn: string, schema: z.ZodType<Content>, fields: string): Promise<Content> {
  const value = await getSecret(arn, { maxAge: CACHED_FOR, transform: 'json' });
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`the secret ${arn} must be JSON with the fields ${fields}; put them there`);
  return parsed.data;
}

export const jiraCredentials = (arn: string): Promise<JiraCredentials> => secret(arn, ApiSecret, 'email, apiToken');

export async function webhookSecrets(arn: string): Promise<string[]> {
  const { secret: current, previousSecret } = await secret(arn, WebhookSecret, 'secret');
  return previousSecret === undefined ? [current] : [current, previousSecret];
}
