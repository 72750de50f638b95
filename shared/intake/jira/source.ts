import { createHash } from 'node:crypto';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { accountIdsAdded } from '../../jira/data-center/people.ts';
import type { HmacProof } from '../../proof/hmac-proof.ts';
import type { IncidentSource, Webhook } from '../source.ts';
import { configOfSender } from './site-of-webhook.ts';
import { readJiraWebhook } from './webhook.ts';

/** Jira, Cloud and Data Center: docs/sources/jira.md. Its webhook tells of the tickets of fixes, too, so it is there in any configuration. */
export const jiraSource: IncidentSource<'jira'> = {
  name: 'jira',
  reaches: (config) => [
    { by: 'webhook', webhook: jiraWebhook(config) },
    ...(config.incidents.jira.projects.length === 0 ? [] : [{ by: 'poll' as const }]),
  ],
  credentials: {
    description:
      'The login of the Jira account that Holdfast works as: replace both fields by email and apiToken, clientId and ' +
      'clientSecret (OAuth 2.0), or personalAccessToken (Data Center).',
    template: { email: 'replace-me@example.com' },
    generatedKey: 'apiToken',
  },
};

function jiraWebhook(config: HoldfastConfig): Webhook {
  return {
    secretFor: 'The secret of the webhook that calls Holdfast. Enter it in Jira.',
    proof: JIRA_PROOF,
    // Stable over Jira's own retries. Without the header the body is the identity: a retry sends the same bytes.
    deliveryId: ({ headers, body }) =>
      headers['x-atlassian-webhook-identifier'] ?? createHash('sha256').update(body).digest('hex'),
    read: (body) => {
      const sender = configOfSender(body, config);
      if (sender === undefined) return { ignored: 'UnknownSite' };
      const isOfDataCenter = sender.jira.deployment === 'Data Center';
      return readJiraWebhook(isOfDataCenter ? accountIdsAdded(body) : body, sender);
    },
  };
}

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks */
const JIRA_PROOF: HmacProof = { header: 'x-hub-signature', prefix: 'sha256=', encoding: 'hex', signed: ['body'] };
