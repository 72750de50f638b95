import { Duration, Stack } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { INTAKE_BEAT } from '../../runtime/intake-beat-call.ts';
import { EXPENSIVE_READS } from '../../shared/api/limits/expensive-reads.ts';
import { callOnSchedule } from '../building-blocks/call-on-schedule.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import { countOf } from './alarms.ts';
import { type Callers, peopleClientIds, SIGNAL_SCOPE } from './callers.ts';
import type { EvidenceIntake } from './evidence-intake.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';
import type { RecordExports } from './record-exports.ts';
import type { RecordTable } from './record-table.ts';
import type { Reports } from './reports.ts';

/** Of all callers together; what each may use of it in a minute is `api.perMinute` of the configuration. */
const WRITES = { rateLimit: 20, burstLimit: 40 };
const EACH_EXPENSIVE_READ = { rateLimit: 5, burstLimit: 10 };

/** A few of them in the time after which the intake counts as down: `shared/domain/verification/intake-down.ts`. */
const beatEvery = Duration.minutes(5);

interface RecordApiProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  readonly callers: Callers;
  readonly recordTable: RecordTable;
  readonly evidence: EvidenceIntake;
  readonly recordExports: RecordExports;
  readonly reports: Reports;
  /** Makes reports. */
  readonly publishReport: HoldfastFunction;
}

/** The API of the records, and the route for signals, which takes programs with their scope alone. */
export class RecordApi extends Construct {
  constructor(scope: Construct, id: string, props: RecordApiProps) {
    super(scope, id);
    const { programs } = props.callers;
    const clientIds = Object.fromEntries(programs.map(({ name, clientId }) => [name, clientId]));
    const environment = {
      TABLE_NAME: props.recordTable.table.tableName,
      // Ids alone: what each program may do is in the bundle, and Lambda has 4 KB for all variables of a function.
      PROGRAM_CLIENTS: Stack.of(this).toJsonString(clientIds),
    };
    this.serveRecords(props, environment);
    this.takeSignals(props, environment);
  }

  private serveRecords(
    { foundation, httpApi, callers, recordTable, evidence, recordExports, reports, publishReport }: RecordApiProps,
    environment: Record<string, string>,
  ): void {
    const recordApi = new HoldfastFunction(this, 'Records', {
      foundation,
      name: 'record-api',
      description: 'Serves post-mortems, recommendations, remediations and lessons.',
      environment: {
        ...environment,
        EVIDENCE_BUCKET_NAME: evidence.bucket.bucketName,
        EXPORT_BUCKET_NAME: recordExports.bucket.bucketName,
        REPORT_BUCKET_NAME: reports.bucket.bucketName,
        PUBLISH_REPORT_FUNCTION_NAME: publishReport.lambda.functionName,
        PEOPLE_CLIENTS: peopleClientIds(callers).join(' '),
      },
      timeout: requestTimeout,
    });
    evidence.grantLinks(recordApi);
    recordExports.grantLinks(recordApi);
    reports.grantRead(recordApi);
    iam.Grant.addToPrincipal({
      grantee: recordApi,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [publishReport.lambda.functionArn],
    });
    recordTable.grant(recordApi, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    recordTable.grantQueryOfIndexes(recordApi);
    const served = {
      integration: new HttpLambdaIntegration('Records', recordApi.lambda),
      authorizer: new HttpJwtAuthorizer('People', callers.issuer, {
        // People's id tokens and programs' access tokens; which is which, and what it may, decides shared/api/caller.ts.
        jwtAudience: [...peopleClientIds(callers), ...callers.audiencesWith('records.read', 'records.write')],
      }),
    };
    // Not ANY: a browser's preflight carries no token, and would be refused here.
    httpApi.api.addRoutes({ ...served, path: '/{proxy+}', methods: [HttpMethod.GET] });
    const writing = [HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE];
    const writes = httpApi.api.addRoutes({ ...served, path: '/{proxy+}', methods: writing });
    httpApi.limit(
      writes,
      writing.map((method) => `${method} /{proxy+}`),
      WRITES,
    );
    // What is dear has routes of its own, so that it cannot use up what all reads have.
    for (const path of EXPENSIVE_READS) {
      const reads = httpApi.api.addRoutes({ ...served, path, methods: [HttpMethod.GET] });
      httpApi.limit(reads, [`GET ${path}`], EACH_EXPENSIVE_READ);
    }
  }

  private takeSignals(
    { foundation, httpApi, callers, recordTable }: RecordApiProps,
    environment: Record<string, string>,
  ): void {
    const senders = callers.audiencesWith('signals.write');
    // No program may send signals: there is no route for them, since an authorizer needs somebody to let in.
    if (senders.length === 0) return;
    const recordSignal = new HoldfastFunction(this, 'Signals', {
      foundation,
      name: 'record-signal',
      description: 'Keeps what a scanner, a test or a control said about a fix.',
      environment,
      timeout: requestTimeout,
    });
    // The last words of a source are read, and made anew from its log when a signal comes late.
    recordTable.grant(recordSignal, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    callOnSchedule(new Construct(this, 'IntakeBeat'), {
      lambda: recordSignal.lambda,
      description: 'Shows that signals can be taken in: silence of a time without it is held against no fix.',
      schedule: `rate(${beatEvery.toMinutes()} minutes)`,
      timezone: foundation.config.schedules.timezone,
      input: INTAKE_BEAT,
      // A beat that comes late says nothing of now, and the next one is near.
      retries: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    });
    foundation.alarms.watchMissing(this, 'IntakeBeatMissing', {
      metric: countOf('IntakeBeat'),
      periods: 3,
      description:
        'No signal can be taken in: the function that does it has not answered for a quarter of an hour. Silence is held against no fix ' +
        'meanwhile: docs/runbooks/intake-down.md.',
    });
    httpApi.api.addRoutes({
      path: '/signals',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('Signals', recordSignal.lambda),
      authorizer: new HttpJwtAuthorizer('Machines', callers.issuer, { jwtAudience: senders }),
      authorizationScopes: [SIGNAL_SCOPE],
    });
  }
}
