import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/http/problem.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { shortened } from '../../shared/domain/words/shorten.ts';
import { signedDelivery } from '../../shared/intake/signed-delivery.ts';
import type { WebhookEndpoint } from '../../shared/intake/sources-in-use.ts';
import { type TakeInDependencies, takeIn } from '../../shared/intake/take-in.ts';
import type { Unproven } from '../../shared/proof/hmac-proof.ts';
import { prove } from '../../shared/proof/prove.ts';
import { outsideWindow } from '../../shared/proof/replay-window.ts';
import type { quarantine } from '../../shared/store/inbox/quarantine.ts';

export type ReceiveWebhookDependencies = TakeInDependencies & {
  /** By their path. */
  webhooks: ReadonlyMap<string, WebhookEndpoint>;
  config: Pick<HoldfastConfig, 'ingress' | 'incidents'>;
  /** Those that a webhook of this path may be signed with. */
  secrets: (path: string) => Promise<string[]>;
  /** Keeps a signed body that nothing comes of. */
  quarantine: (delivery: Omit<Parameters<typeof quarantine>[1], 'remember'>) => Promise<void>;
  telemetry: Telemetry;
};

/** Each wrong field has its reason, and a body may have thousands. */
const REASON_LIMIT = 1_000;

type Answer = APIGatewayProxyStructuredResultV2;

/**
 * Verifies a webhook, reads what it means, and keeps it: seen and published in one write.
 *
 * Whatever a proven sender says is answered with 202, also when nothing comes of it: many systems switch a sender off, or drop what it sends
 * meanwhile, after a few answers that are none. Only when our own table or secrets are down it is 5xx, so that it is sent again.
 */
export function receiveWebhookHandler(deps: ReceiveWebhookDependencies) {
  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const [, path = ''] = event.rawPath.split('/webhooks/');
    const sender = deps.webhooks.get(path);
    if (sender === undefined) {
      const known = [...deps.webhooks.keys()].map((one) => `/webhooks/${one}`).join(', ');
      return problem(404, 'Unknown source', `no source "${path}" sends webhooks here; there is ${known}`);
    }
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    // Before anything of the body is believed, parsed or kept.
    const proof = prove(sender.webhook.proof, { body, headers: event.headers }, await deps.secrets(path));
    if (!proof.isProven) return refused(deps, sender, body.length, proof);
    deps.telemetry.count(`WebhookProven.${path}`);
    if (proof.isByPrevious) deps.telemetry.count(`WebhookProvenByPrevious.${path}`);
    return receive(deps, sender, { body, receivedAt: deps.now(), sentAtMs: proof.sentAtMs, signedId: proof.id });
  };
}

function refused(
  { config, telemetry }: ReceiveWebhookDependencies,
  { path }: WebhookEndpoint,
  bytes: number,
  { isWellFormed, detail }: Unproven,
): Answer {
  const limit = config.ingress.maxBodyBytes;
  if (isWellFormed) {
    telemetry.count(`WebhookUnproven.${path}`);
    // Beside the ones of proven deliveries: an alarm looks whether there was any.
    telemetry.count(`WebhookProven.${path}`, 0);
  }
  if (bytes > limit) {
    telemetry.count('WebhookTooLarge');
    return problem(413, 'Body too large', `${bytes} bytes; the limit is ${limit} (ingress.maxBodyBytes)`);
  }
  telemetry.count('WebhookSignatureWrong');
  return problem(401, 'Signature missing or wrong', detail);
}

/** Webhook whose sender is proven. */
type Delivery = {
  readonly body: Buffer;
  readonly receivedAt: string;
  readonly sentAtMs: number | undefined;
  readonly signedId: string | undefined;
};

async function receive(deps: ReceiveWebhookDependencies, sender: WebhookEndpoint, delivery: Delivery): Promise<Answer> {
  const { telemetry, config } = deps;
  const { body, receivedAt } = delivery;
  const limit = config.ingress.maxBodyBytes;
  if (body.length > limit) {
    const because = `it has ${body.length} bytes, and the limit is ${limit} (ingress.maxBodyBytes)`;
    return keptAside(deps, sender, delivery, { metric: 'WebhookTooLarge', because });
  }
  const { name, webhook } = sender;
  const { message, deliveryId } = signedDelivery(sender, body, delivery);
  const sentAtMs = delivery.sentAtMs ?? webhook.sentAtMs?.(message);
  const stale = sentAtMs === undefined ? undefined : outsideWindow(sentAtMs, receivedAt, webhook.windowMs);
  const reader = { name, heardBy: 'receive-webhook', read: webhook.read } as const;
  const taken = await takeIn(deps, reader, message, deliveryId, stale);
  switch (taken.outcome) {
    case 'malformed':
      return keptAside(deps, sender, delivery, { metric: 'WebhookMalformed', because: taken.because });
    case 'stale':
      return keptAside(deps, sender, delivery, { metric: 'WebhookOutsideReplayWindow', because: taken.because });
    case 'ignored':
      telemetry.count(`WebhookIgnored${taken.why}`);
      return { statusCode: 202 };
    case 'accepted':
    case 'repeated':
      telemetry.count(taken.outcome === 'accepted' ? 'WebhookAccepted' : 'WebhookRepeated');
      return { statusCode: 202 };
  }
}

/** Keeps in quarantine what its sender signed and nothing comes of, until somebody looks: `holdfast quarantine`. */
async function keptAside(
  deps: ReceiveWebhookDependencies,
  { path: source }: WebhookEndpoint,
  { body, signedId, receivedAt: at }: Delivery,
  { metric, because }: { metric: string; because: string },
): Promise<Answer> {
  const id = createHash('sha256').update(body).digest('hex');
  await deps.quarantine({ source, id, body, signedId, because, at });
  deps.telemetry.count(metric);
  deps.telemetry.count('WebhookKeptAside');
  const told = { taken: false, because: `${shortened(because, REASON_LIMIT)} (kept in quarantine as ${id})` };
  return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify(told) };
}
