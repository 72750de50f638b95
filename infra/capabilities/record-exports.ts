import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EXPORT_PREFIX } from '../../shared/export/export-files.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';

interface RecordExportsProps {
  readonly foundation: Foundation;
}

/** Bucket of exports that are too long for an answer of the API: read by a link of minutes, and gone after a day. */
export class RecordExports extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { foundation }: RecordExportsProps) {
    super(scope, id);
    const day = Duration.days(1);
    // Without versions: what is expired is gone.
    this.bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: day, abortIncompleteMultipartUploadAfter: day }],
      removalPolicy: removalPolicyOf(foundation.config),
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Who got a link to a restricted record is among its looks; the CloudTrail data events of the account show what the links were used for.',
    );
  }

  /** Allows writing exports, and signing links: a link can do no more than who signed it. */
  grantLinks(grantee: iam.IGrantable & Construct): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
      resourceArns: [this.bucket.arnForObjects(`${EXPORT_PREFIX}*`)],
    });
    acknowledge(
      grantee,
      'AwsSolutions-IAM5[Resource::<RecordExportsBucket2C934D4D.Arn>/exports/*]',
      'Every export gets its own key; all of them begin with exports/.',
    );
  }
}
