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

  it('all of these for each instance of a system that has several', () => {
    const pagerduty = { acme: { site: 'acme.pagerduty.com' }, 'acme-eu': { site: 'acme.eu.pagerduty.com' } };
    const { routes, secrets, variables, outputs } = derived(templateOf({ incidents: { pagerduty } }));
    expect({ routes, secrets, variables, outputs }).toEqual({
      routes: ['POST /webhooks/jira', 'POST /webhooks/pagerduty/acme', 'POST /webhooks/pagerduty/acme-eu'],
      secrets: [
        ...['Holdfast/jira-api', 'Holdfast/jira-webhook', 'Holdfast/pagerduty-acme-api'],
        ...['Holdfast/pagerduty-acme-eu-api', 'Holdfast/pagerduty-acme-eu-webhook', 'Holdfast/pagerduty-acme-webhook'],
      ],
      variables: [
        ...['JIRA_WEBHOOK_SECRET_ARN', 'PAGERDUTY_ACME_EU_WEBHOOK_SECRET_ARN'],
        'PAGERDUTY_ACME_WEBHOOK_SECRET_ARN',
      ],
      outputs: [
        ...['JiraWebhookSecretArn', 'PagerdutyAcmeEuWebhookSecretArn', 'PagerdutyAcmeEuWebhookUrl'],
        ...['PagerdutyAcmeWebhookSecretArn', 'PagerdutyAcmeWebhookUrl', 'WebhookUrl'],
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

  it('a route and a secret for each endpoint of a source, and lets other accounts put its events on the bus', () => {
    const bus = { source: 'com.example.tickets', accounts: ['111122223333', '444455556666'] };
    const incidents = { 'holdfast-json': { sites: ['tickets.example.com'], takesStaticSecret: true, bus } };
    const template = templateOf({ incidents });
    expect(derived(template)).toMatchObject({
      routes: ['POST /webhooks/holdfast-json', 'POST /webhooks/holdfast-json/static', 'POST /webhooks/jira'],
      readable: ['Holdfast/holdfast-json-static-webhook', 'Holdfast/holdfast-json-webhook', 'Holdfast/jira-webhook'],
      variables: [
        'HOLDFAST_JSON_STATIC_WEBHOOK_SECRET_ARN',
        'HOLDFAST_JSON_WEBHOOK_SECRET_ARN',
        'JIRA_WEBHOOK_SECRET_ARN',
      ],
    });
    const policies = resourcesOf(template, 'AWS::Events::EventBusPolicy').map(([, { Properties }]) => Properties);
    expect(policies).toMatchObject(
      bus.accounts.map((account) => ({
        StatementId: `Holdfast-HoldfastJsonFrom${account}`,
        Statement: {
          Principal: { AWS: { 'Fn::Join': ['', expect.arrayContaining([`:iam::${account}:root`])] } },
          Action: 'events:PutEvents',
          Condition: { StringEquals: { 'events:source': bus.source, 'events:detail-type': ['Holdfast Incident'] } },
        },
      })),
    );
    const [rule] = resourcesOf(template, 'AWS::Events::Rule').filter(([id]) => id.includes('HoldfastJsonRule'));
    expect(rule?.[1].Properties.EventPattern).toEqual({
      source: [bus.source],
      'detail-type': ['Holdfast Incident'],
      account: [{ Ref: 'AWS::AccountId' }, ...bus.accounts],
    });
  });

  it('the same names for the secrets of Jira as before there were other sources', () => {
    const ids = sharedSecrets(off).map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(ids.toSorted()).toEqual(['JiraSecretsApiSecret', 'JiraSecretsWebhookSecret']);
  });
});
