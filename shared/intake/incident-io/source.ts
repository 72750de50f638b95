import type { HmacProof } from '../../proof/hmac-proof.ts';
import type { IncidentSource, Reach } from '../source.ts';
import { readIncidentIoWebhook } from './message.ts';

/** incident.io, an endpoint for each organisation: docs/sources/incident-io.md. */
export const incidentIoSource: IncidentSource<'incident-io'> = {
  name: 'incident-io',
  reaches: ({ incidents }) => {
    const webhooks = Object.entries(incidents['incident-io']).map(
      ([at, organisation]): Reach => ({
        by: 'webhook',
        at,
        webhook: {
          secretFor: 'The signing secret of the webhook endpoint in incident.io, whsec_…: put it in here as `secret`.',
          proof: STANDARD_WEBHOOKS_PROOF,
          windowMs: WINDOW_MS,
          identityIn: (_message, signedId) => signedId,
          read: (body, receivedAt) => readIncidentIoWebhook(body, receivedAt, organisation),
        },
      }),
    );
    return webhooks.length === 0 ? [] : [...webhooks, { by: 'poll' }];
  },
  instances: ({ incidents }) => Object.keys(incidents['incident-io']),
  credentials: {
    description: 'The API key with which Holdfast reads the incidents of the organisation in incident.io.',
    template: {},
    generatedKey: 'apiKey',
  },
};

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const STANDARD_WEBHOOKS_PROOF: HmacProof = {
  header: 'webhook-signature',
  prefix: 'v1,',
  separator: ' ',
  encoding: 'base64',
  hasEncodedSecret: true,
  signed: ['id', '.', 'timestamp', '.', 'body'],
  timestampHeader: 'webhook-timestamp',
  idHeader: 'webhook-id',
};

/** Each attempt is signed with its own time. */
const WINDOW_MS = 300_000;
