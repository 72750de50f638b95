import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

const ON: HoldfastConfigInput = {
  incidents: {
    'holdfast-json': { sites: ['tickets.example.com'] },
    servicenow: { acme: { site: 'acme.service-now.com' } },
  },
};
const off = templateOf();
const on = templateOf(ON);

const Statements = z.array(z.object({ Action: z.unknown(), Resource: z.unknown() }));

/** Secrets that another system has, too. That of the session nobody has but its function. */
const sharedSecrets = (template: typeof off) =>
  resourcesOf(template, 'AWS::SecretsManager::Secret').filter(([id]) => !id.startsWith('SignInSession'));

/** Resources of the stack for the sources of incidents. */
function derived(template: typeof off) {
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
  const secrets = sharedSecrets(template);
  const nameOf = new Map(secrets.map(([id, { Properties }]) => [id, Properties.Name]));
  const [receiver] = resourcesOf(template, 'AWS::Lambda::Function').filter(([id]) => id.includes('ReceiveWebhook'));
  const variables = Object(Object(receiver?.[1].Properties.Environment).Variables);
  const readable = resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([id]) => id.includes('ReceiveWebhook'))
    .flatMap(([, { Properties }]) => Statements.parse(Object(Properties.PolicyDocument).Statement))
    .filter(({ Action }) => Action === 'secretsmanager:GetSecretValue')
    .flatMap(({ Resource }) => referencesIn(Resource).map((id) => nameOf.get(id)));
  return {
    routes: routes.filter((key) => String(key).includes('/webhooks/')).toSorted(),
    secrets: [...nameOf.values()].toSorted(),
    readable: readable.toSorted(),
    variables: Object.keys(variables)
      .filter((name) => name.endsWith('_SECRET_ARN'))
      .toSorted(),
    outputs: Object.keys(template.findOutputs('*'))
      .filter((name) => name.includes('Webhook'))
      .toSorted(),
  };
}

describe('the stack has for the sources of incidents', () => {
  it('a route, a secret and the right to read it for each that sends webhooks', () => {
    expect(derived(on)).toEqual({
      routes: ['POST /webhooks/holdfast-json', 'POST /webhooks/jira', 'POST /webhooks/servicenow/acme'],
      secrets: [
        ...['Holdfast/holdfast-json-webhook', 'Holdfast/jira-api', 'Holdfast/jira-webhook'],
        ...['Holdfast/servicenow-acme-api', 'Holdfast/servicenow-acme-webhook'],
      ],
      readable: ['Holdfast/holdfast-json-webhook', 'Holdfast/jira-webhook', 'Holdfast/servicenow-acme-webhook'],
      variables: [
        ...['HOLDFAST_JSON_WEBHOOK_SECRET_ARN', 'JIRA_WEBHOOK_SECRET_ARN'],
        'SERVICENOW_ACME_WEBHOOK_SECRET_ARN',
      ],
      outputs: [
        ...['HoldfastJsonWebhookSecretArn', 'HoldfastJsonWebhookUrl', 'JiraWebhookSecretArn'],
        ...['ServicenowAcmeWebhookSecretArn', 'ServicenowAcmeWebhookUrl', 'WebhookUrl'],
      ],
    });
  });

  it('nothing for one that the configuration does not use', () => {
    expect(derived(off)).toEqual({
      routes: ['POST /webhooks/jira'],
      secrets: ['Holdfast/jira-api', 'Holdfast/jira-webhook'],
      readable: ['Holdfast/jira-webhook'],
      variables: ['JIRA_WEBHOOK_SECRET_ARN'],
      outputs: ['JiraWebhookSecretArn', 'WebhookUrl'],
    });
  });

  it('the same names for the secrets of Jira as before there were other sources', () => {
    const ids = sharedSecrets(off).map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(ids.toSorted()).toEqual(['JiraSecretsApiSecret', 'JiraSecretsWebhookSecret']);
  });
});
