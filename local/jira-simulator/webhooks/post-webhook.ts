import { createHmac } from 'node:crypto';
import type { QueuedDelivery } from './delivery.ts';

type Sender = {
  /** Signs the webhooks that have no secret of their own. */
  readonly secret: string;
  readonly timeoutMs: number;
  readonly deployment: 'Cloud' | 'Data Center';
  readonly stopping: AbortSignal;
};

/** Sends a webhook once. @returns the status of the answer */
export async function postWebhook(
  { identifier, webhook, message, isUnsigned = webhook.isSigned === false, flow = 'Primary' }: QueuedDelivery,
  retry: number,
  { secret, timeoutMs, stopping, deployment }: Sender,
): Promise<number | 'unreachable'> {
  const signature = createHmac('sha256', webhook.secret ?? secret)
    .update(message.body)
    .digest('hex');
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Atlassian RegisteredWebhook HTTP Client',
        // Jira signs only what has a secret.
        ...(!isUnsigned && { 'x-hub-signature': `sha256=${signature}` }),
        // Data Center neither names its deliveries nor repeats them.
        ...(deployment === 'Cloud' && {
          'x-atlassian-webhook-identifier': identifier,
          'x-atlassian-webhook-flow': flow,
        }),
        ...(retry > 0 && { 'x-atlassian-webhook-retry': String(retry) }),
      },
      body: message.body,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // Whatever kept the receiver from answering, Jira only knows that no answer came.
    return 'unreachable';
  }
}
