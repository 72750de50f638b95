import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import type { EvidenceIntake } from './evidence-intake.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';
import type { Identity } from './identity.ts';
import type { RecordTable } from './record-table.ts';

interface RecordApiProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  readonly identity: Identity;
  readonly recordTable: RecordTable;
  readonly evidence: EvidenceIntake;
}

/** The API of the records, and the route for signals, which takes programs with their scope alone. */
export class RecordApi extends Construct {
  readonly recordApi: HoldfastFunction;
  readonly recordSignal: HoldfastFunction;

  constructor(scope: Construct, id: string, { foundation, httpApi, identity, recordTable, evidence }: RecordApiProps) {
    super(scope, id);
    const environment = { TABLE_NAME: recordTable.table.tableName };

    this.recordApi = new HoldfastFunction(this, 'Records', {
      foundation,
      name: 'record-api',
      description: 'Serves post-mortems, recommendations, remediations and lessons.',
      environment: { ...environment, EVIDENCE_BUCKET_NAME: evidence.bucket.bucketName },
      timeout: requestTimeout,
    });
    evidence.grantLinks(this.recordApi);
    recordTable.grant(this.recordApi, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    recordTable.grantQueryOfIndexes(this.recordApi);
    httpApi.api.addRoutes({
      path: '/{proxy+}',
      // Not ANY: a browser's preflight carries no token, and would be refused here.
      methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE],
      integration: new HttpLambdaIntegration('Records', this.recordApi.lambda),
      authorizer: new HttpJwtAuthorizer('People', identity.issuer, {
        // People's id tokens and programs' access tokens; which is which, and what it may, decides shared/api/caller.ts.
        jwtAudience: [identity.webClient.userPoolClientId, identity.machineClient.userPoolClientId],
      }),
    });

    this.recordSignal = new HoldfastFunction(this, 'Signals', {
      foundation,
      name: 'record-signal',
      description: 'Keeps what a scanner, a test or a control said about a fix.',
      environment,
      timeout: requestTimeout,
    });
    recordTable.grant(this.recordSignal, 'PutItem');
    httpApi.api.addRoutes({
      path: '/signals',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('Signals', this.recordSignal.lambda),
      authorizer: new HttpJwtAuthorizer('Machines', identity.issuer, {
        jwtAudience: [identity.machineClient.userPoolClientId],
      }),
      authorizationScopes: [identity.signalScope],
    });
  }
}
