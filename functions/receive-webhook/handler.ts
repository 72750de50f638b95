import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/http/problem.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { shortened } from '../../shared/domain/words/shorten.ts';
import { isSignedBy } from '../../shared/intake/jira/verify-signature.ts';
import { type TakeInDependencies, takeInWebhook } from '../../shared/intake/take-in-webhook.ts';
import type { keepAside } from '../../shared/store/inbox/asides.ts';

export type ReceiveWebhookDependencies = TakeInDependencies & {
  config: HoldfastConfig;
  /** Those that a webhook may be signed with. */
  secrets: () => Promise<string[]>;
  /** Keeps a signed body that we cannot read. */
  keepAside: (aside: Omit<Parameters<typeof keepAside>[1], 'remember'>) => Promise<void>;
  telemetry: Telemetry;
};

/** Each wrong field has its reason, and a body may have thousands. */
const REASON_LIMIT = 1_000;

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
  const { telemetry, now } = deps;
  const text = body.toString('utf8');
  const hash = createHash('sha256').update(body).digest('hex');
  // Stable over Jira's own retries. Without the header the body is the identity: a retry sends the same bytes.
  const deliveryId = headers['x-atlassian-webhook-identifier'] ?? hash;
  const taken = await takeInWebhook(deps, text, deliveryId);
  switch (taken.outcome) {
    case 'malformed':
      telemetry.count('WebhookMalformed');
      await deps.keepAside({ source: 'jira', id: hash, deliveryId, body: text, because: taken.because, at: now() });
      return problem(400, 'Not a Jira webhook', `${shortened(taken.because, REASON_LIMIT)} (kept aside as ${hash})`);
    case 'ignored':
      telemetry.count(`WebhookIgnored${taken.why}`);
      return { statusCode: 202 };
    case 'accepted':
    case 'repeated':
      telemetry.count(taken.outcome === 'accepted' ? 'WebhookAccepted' : 'WebhookRepeated');
      return { statusCode: 202 };
  }
}
