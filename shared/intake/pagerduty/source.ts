import { Duration, durationMs } from '../../domain/words/duration.ts';
import type { HmacProof } from '../../proof/hmac-proof.ts';
import type { IncidentSource, Reach } from '../source.ts';
import { nameOfPagerDutyEvent, pagerDutyEventAtMs, readPagerDutyWebhook } from './message.ts';

/** PagerDuty, an endpoint for each account: docs/sources/pagerduty.md. */
export const pagerDutySource: IncidentSource<'pagerduty'> = {
  name: 'pagerduty',
  reaches: ({ incidents, operations }) => {
    const windowMs = Math.min(durationMs(LONGEST_WINDOW), durationMs(operations.inboxRetention) / 2);
    const webhooks = Object.entries(incidents.pagerduty).map(
      ([at, account]): Reach => ({
        by: 'webhook',
        at,
        webhook: {
          secretFor:
            'The secret of the webhook subscription that calls Holdfast: PagerDuty shows it once, when the subscription is made. Put it ' +
            'in here as `secret`.',
          proof: PAGERDUTY_PROOF,
          windowMs,
          sentAtMs: pagerDutyEventAtMs,
          identityIn: nameOfPagerDutyEvent,
          read: (body, receivedAt) => readPagerDutyWebhook(body, receivedAt, account),
        },
      }),
    );
    return webhooks.length === 0 ? [] : [...webhooks, { by: 'poll' }];
  },
  instances: ({ incidents }) => Object.keys(incidents.pagerduty),
  credentials: {
    description: 'The REST API key with which Holdfast reads the incidents of the PagerDuty account, and writes notes.',
    template: {},
    generatedKey: 'apiToken',
  },
};

/** While its secret is being changed, PagerDuty signs with both: https://developer.pagerduty.com/docs/webhook-signatures */
const PAGERDUTY_PROOF: HmacProof = {
  header: 'x-pagerduty-signature',
  prefix: 'v1=',
  separator: ',',
  encoding: 'hex',
  signed: ['body'],
};

/**
 * The time is that of the event, and a delivery is repeated for up to two days: https://developer.pagerduty.com/docs/webhooks-behavior.
 * The sweep has found what comes later.
 */
const LONGEST_WINDOW = Duration.parse('P3D');
