import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../../runtime/function-names.ts';
import { EXPENSIVE_READS } from '../../../shared/api/limits/expensive-reads.ts';
import { resourcesOf, synthesize, templateOf } from './synthesized.ts';

const template = templateOf();

describe('the stack', () => {
  it('has no finding of the AWS Solutions rules that nobody acknowledged', () => {
    expect(new AwsSolutionsChecks().validateScope(synthesize().app).violations).toEqual([]);
  });

  it('names what scripts and tests look up', () => {
    expect(Object.keys(template.findOutputs('*')).toSorted()).toEqual([
      'AnchorBucketName',
      'AnchorChainsDeadLetterQueueUrl',
      'AnchorChainsFunctionName',
      'ApiId',
      'ApiUrl',
      'AskSourceDeadLetterQueueUrl',
      'AskSourceQueueUrl',
      'AuditTicketsDeadLetterQueueUrl',
      'AuditTicketsFunctionName',
      'ClosePostMortemDeadLetterQueueUrl',
      'ClosePostMortemQueueUrl',
      'CommandLineClientId',
      'ConsoleUrl',
      'CreateRemediationDeadLetterQueueUrl',
      'CreateRemediationQueueUrl',
      'DoctorDeadLetterQueueUrl',
      'DoctorFunctionName',
      'EventBusName',
      'EvidenceBucketName',
      'JiraApiSecretArn',
      'JiraWebhookSecretArn',
      'JudgeDueRemediationDeadLetterQueueUrl',
      'JudgeDueRemediationQueueUrl',
      'JudgeRemediationDeadLetterQueueUrl',
      'JudgeRemediationQueueUrl',
      'KeepListsDeadLetterQueueUrl',
      'KeepListsQueueUrl',
      'MachineClientId',
      'OpenPostMortemDeadLetterQueueUrl',
      'OpenPostMortemQueueUrl',
      'OperationsTopicArn',
      'PublishEventsDeadLetterQueueUrl',
      'PublishReportDeadLetterQueueUrl',
      'PublishReportFunctionName',
      'ReceiveEvidenceDeadLetterQueueUrl',
      'ReceiveEvidenceQueueUrl',
      'ReopenRemediationDeadLetterQueueUrl',
      'ReopenRemediationQueueUrl',
      'ReportAnnouncementDeadLetterQueueUrl',
      'ReportBucketName',
      'ReportTopicArn',
      'SessionSecretArn',
      'SignInUrl',
      'SweepIncidentsDeadLetterQueueUrl',
      'SweepIncidentsFunctionName',
      'SweepRemediationDeadLetterQueueUrl',
      'SweepRemediationFunctionName',
      'SyncRemediationDeadLetterQueueUrl',
      'SyncRemediationQueueUrl',
      'TableName',
      'TokenUrl',
      'UserPoolId',
      'VerifyRemediationDeadLetterQueueUrl',
      'VerifyRemediationFunctionName',
      'WebClientId',
      'WebhookUrl',
    ]);
  });

  it('keeps records when it is deleted, unless the config says otherwise', () => {
    const kept = resourcesOf(templateOf(), 'AWS::DynamoDB::GlobalTable');
    const destroyed = resourcesOf(
      templateOf({ operations: { removalPolicy: 'destroy' } }),
      'AWS::DynamoDB::GlobalTable',
    );

    expect(kept).toMatchObject([
      [
        expect.any(String),
        { DeletionPolicy: 'Retain', Properties: { Replicas: [{ DeletionProtectionEnabled: true }] } },
      ],
    ]);
    expect(destroyed).toMatchObject([
      [
        expect.any(String),
        { DeletionPolicy: 'Delete', Properties: { Replicas: [{ DeletionProtectionEnabled: false }] } },
      ],
    ]);
  });

  it('keeps logs for as long as the config says', () => {
    const groups = resourcesOf(templateOf({ operations: { logRetentionDays: 365 } }), 'AWS::Logs::LogGroup');

    // The access log has one, and receive-bus-event none: no source of the configuration is heard on the bus.
    expect(groups).toHaveLength(functionNames.length);
    for (const [, group] of groups) expect(group.Properties.RetentionInDays).toBe(365);
  });

  it('runs each schedule as the config says, in its time zone', () => {
    const schedules = { verifyRemediation: 'rate(2 hours)', timezone: 'Europe/Berlin' };

    templateOf({ schedules }).hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(2 hours)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      Target: { RetryPolicy: { MaximumRetryAttempts: 10 } },
    });
  });

  it('tells the people in the config of reports and of alarms', () => {
    const notifications = { reportEmails: ['ciso@example.com'], alarmEmails: ['on-call@example.com'] };
    const subscriptions = resourcesOf(templateOf({ notifications }), 'AWS::SNS::Subscription');

    expect(subscriptions.map(([, { Properties }]) => Properties.Endpoint).toSorted()).toEqual([
      'ciso@example.com',
      'on-call@example.com',
    ]);
  });
});

describe('the door', () => {
  it('is at the address of the company’s own, for the sign-in as for outputs', () => {
    const own = templateOf({ api: { address: 'https://holdfast.acme.com/' } });
    expect(own.findOutputs('ApiUrl')).toEqual({ ApiUrl: { Value: 'https://holdfast.acme.com/' } });
    own.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: ['https://holdfast.acme.com/session/call-back'],
      LogoutURLs: ['https://holdfast.acme.com/session/signed-out'],
    });
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ API_URL: 'https://holdfast.acme.com/', WEB_CLIENT: Match.anyValue() }),
      },
    });
  });

  it('lets webhooks in without a token, everything else only with one', () => {
    const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);

    expect(routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT')).toMatchObject([
      { RouteKey: 'POST /webhooks/jira', AuthorizationType: 'NONE' },
      // Says how to get a token.
      { RouteKey: 'GET /.well-known/oauth-protected-resource', AuthorizationType: 'NONE' },
      // Give tokens, to pages with a cookie that the function sealed.
      { RouteKey: 'GET /session/sign-in', AuthorizationType: 'NONE' },
      { RouteKey: 'GET /session/call-back', AuthorizationType: 'NONE' },
      { RouteKey: 'POST /session/token', AuthorizationType: 'NONE' },
      { RouteKey: 'POST /session/sign-out', AuthorizationType: 'NONE' },
      { RouteKey: 'GET /session/signed-out', AuthorizationType: 'NONE' },
      // The page of the console and its files, which are the same for everybody.
      { RouteKey: 'GET /', AuthorizationType: 'NONE' },
      { RouteKey: 'GET /console', AuthorizationType: 'NONE' },
      { RouteKey: 'GET /console/{proxy+}', AuthorizationType: 'NONE' },
    ]);
    expect(routes.find(({ RouteKey }) => RouteKey === 'POST /signals')?.AuthorizationScopes).toEqual([
      'holdfast/signals.write',
    ]);
  });

  it('refuses the tokens of people where machines report, and the other way round', () => {
    const audiences = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer').map(
      ([, { Properties }]) => Object(Properties.JwtConfiguration).Audience,
    );

    expect(audiences).toHaveLength(2);
    expect(audiences[0]).not.toEqual(audiences[1]);
  });

  it('has a rate limit and writes down who asked', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp('requestId') },
    });
  });

  it('gives the console, writes and what is dear limits of their own, on routes that are there before', () => {
    const [, stage] = resourcesOf(template, 'AWS::ApiGatewayV2::Stage')[0] ?? [];
    const limited = Object.entries(Object(stage?.Properties.RouteSettings)).map(([key, one]) => [
      key,
      Object(one).ThrottlingRateLimit,
    ]);
    const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route');
    const early = new Set(stage?.DependsOn);
    expect(limited).toEqual([
      ...['GET /', 'GET /console', 'GET /console/{proxy+}'].map((key) => [key, 100]),
      ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [`${method} /{proxy+}`, 20]),
      ...EXPENSIVE_READS.map((path) => [`GET ${path}`, 5]),
    ]);
    const missing = limited.filter(
      ([key]) => !routes.some(([id, { Properties }]) => Properties.RouteKey === key && early.has(id)),
    );
    expect(missing).toEqual([]);
  });
});
