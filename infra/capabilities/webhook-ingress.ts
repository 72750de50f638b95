import { Duration } from 'aws-cdk-lib';
import { HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { secretVariable } from '../../shared/intake/source-secret.ts';
import { constructName } from '../building-blocks/construct-name.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import type { GeneratedSecret } from '../building-blocks/generated-secret.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { countOf } from './alarms.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';
import type { RecordTable } from './record-table.ts';
import type { SourceSecrets } from './source-secrets.ts';

interface WebhookIngressProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  readonly recordTable: RecordTable;
  /** Sources in use: each of their webhooks gets a route. */
  readonly sources: readonly SourceSecrets[];
}

/** A webhook as an operator enters it in the system that sends it. */
export interface WebhookAddress {
  /** What stands behind `/webhooks/`. */
  readonly path: string;
  readonly url: string;
  readonly secret: GeneratedSecret;
}

/** Takes what ticketing systems send. It proves the sender, keeps the fact, and answers; all work happens later. */
export class WebhookIngress extends Construct {
  readonly receiveWebhook: HoldfastFunction;
  readonly webhooks: readonly WebhookAddress[];

  constructor(scope: Construct, id: string, { foundation, httpApi, recordTable, sources }: WebhookIngressProps) {
    super(scope, id);
    this.webhooks = sources.flatMap(({ webhooks }) =>
      webhooks.map(({ path, secret }) => ({ path, url: `${httpApi.url}webhooks/${path}`, secret })),
    );
    this.receiveWebhook = new HoldfastFunction(this, 'ReceiveWebhook', {
      foundation,
      name: 'receive-webhook',
      description: 'Verifies a webhook and keeps what it says.',
      environment: {
        TABLE_NAME: recordTable.table.tableName,
        ...Object.fromEntries(this.webhooks.map(({ path, secret }) => [secretVariable(path, 'WEBHOOK'), secret.arn])),
      },
      timeout: requestTimeout,
    });
    recordTable.grant(this.receiveWebhook, 'GetItem', 'PutItem');
    foundation.alarms.watch(this, 'KeptAside', {
      metric: countOf('WebhookKeptAside'),
      description:
        'A signed webhook was answered with 202 and not taken in: it cannot be read, is too large, or was signed at another time. ' +
        '`holdfast quarantine` says which. Runbook: docs/runbooks/webhooks.md',
    });
    const integration = new HttpLambdaIntegration('ReceiveWebhook', this.receiveWebhook.lambda);
    for (const { path, secret } of this.webhooks) {
      secret.grantRead(this.receiveWebhook);
      this.watchRefusals(foundation, path);
      const routes = httpApi.api.addRoutes({
        path: `/webhooks/${path}`,
        methods: [HttpMethod.POST],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
      for (const route of routes) {
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Ticketing systems cannot fetch tokens. They sign the body (HMAC), or send a secret; the function checks it first.',
        );
      }
    }
  }

  /**
   * Senders know the form of the proof and not the secret. One is counted for each proven delivery and nought for each with a wrong secret: all of a
   * quarter of an hour is refused where nought was the most, and one of several senders at a door where some are refused for an hour.
   */
  private watchRefusals({ alarms }: Foundation, path: string): void {
    alarms.watchMissing(this, `${constructName(path)}Refused`, {
      metric: countOf(`WebhookProven.${path}`).with({ period: Duration.minutes(15), statistic: 'Maximum' }),
      periods: 1,
      // A source that says nothing is not refused.
      withoutData: TreatMissingData.NOT_BREACHING,
      description:
        `Every signed delivery to /webhooks/${path} is refused with 401: the secret was changed on one side only, or a stranger ` +
        'tries the door. Runbook: docs/runbooks/webhooks.md',
    });
    alarms.watch(this, `${constructName(path)}RefusedBesideOthers`, {
      metric: countOf(`WebhookUnproven.${path}`).with({ period: Duration.minutes(15) }),
      periods: 4,
      description:
        `In each quarter of an hour, signed deliveries to /webhooks/${path} are refused, whatever becomes of others: one of several senders ` +
        'has another secret, or a stranger tries the door. Runbook: docs/runbooks/webhooks.md',
    });
  }
}
