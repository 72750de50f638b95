import { createHmac } from 'node:crypto';
import { createTimers } from '../site/timers.ts';
import type { WebhookFault } from './faults.ts';
import type { WebhookEventName, WebhookMessage } from './webhook-payload.ts';

export type RegisteredWebhook = {
  readonly url: string;
  /** Default: all of them. */
  readonly events?: readonly WebhookEventName[] | undefined;
  /** Default: the secret of the simulator. */
  readonly secret?: string | undefined;
};

/** One attempt to deliver, or the loss of a delivery. */
export type DeliveryAttempt = {
  readonly identifier: string;
  readonly webhookEvent: WebhookEventName;
  readonly issueKey: string;
  readonly url: string;
  /** 0 for the first attempt; then the number of the retry. */
  readonly retry: number;
  /** The status that the receiver answered, or why there is none. */
  readonly outcome: number | 'lost' | 'unreachable';
  readonly at: Date;
};

type Delivery = { readonly identifier: string; readonly webhook: RegisteredWebhook; readonly message: WebhookMessage };

type DeliveryParts = {
  readonly secret: string;
  readonly webhooks: readonly RegisteredWebhook[];
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly retryDelayMs: number;
  readonly timeoutMs: number;
  readonly strike: (webhookEvent: string) => WebhookFault | undefined;
};

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#retry-policy (Jira waits 5 to 15 minutes between) */
const retryLimit = 5;

function isWorthARetry(outcome: DeliveryAttempt['outcome']): boolean {
  if (typeof outcome === 'string') return outcome === 'unreachable';
  return [408, 409, 425, 429].includes(outcome) || outcome >= 500;
}

/**
 * Sends webhooks: first attempts to one address go out one after another, so that their order is the order of the
 * events unless a fault says otherwise. A retry does not hold up what follows it, as in Jira.
 */
export function createWebhookDelivery(parts: DeliveryParts) {
  const webhooks = [...parts.webhooks];
  const attempts: DeliveryAttempt[] = [];
  const lastInLine = new Map<string, Promise<void>>();
  const timers = createTimers();
  const stopping = new AbortController();
  const held: Delivery[] = [];
  const overtaken: Delivery[] = [];
  let underWay = 0;
  let waiting: (() => void)[] = [];

  return {
    register(webhook: RegisteredWebhook): void {
      webhooks.push(webhook);
    },

    unregister(url: string): void {
      const kept = webhooks.filter((webhook) => webhook.url !== url);
      webhooks.splice(0, webhooks.length, ...kept);
    },

    registered(): readonly RegisteredWebhook[] {
      return [...webhooks];
    },

    dispatch(message: WebhookMessage): void {
      for (const webhook of webhooks) {
        if (webhook.events !== undefined && !webhook.events.includes(message.webhookEvent)) continue;
        startDelivery({ identifier: parts.newId(), webhook, message });
      }
    },

    /** Sends what faults hold back. */
    release(): void {
      for (const delivery of [...held.splice(0), ...overtaken.splice(0)]) line(delivery);
    },

    attempts(): DeliveryAttempt[] {
      return [...attempts];
    },

    /** Resolves when no delivery and no retry is under way. What a fault holds back does not count. */
    settled(): Promise<void> {
      if (underWay === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },

    async stop(): Promise<void> {
      stopping.abort();
      timers.clear();
      await Promise.all(lastInLine.values());
      underWay = 0;
      wake();
    },
  };

  function startDelivery(delivery: Delivery): void {
    const fault = parts.strike(delivery.message.webhookEvent);
    switch (fault?.kind) {
      case undefined:
        line(delivery);
        break;
      case 'webhook-lost':
        note(delivery, 0, 'lost');
        return;
      case 'webhook-late':
        if (fault.delayMs === undefined) held.push(delivery);
        else {
          begin();
          timers.after(fault.delayMs, () => {
            line(delivery);
            end();
          });
        }
        return;
      case 'webhook-repeated':
        for (let copy = 0; copy <= fault.copies; copy += 1) line(delivery);
        break;
      case 'webhook-reordered':
        overtaken.push(delivery);
        return;
    }
    const isOvertakenHere = ({ webhook }: Delivery) => webhook.url === delivery.webhook.url;
    const next = overtaken.filter(isOvertakenHere);
    for (const each of next) {
      overtaken.splice(overtaken.indexOf(each), 1);
      line(each);
    }
  }

  function line(delivery: Delivery): void {
    begin();
    const { url } = delivery.webhook;
    const turn = (lastInLine.get(url) ?? Promise.resolve()).then(() => attempt(delivery, 0));
    lastInLine.set(url, turn);
  }

  async function attempt(delivery: Delivery, retry: number): Promise<void> {
    if (stopping.signal.aborted) return;
    const outcome = await post(delivery, retry);
    note(delivery, retry, outcome);
    if (isWorthARetry(outcome) && retry < retryLimit && !stopping.signal.aborted) {
      timers.after(parts.retryDelayMs, () => void attempt(delivery, retry + 1));
    } else {
      end();
    }
  }

  async function post({ identifier, webhook, message }: Delivery, retry: number): Promise<number | 'unreachable'> {
    const signature = createHmac('sha256', webhook.secret ?? parts.secret)
      .update(message.body)
      .digest('hex');
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(parts.timeoutMs)]),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Atlassian Webhook HTTP Client',
          'x-hub-signature': `sha256=${signature}`,
          'x-atlassian-webhook-identifier': identifier,
          'x-atlassian-webhook-flow': 'Primary',
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

  function note({ identifier, webhook, message }: Delivery, retry: number, outcome: DeliveryAttempt['outcome']): void {
    const { webhookEvent, issueKey } = message;
    attempts.push({ identifier, webhookEvent, issueKey, url: webhook.url, retry, outcome, at: parts.clock() });
  }

  function begin(): void {
    underWay += 1;
  }

  function end(): void {
    underWay -= 1;
    if (underWay === 0) wake();
  }

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }
}

export type WebhookDelivery = ReturnType<typeof createWebhookDelivery>;
