import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { keys, partitions } from '../../shared/store/keys.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';

/**
 * The actions that a function may be given. A transaction needs the action of each of its items; there is no
 * `TransactWriteItems` to allow. `Scan` and `DeleteItem` are absent on purpose: nothing reads all, nothing deletes.
 */
type TableAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

const indexNames = ['byDeadline', 'byNextAction'] as const;
const string = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** The one table: records, pointers, the audit log that is also the outbox, and two sparse indexes of what is due. */
export class RecordTable extends Construct {
  readonly table: dynamodb.TableV2;
  readonly streamArn: string;

  constructor(scope: Construct, id: string, { config }: { config: HoldfastConfig }) {
    super(scope, id);
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      globalSecondaryIndexes: [
        { indexName: 'byDeadline', partitionKey: string('deadlineQueue'), sortKey: string('deadlineAt') },
        {
          indexName: 'byNextAction',
          partitionKey: string('nextActionQueue'),
          sortKey: string('nextActionAt'),
          projectionType: dynamodb.ProjectionType.KEYS_ONLY,
        },
      ],
      billing: dynamodb.Billing.onDemand(),
      dynamoStream: dynamodb.StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: config.operations.removalPolicy === 'retain',
      removalPolicy: removalPolicyOf(config),
    });
    if (this.table.tableStreamArn === undefined) throw new Error('The table was made with a stream, but names none.');
    this.streamArn = this.table.tableStreamArn;
  }

  /** Allows exactly these actions on the table, on no index. */
  grant(grantee: iam.IGrantable, ...actions: readonly TableAction[]): void {
    this.allow(grantee, actions, [this.table.tableArn]);
  }

  /** Allows keeping the limits and turns of sites, for a function that may write nothing else, or read no other list. */
  grantSharedLimits(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      resourceArns: [this.table.tableArn],
      actions: ['dynamodb:Query', 'dynamodb:PutItem'],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions.limits('*'), partitions.turn('*', '*')] },
      },
    });
  }

  /** Allows keeping the renewals of sessions, for a function that may write and read nothing else. */
  grantRenewals(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      resourceArns: [this.table.tableArn],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys.renewal('*').pk] } },
    });
  }

  /** Allows asking both indexes what is due. */
  grantQueryOfIndexes(grantee: iam.IGrantable): void {
    this.allow(
      grantee,
      ['Query'],
      indexNames.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }

  private allow(grantee: iam.IGrantable, actions: readonly TableAction[], resourceArns: string[]): void {
    iam.Grant.addToPrincipal({ grantee, resourceArns, actions: actions.map((action) => `dynamodb:${action}`) });
  }
}
