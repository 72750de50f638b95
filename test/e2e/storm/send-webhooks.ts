import { setTimeout as wait } from 'node:timers/promises';
import { bounded } from './bounded.ts';
import type { ClosureWebhook } from './closure-webhooks.ts';
import { type RandomSource, shuffled } from './seeded-random.ts';

const AT_ONCE = 8;
/** Jira tries five more times. It waits minutes in between, a test does not. */
const RETRY_LIMIT = 5;
const RETRY_AFTER_MS = 250;

export type Sent = { sends: number; retries: number };

/**
 * Sends each webhook one to four times, all of them shuffled, several at once. Half of the repeats have the identifier of
 * the first, as Jira's own retries have; the other half a new one, as if the webhook were registered twice.
 *
 * @throws Error when one is not accepted after all of Jira's tries
 */
export async function sendWebhooks(
  url: string,
  webhooks: readonly ClosureWebhook[],
  random: RandomSource,
): Promise<Sent> {
  const sends = shuffled(
    webhooks.flatMap((webhook) => [webhook, ...repeatsOf(webhook, random)]),
    random,
  );
  let retries = 0;
  await bounded(sends, AT_ONCE, async (webhook) => {
    retries += await deliver(url, webhook);
  });
  return { sends: sends.length, retries };
}

function repeatsOf(webhook: ClosureWebhook, random: RandomSource): ClosureWebhook[] {
  return Array.from({ length: Math.floor(random() * 4) }, (_, repeat) =>
    random() < 0.5 ? webhook : { ...webhook, identifier: `${webhook.identifier}-${repeat}` },
  );
}

async function deliver(url: string, { identifier, signature, body }: ClosureWebhook): Promise<number> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-hub-signature': signature,
    'x-atlassian-webhook-identifier': identifier,
  };
  for (let retry = 0; ; retry += 1) {
    const status = await fetch(url, { method: 'POST', headers, body }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 'unreachable' as const,
    );
    if (status === 202) return retry;
    const isWorthARetry = status === 'unreachable' || status === 429 || status >= 500;
    if (!isWorthARetry || retry === RETRY_LIMIT) throw new Error(`webhook ${identifier} was answered with ${status}`);
    await wait(RETRY_AFTER_MS);
  }
}
