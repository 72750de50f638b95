import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { ServiceNowInstance } from '../../domain/ticket/servicenow-incidents.ts';
import type { HmacProof } from '../../proof/hmac-proof.ts';
import type { IncidentSource, Webhook } from '../source.ts';
import { changeIn, readChange } from './message.ts';

/** ServiceNow, incidents and security incidents: docs/sources/servicenow.md. Off while no instance is configured. */
export const serviceNowSource: IncidentSource<'servicenow'> = {
  name: 'servicenow',
  reaches: ({ incidents }) => {
    const instances = Object.entries(incidents.servicenow);
    if (instances.length === 0) return [];
    return [
      ...instances.map(([at, instance]) => ({ by: 'webhook' as const, at, webhook: webhookOf(instance) })),
      { by: 'poll' },
    ];
  },
  credentials: {
    description: 'The login of the ServiceNow user that Holdfast works as: replace both fields.',
    template: { username: 'replace-me' },
    generatedKey: 'password',
  },
  instances: ({ incidents }: HoldfastConfig) => Object.keys(incidents.servicenow),
};

/** The script signs anew for each attempt. */
const WINDOW_MS = 300_000;

const webhookOf = (instance: ServiceNowInstance): Webhook => ({
  secretFor: `The secret with which the script on ${instance.site} signs. Enter it there as holdfast.webhook.secret.`,
  proof: SERVICENOW_PROOF,
  windowMs: WINDOW_MS,
  identityIn: changeIn,
  read: (body, receivedAt) => readChange(body, receivedAt, instance),
});

/** GlideCertificateEncryption answers Base64: docs/sources/servicenow/send-change.js. */
const SERVICENOW_PROOF: HmacProof = {
  header: 'x-holdfast-signature',
  prefix: '',
  encoding: 'base64',
  timestampHeader: 'x-holdfast-timestamp',
  signed: ['timestamp', '.', 'body'],
};
