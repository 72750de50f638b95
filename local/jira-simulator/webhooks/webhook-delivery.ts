import { withoutMembers } from '../api/changed-members.ts';
import type { QueuedDelivery, RegisteredWebhook } from './delivery.ts';
import { createDeliveryLine, type DeliveryLine, type LineParts } from './delivery-line.ts';
import type { WebhookFault } from './faults.ts';
import type { WebhookMessage } from './webhook-payload.ts';

type Strike = (webhookEvent: string) => WebhookFault | undefined;

type DeliveryParts = LineParts & {
  readonly webhooks: readonly RegisteredWebhook[];
  readonly newId: () => string;
  readonly strike: Strike;
};

/** Sends webhooks to everybody who is registered, in the order of the events unless a fault says otherwise. */
export function createWebhookDelivery(parts: DeliveryParts) {
  const webhooks = [...parts.webhooks];
  const line = createDeliveryLine(parts);
  const { start, release } = createFaultyStart(line, parts.strike);

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

    /** @param isFound whether a search for this JQL would find the issue that the message tells of */
    dispatch(message: WebhookMessage, isFound: (jql: string) => boolean): void {
      for (const webhook of webhooks) {
        if (webhook.jql !== undefined && !isFound(webhook.jql)) continue;
        if (webhook.events !== undefined && !webhook.events.includes(message.webhookEvent)) continue;
        start({ identifier: parts.newId(), webhook, message });
      }
    },

    release,
    attempts: line.attempts,
    settled: line.settled,
    stop: line.stop,
  };
}

export type WebhookDelivery = ReturnType<typeof createWebhookDelivery>;

/** Puts deliveries in line, or does to them what a fault says. */
function createFaultyStart(line: DeliveryLine, strike: Strike) {
  const held: QueuedDelivery[] = [];
  const overtaken: QueuedDelivery[] = [];

  return {
    start,

    /** Sends what faults hold back. */
    release(): void {
      for (const delivery of [...held.splice(0), ...overtaken.splice(0)]) line.send(delivery);
    },
  };

  function start(delivery: QueuedDelivery): void {
    const fault = strike(delivery.message.webhookEvent);
    switch (fault?.kind) {
      case undefined:
        line.send(delivery);
        break;
      case 'webhook-lost':
        line.lose(delivery);
        return;
      case 'webhook-late':
        if (fault.delayMs === undefined) held.push({ ...delivery, flow: fault.flow });
        else line.sendLater({ ...delivery, flow: fault.flow }, fault.delayMs);
        return;
      case 'webhook-repeated':
        for (let copy = 0; copy <= fault.copies; copy += 1) line.send(delivery);
        break;
      case 'webhook-unsigned':
        line.send({ ...delivery, isUnsigned: true });
        break;
      case 'webhook-member-absent':
        line.send({ ...delivery, message: lessThan(delivery.message, fault.members) });
        break;
      case 'webhook-reordered':
        overtaken.push(delivery);
        return;
    }
    const isOvertakenHere = ({ webhook }: QueuedDelivery) => webhook.url === delivery.webhook.url;
    const next = overtaken.filter(isOvertakenHere);
    for (const each of next) {
      overtaken.splice(overtaken.indexOf(each), 1);
      line.send(each);
    }
  }
}

/** The signature is made later, of the body as it then is. */
function lessThan(message: WebhookMessage, members: readonly string[]): WebhookMessage {
  return { ...message, body: JSON.stringify(withoutMembers(JSON.parse(message.body), members, 'absent')) };
}
