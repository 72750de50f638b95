import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/http/problem.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import type { SourceName } from '../../shared/domain/ticket/source-names.ts';
import { shortened } from '../../shared/domain/words/shorten.ts';
import type { Delivery, Webhook } from '../../shared/intake/source.ts';
import type { NamedWebhook } from '../../shared/intake/sources-in-use.ts';
import { type TakeInDependencies, takeInText } from '../../shared/intake/take-in.ts';
import { prove } from '../../shared/proof/hmac-proof.ts';
import { outsideWindow } from '../../shared/proof/replay-window.ts';
import type { quarantine } from '../../shared/store/inbox/quarantine.ts';

export type ReceiveWebhookDependencies = TakeInDependencies & {
  /** By the name of their source. */
  webhooks: ReadonlyMap<string, NamedWebhook>;
  config: Pick<HoldfastConfig, 'ingress'>;
  /** Those that a webhook of the source may be signed with. */
  secrets: (source: SourceName) => Promise<string[]>;
  /** Keeps a signed body that we cannot read. */
  quarantine: (delivery: Omit<Parameters<typeof quarantine>[1], 'remember'>) => Promise<void>;
  telemetry: Telemetry;
};

/** Each wrong field has its reason, and a body may have thousands. */
const REASON_LIMIT = 1_000;

type Answer = APIGatewayProxyStructuredResultV2;

/** Verifies a webhook, reads what it means, and keeps it: seen and published in one write. */
export function receiveWebhookHandler(deps: ReceiveWebhookDependencies) {
  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const source = event.rawPath.split('/').at(-1) ?? '';
    const sender = deps.webhooks.get(source);
    if (sender === undefined) {
      const known = [...deps.webhooks.keys()].map((name) => `/webhooks/${name}`).join(', ');
      return problem(404, 'Unknown source', `no source "${source}" sends webhooks here; there is ${known}`);
    }
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    const limit = deps.config.ingress.maxBodyBytes;
    if (body.length > limit) {
      deps.telemetry.count('WebhookTooLarge');
      return problem(413, 'Body too large', `${body.length} bytes; the limit is ${limit} (ingress.maxBodyBytes)`);
    }
    const delivery = { body, headers: event.headers, receivedAt: deps.now() };
    // Before anything of the body is believed, parsed or kept.
    const proof = prove(sender.webhook.proof, delivery, await deps.secrets(sender.name));
    if (!proof.isProven) {
      deps.telemetry.count('WebhookSignatureWrong');
      return problem(401, 'Signature missing or wrong', proof.detail);
    }
    const stale = whyStale(sender.webhook, proof.sentAtMs, delivery.receivedAt);
    if (stale !== undefined) {
      deps.telemetry.count('WebhookOutsideReplayWindow');
      return problem(401, 'Sent at another time', stale);
    }
    return receive(deps, sender, delivery);
  };
}

function whyStale({ window }: Webhook, sentAtMs: number | undefined, receivedAt: string): string | undefined {
  return window === undefined || sentAtMs === undefined ? undefined : outsideWindow(sentAtMs, receivedAt, window);
}

async function receive(deps: ReceiveWebhookDependencies, sender: NamedWebhook, delivery: Delivery): Promise<Answer> {
  const { telemetry } = deps;
  const body = delivery.body.toString('utf8');
  const deliveryId = sender.webhook.deliveryId(delivery);
  const taken = await takeInText(
    deps,
    { name: sender.name, heardBy: 'receive-webhook', read: sender.webhook.read },
    body,
    deliveryId,
  );
  switch (taken.outcome) {
    case 'malformed': {
      const { name: source } = sender;
      const id = createHash('sha256').update(delivery.body).digest('hex');
      telemetry.count('WebhookMalformed');
      await deps.quarantine({ source, id, deliveryId, body, because: taken.because, at: delivery.receivedAt });
      const detail = `${shortened(taken.because, REASON_LIMIT)} (kept in quarantine as ${id})`;
      return problem(400, `Not a webhook of ${source}`, detail);
    }
    case 'ignored':
      telemetry.count(`WebhookIgnored${taken.why}`);
      return { statusCode: 202 };
    case 'accepted':
    case 'repeated':
      telemetry.count(taken.outcome === 'accepted' ? 'WebhookAccepted' : 'WebhookRepeated');
      return { statusCode: 202 };
  }
}
