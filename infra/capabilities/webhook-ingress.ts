import { HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';
import type { JiraSecrets } from './jira-secrets.ts';
import type { RecordStore } from './record-store.ts';

interface WebhookIngressProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  readonly recordStore: RecordStore;
  readonly secrets: JiraSecrets;
}

/** Takes what ticketing systems send. It proves the sender, keeps the fact, and answers; all work happens later. */
export class WebhookIngress extends Construct {
  readonly receiveWebhook: HoldfastFunction;
  readonly jiraUrl: string;

  constructor(scope: Construct, id: string, { foundation, httpApi, recordStore, secrets }: WebhookIngressProps) {
    super(scope, id);
    this.receiveWebhook = new HoldfastFunction(this, 'ReceiveWebhook', {
      foundation,
      name: 'receive-webhook',
      description: 'Verifies a webhook and keeps what it says.',
      environment: {
        TABLE_NAME: recordStore.table.tableName,
        JIRA_WEBHOOK_SECRET_ARN: secrets.webhook.arn,
      },
      timeout: requestTimeout,
    });
    recordStore.grant(this.receiveWebhook, 'PutItem');
    secrets.webhook.grantRead(this.receiveWebhook);

    const [route] = httpApi.api.addRoutes({
      path: '/webhooks/{source}',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('ReceiveWebhook', this.receiveWebhook.lambda),
      authorizer: new HttpNoneAuthorizer(),
    });
    if (route) {
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'Ticketing systems cannot fetch tokens. They sign the body (HMAC); the function checks it first.',
      );
    }
    this.jiraUrl = `${httpApi.url}webhooks/jira`;
  }
}
