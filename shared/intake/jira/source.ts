import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { Duration, durationMs } from '../../domain/words/duration.ts';
import { accountIdsAdded } from '../../jira/data-center/people.ts';
import type { HmacProof } from '../../proof/hmac-proof.ts';
import type { IncidentSource, Webhook } from '../source.ts';
import { hintOfChange } from './hint-of-change.ts';
import { configOfSender } from './site-of-webhook.ts';
import { readJiraWebhook } from './webhook.ts';

/** Jira, Cloud and Data Center: docs/sources/jira.md. Its webhook tells of the tickets of fixes, too, so it is there in any configuration. */
export const jiraSource: IncidentSource<'jira'> = {
  name: 'jira',
  reaches: (config) => [
    { by: 'webhook', webhook: jiraWebhook(config) },
    ...(config.incidents.jira.takesStaticSecret
      ? [{ by: 'webhook' as const, at: 'automation', webhook: automation(config) }]
      : []),
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
    windowMs: Math.min(durationMs(LONGEST_WINDOW), durationMs(config.operations.inboxRetention) / 2),
    sentAtMs: (message) => Sent.safeParse(message).data?.timestamp,
    identityIn,
    read: (body, receivedAt) => {
      if (!Event.safeParse(body).success && Transition.safeParse(body).success)
        return hintOfChange(body, config, receivedAt);
      const sender = configOfSender(body, config);
      if (sender === undefined) return { ignored: 'UnknownSite' };
      const isOfDataCenter = sender.jira.deployment === 'Data Center';
      return readJiraWebhook(isOfDataCenter ? accountIdsAdded(body) : body, sender);
    },
  };
}

const Event = z.object({ webhookEvent: z.string() });

/** A post function of Data Center tells a transition that is under way, with the issue as it was before. */
const Transition = z.object({ transition: z.object({}) });

/** Rules of Jira Automation, and webhooks of Data Center, that cannot sign: what they say is a reason to look, and no more. */
const automation = (config: HoldfastConfig): Webhook => ({
  secretFor:
    'The secret that rules of Jira Automation send along, as a bearer token, when they call Holdfast. Enter it in each rule.',
  proof: { header: 'authorization', scheme: 'Bearer or Basic' },
  windowMs: 0,
  identityIn: () => undefined,
  isNeverRepetition: true,
  read: (body, receivedAt) => hintOfChange(body, config, receivedAt),
});

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks */
const JIRA_PROOF: HmacProof = { header: 'x-hub-signature', prefix: 'sha256=', encoding: 'hex', signed: ['body'] };

/**
 * Jira signs once and repeats for half an hour; whoever was down for longer may be late by a day. The sweep has found what comes later.
 * https://community.developer.atlassian.com/t/new-jira-cloud-webhook-retry-policy/30554
 */
const LONGEST_WINDOW = Duration.parse('P2D');

const Sent = z.object({ timestamp: z.number() });

const Changed = z.object({
  webhookEvent: z.string(),
  issue: z.object({ self: z.string(), id: z.string() }),
  /** A number that JavaScript rounds would be that of several changes. */
  changelog: z.object({ id: z.union([z.string(), z.int()]).transform(String) }),
});

/** A change has an id of its own on its site. What changes nothing has none: a repetition has the same bytes. */
function identityIn(message: unknown): string | undefined {
  const { data } = Changed.safeParse(message);
  return data && JSON.stringify([data.issue.self, data.issue.id, data.webhookEvent, data.changelog.id]);
}
