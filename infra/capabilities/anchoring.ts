import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { LockedBucket } from '../building-blocks/locked-bucket.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { ScheduledWork } from '../building-blocks/scheduled-work.ts';
import type { RecordTable } from './record-table.ts';

interface AnchoringProps {
  readonly foundation: Foundation;
  readonly recordTable: RecordTable;
}

/**
 * Bucket that keeps the heads of the audit logs out of reach, and the function that brings them there every day.
 *
 * A hash chain shows an edited entry, but who can write to the table can compute a whole new chain. Files in this bucket
 * cannot be changed or deleted before their time, by nobody: `holdfast verify-chain` compares the chains with them.
 */
export class Anchoring extends Construct {
  readonly bucket: s3.Bucket;
  readonly anchorChains: ScheduledWork;

  constructor(scope: Construct, id: string, { foundation, recordTable }: AnchoringProps) {
    super(scope, id);
    this.bucket = new LockedBucket(this, 'Bucket', {
      config: foundation.config,
      retentionDays: foundation.config.operations.anchorRetentionDays,
      noAccessLogBecause:
        'Who reads an anchor is no secret, and nobody can change one; the CloudTrail data events of the account show both.',
    });
    this.anchorChains = new ScheduledWork(this, 'AnchorChains', {
      foundation,
      name: 'anchor-chains',
      description: 'Writes the heads of the audit logs that changed where nobody can change them.',
      schedule: foundation.config.schedules.anchorChains,
      environment: { TABLE_NAME: recordTable.table.tableName, ANCHOR_BUCKET_NAME: this.bucket.bucketName },
    });
    const worker = this.anchorChains.function;
    recordTable.grant(worker, 'GetItem', 'Query', 'PutItem');
    iam.Grant.addToPrincipal({
      grantee: worker,
      actions: ['s3:PutObject'],
      resourceArns: [this.bucket.arnForObjects('anchors/*')],
    });
    acknowledge(
      worker,
      'AwsSolutions-IAM5[Resource::<AnchorsBucketE0A93AD3.Arn>/anchors/*]',
      'Every day gets its own key; all of them begin with anchors/.',
    );
  }
}
