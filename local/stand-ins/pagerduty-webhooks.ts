import { createHmac } from 'node:crypto';

/** Attempts, the consecutive drops after which a subscription is off, and for how long: docs/webhooks/02-Behavior.md */
const ATTEMPTS = 5;
const DROPS = 3;
const OFF_MS = 86_400_000;

type Sending = {
  readonly now: () => Date;
  readonly secrets: readonly string[];
  readonly deliver: (body: string, headers: Readonly<Record<string, string>>) => Promise<number>;
};

/** The webhook subscription of an account, which sends what happens to its incidents. */
export function pagerDutyWebhooks({ now, secrets, deliver }: Sending) {
  const subscription = {
    url: 'https://holdfast.example.com/webhooks/pagerduty/acme',
    events: ['incident.resolved', 'incident.reopened', 'incident.annotated', 'incident.acknowledged'],
    isActive: true,
    offUntilMs: 0,
  };
  const sent: { body: string; headers: Record<string, string> }[] = [];
  let isLosing = false;
  let drops = 0;
  let number = 0;

  async function send(eventType: string, agent: object | null, data: object): Promise<void> {
    const at = now();
    if (!subscription.isActive || at.getTime() < subscription.offUntilMs) return;
    if (!subscription.events.includes(eventType) || isLosing) return;
    number += 1;
    const event = {
      id: `01EVENT${String(number).padStart(19, '0')}`,
      event_type: eventType,
      resource_type: 'incident',
      occurred_at: at.toISOString(),
      ...{ agent, client: null, data },
    };
    const body = JSON.stringify({ event });
    const signatures = secrets.map((secret) => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const headers = {
        'content-type': 'application/json',
        'x-pagerduty-signature': signatures.join(','),
        'x-webhook-id': `${number}-${attempt}`,
      };
      sent.push({ body, headers });
      const status = await deliver(body, headers);
      if (status >= 200 && status < 300) {
        drops = 0;
        return;
      }
      if (status < 500 && status !== 429) break;
    }
    drops += 1;
    if (drops >= DROPS) subscription.offUntilMs = at.getTime() + OFF_MS;
  }

  return {
    send,
    subscription,
    sent,
    lose: (losing: boolean) => {
      isLosing = losing;
    },
    isOff: (): boolean => now().getTime() < subscription.offUntilMs,
  };
}
export type PagerDutyWebhooks = ReturnType<typeof pagerDutyWebhooks>;
