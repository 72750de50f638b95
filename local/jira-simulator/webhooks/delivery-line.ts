import { createTimers } from '../site/timers.ts';
import type { DeliveryAttempt, QueuedDelivery } from './delivery.ts';
import { postWebhook } from './post-webhook.ts';
import { createUnderWay } from './under-way.ts';

export type LineParts = {
  readonly secret: string;
  readonly clock: () => Date;
  readonly retryDelayMs: number;
  readonly timeoutMs: number;
  readonly deployment: 'Cloud' | 'Data Center';
};

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#retry-policy (Jira waits 5 to 15 minutes between) */
const retryLimit = 5;

function isWorthARetry(outcome: DeliveryAttempt['outcome']): boolean {
  if (typeof outcome === 'string') return outcome === 'unreachable';
  return [408, 409, 425, 429].includes(outcome) || outcome >= 500;
}

export type DeliveryLine = ReturnType<typeof createDeliveryLine>;

/**
 * Sends deliveries: first attempts to one address go out one after another, so that their order is the order of the
 * calls. A retry does not hold up what follows it, as in Jira.
 */
export function createDeliveryLine({ secret, clock, retryDelayMs, timeoutMs, deployment }: LineParts) {
  const attempts: DeliveryAttempt[] = [];
  const lastInLine = new Map<string, Promise<void>>();
  const timers = createTimers();
  const stopping = new AbortController();
  const underWay = createUnderWay();

  return {
    send,

    sendLater(delivery: QueuedDelivery, delayMs: number): void {
      underWay.begin();
      timers.after(delayMs, () => {
        send(delivery);
        underWay.end();
      });
    },

    /** Notes a delivery that is never sent. */
    lose(delivery: QueuedDelivery): void {
      note(delivery, 0, 'lost');
    },

    attempts(): DeliveryAttempt[] {
      return [...attempts];
    },

    /** Resolves when no delivery and no retry is under way. What a fault holds back does not count. */
    settled: underWay.settled,

    async stop(): Promise<void> {
      stopping.abort();
      timers.clear();
      await Promise.all(lastInLine.values());
      underWay.abandon();
    },
  };

  function send(delivery: QueuedDelivery): void {
    underWay.begin();
    const { url } = delivery.webhook;
    const turn = (lastInLine.get(url) ?? Promise.resolve()).then(() => attempt(delivery, 0));
    lastInLine.set(url, turn);
  }

  async function attempt(delivery: QueuedDelivery, retry: number): Promise<void> {
    if (stopping.signal.aborted) return;
    const outcome = await postWebhook(delivery, retry, {
      secret,
      timeoutMs,
      deployment,
      stopping: stopping.signal,
    });
    note(delivery, retry, outcome);
    if (deployment === 'Cloud' && isWorthARetry(outcome) && retry < retryLimit && !stopping.signal.aborted) {
      timers.after(retryDelayMs, () => void attempt(delivery, retry + 1));
    } else {
      underWay.end();
    }
  }

  function note(
    { identifier, webhook, message }: QueuedDelivery,
    retry: number,
    outcome: DeliveryAttempt['outcome'],
  ): void {
    const { webhookEvent, issueKey } = message;
    attempts.push({ identifier, webhookEvent, issueKey, url: webhook.url, retry, outcome, at: clock() });
  }
}
