import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/problem.ts';
import type { HoldfastConfig } from '../../shared/domain/policy.ts';
import type { RecordedEvent } from '../../shared/domain/recorded-event.ts';
import { recorded } from '../../shared/store/outbox.ts';
import { readJiraWebhook } from '../../shared/ticketing/jira-webhook.ts';
import { isSignedBy } from '../../shared/ticketing/verify-signature.ts';

export type ReceiveWebhookDependencies = {
  config: HoldfastConfig;
  /** Those that a webhook may be signed with. */
  secrets: () => Promise<string[]>;
  /** Keeps a delivery and puts its event in the outbox; false when this delivery came before. */
  accept: (delivery: { source: string; id: string; event: RecordedEvent }) => Promise<boolean>;
  /** Keeps a signed body that we cannot read. */
  keepAside: (aside: { source: string; id: string; body: string; because: string; at: string }) => Promise<void>;
  telemetry: Telemetry;
  now: () => string;
  newId: () => string;
};

type Answer = APIGatewayProxyStructuredResultV2;

/** Verifies a webhook, reads what it means, and keeps it: seen and published in one write. */
export function receiveWebhook(deps: ReceiveWebhookDependencies) {
  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const source = event.pathParameters?.source;
    if (source !== 'jira') {
      return problem(
        404,
        'Unknown ticketing system',
        `there is no webhook for "${source}"; send Jira's to /webhooks/jira`,
      );
    }
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    const limit = deps.config.ingress.maxBodyBytes;
    if (body.length > limit) {
      deps.telemetry.count('WebhookTooLarge');
      return problem(413, 'Body too large', `${body.length} bytes; the limit is ${limit} (ingress.maxBodyBytes)`);
    }
    // Before anything of the body is believed, parsed or kept.
    const signature = event.headers['x-hub-signature'];
    if (!(await deps.secrets()).some((secret) => isSignedBy(secret, body, signature))) {
      deps.telemetry.count('WebhookSignatureWrong');
      return problem(401, 'Signature missing or wrong', 'X-Hub-Signature must be sha256=<HMAC of the raw body>');
    }
    return receive(deps, body, event.headers);
  };
}

async function receive(
  deps: ReceiveWebhookDependencies,
  body: Buffer,
  headers: APIGatewayProxyEventV2['headers'],
): Promise<Answer> {
  const { config, accept, telemetry } = deps;
  const meaning = understood(() => readJiraWebhook(JSON.parse(body.toString('utf8')), config));
  if ('malformed' in meaning) {
    telemetry.count('WebhookMalformed');
    const text = body.toString('utf8');
    await deps.keepAside({ source: 'jira', id: hashOf(body), body: text, because: meaning.malformed, at: deps.now() });
    return problem(400, 'Not a Jira webhook', `${meaning.malformed} (kept aside as ${hashOf(body)})`);
  }
  if ('ignored' in meaning) {
    telemetry.count(`WebhookIgnored${meaning.ignored}`);
    return { statusCode: 202 };
  }
  // Stable over Jira's own retries. Without the header the body is the identity: a retry sends the same bytes.
  const id = headers['x-atlassian-webhook-identifier'] ?? hashOf(body);
  const cause = { actor: { kind: 'system' as const, id: 'receive-webhook' }, correlationId: `jira:${id}`, hops: 0 };
  const isNew = await accept({ source: 'jira', id, event: recorded(meaning.event, 'holdfast.jira', cause, deps) });
  telemetry.count(isNew ? 'WebhookAccepted' : 'WebhookRepeated');
  return { statusCode: 202 };
}

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

function understood<Meaning>(read: () => Meaning): Meaning | { malformed: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) return { malformed: 'the body is not JSON' };
    if (error instanceof z.ZodError) {
      return { malformed: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
    }
    throw error;
  }
}
