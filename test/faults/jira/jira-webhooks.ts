import { createHmac } from 'node:crypto';
import type { WebhookMessage } from '../../../local/jira-simulator/webhooks/webhook-payload.ts';
import { SIMULATION_WEBHOOK_SECRET } from '../aws/function-code.ts';
import type { InvocationOutcome, Weather } from '../aws/invocation.ts';

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#retry-policy */
const RETRIES = 5;
const RETRY_MS = { shortest: 300_000, longest: 900_000 };
const DELAY_MS = 5_000;
const LATE_MS = 1_800_000;

type Parts = {
  readonly weather: Weather;
  /** Calls the function behind the route, as API Gateway does. */
  readonly post: (event: unknown, done: (outcome: InvocationOutcome) => void, isSpared: boolean) => void;
  /** True when something else finds what this webhook tells. */
  readonly mayBeLost: (message: WebhookMessage) => boolean;
};

/** Jira's side of the webhooks: signed, in any order, repeated with the same identifier until an answer comes, or lost. */
export function createJiraWebhooks({ weather: { timeline, random, plan, trace }, post, mayBeLost }: Parts) {
  let told = 0;

  function attempt(id: string, message: WebhookMessage, retry: number): void {
    const isLast = retry >= RETRIES;
    const signature = createHmac('sha256', SIMULATION_WEBHOOK_SECRET).update(message.body).digest('hex');
    const event = {
      rawPath: '/webhooks/jira',
      headers: { 'x-hub-signature': `sha256=${signature}`, 'x-atlassian-webhook-identifier': id },
      body: message.body,
      isBase64Encoded: false,
    };
    const done = (outcome: InvocationOutcome) => {
      const status = 'value' in outcome ? Number(Object(outcome.value).statusCode) : 502;
      if (status < 500 || isLast) return;
      timeline.after(random.integer(RETRY_MS.shortest, RETRY_MS.longest), () => attempt(id, message, retry + 1));
    };
    // A delivery that must not be lost gets through at last; before that, anything may happen to it.
    post(event, done, isLast && !mayBeLost(message));
  }

  return {
    tell(message: WebhookMessage): void {
      told += 1;
      const id = `webhook-${told}`;
      const who = `Jira ${id}`;
      trace.note(who, `tells ${message.webhookEvent} of ${message.issueKey}`);
      if (mayBeLost(message) && (plan.strikes('webhook lost') || plan.isDown('webhooks'))) {
        trace.note(who, `tells ${message.webhookEvent} of ${message.issueKey}`, 'webhook lost');
        return;
      }
      const copies = plan.strikes('delivered twice') ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const delayMs = plan.strikes('delivered late') ? random.integer(0, LATE_MS) : random.mostlyShort(DELAY_MS);
        timeline.after(delayMs, () => attempt(id, message, 0));
      }
    },
  };
}
