import type { WebhookEventName, WebhookMessage } from './webhook-payload.ts';

export type RegisteredWebhook = {
  readonly url: string;
  /** Default: all of them. */
  readonly events?: readonly WebhookEventName[] | undefined;
  /** Filter, asked of the issue as it is after the event: what leaves the filter is not told. Default: every issue. */
  readonly jql?: string | undefined;
  /** Default: the secret of the simulator. */
  readonly secret?: string | undefined;
  /** False where the administrator gave it no secret. Default true. */
  readonly isSigned?: boolean | undefined;
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

export type QueuedDelivery = {
  readonly identifier: string;
  readonly webhook: RegisteredWebhook;
  readonly message: WebhookMessage;
  readonly isUnsigned?: boolean;
  readonly flow?: 'Primary' | 'Secondary';
};
