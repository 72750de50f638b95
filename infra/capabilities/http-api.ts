import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';
import { alarmPeriod } from './alarms.ts';

type Throttle = { readonly rateLimit: number; readonly burstLimit: number };

/** The one door from outside: an HTTP API with access logs, a rate limit on every route, and an alarm on its own failures. */
export class HttpApi extends Construct {
  readonly api: apigatewayv2.HttpApi;
  /** With a slash at its end. */
  readonly url: string;
  /** Of the pages that it serves, as browsers name it. */
  readonly origin: string;
  private readonly stage: apigatewayv2.CfnStage;

  constructor(scope: Construct, id: string, { foundation }: { foundation: Foundation }) {
    super(scope, id);
    const { config, alarms } = foundation;
    this.api = new apigatewayv2.HttpApi(this, 'Api', {
      description: 'Holdfast: webhooks in, records for people, signals from machines',
      createDefaultStage: false,
    });
    const accessLog = new logs.LogGroup(this, 'AccessLog', {
      retention: config.operations.logRetentionDays,
      removalPolicy: removalPolicyOf(config),
    });
    const stage = new apigatewayv2.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Far above what a security team and its ticketing systems send, far below what would empty a budget.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new apigatewayv2.LogGroupLogDestination(accessLog), format: accessLogFormat },
    });
    // No `defaultChild` has a type of its own.
    this.stage = cfnStageOf(stage);
    this.url = config.api.address === undefined ? stage.url : `${config.api.address}/`;
    this.origin = config.api.address ?? this.api.apiEndpoint;
    alarms.watch(this, 'ServerErrors', {
      metric: this.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      description: `The API answered 5xx. Its access log is ${accessLog.logGroupName}: docs/runbooks/api-errors.md.`,
    });
  }

  /**
   * Gives routes a limit of their own, in place of that of all. The stage names them, and so has to be made after them.
   *
   * @param routes such as `GET /search`
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
   */
  limit(routes: readonly apigatewayv2.HttpRoute[], keys: readonly string[], { rateLimit, burstLimit }: Throttle): void {
    const settings = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
    this.stage.routeSettings = {
      ...this.stage.routeSettings,
      ...Object.fromEntries(keys.map((key) => [key, settings])),
    };
    for (const route of routes) this.stage.node.addDependency(route);
  }
}

const cfnStageOf = ({ node: { defaultChild } }: apigatewayv2.HttpStage): apigatewayv2.CfnStage => {
  if (defaultChild instanceof apigatewayv2.CfnStage) return defaultChild;
  throw new Error('a stage of an HTTP API has no resource of its own: aws-cdk-lib has changed');
};

/** Access log: caller, request, outcome. No query strings, no bodies, no tokens. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTime',
    requestId: '$context.requestId',
    sourceIp: '$context.identity.sourceIp',
    subject: '$context.authorizer.claims.sub',
    route: '$context.routeKey',
    path: '$context.path',
    status: '$context.status',
    responseBytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    authorizerError: '$context.authorizer.error',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** API Gateway gives up after 30 seconds and the caller long before: a slower answer helps nobody. */
export const requestTimeout = Duration.seconds(15);
