import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { acknowledge } from './nag.ts';
import { removalPolicyOf } from './removal.ts';

interface LockedBucketProps {
  readonly config: HoldfastConfig;
  /** Days for which a version can be neither changed nor deleted, from its upload on. */
  readonly retentionDays: number;
  /** Why it needs no access log of its own: read by the next security review. */
  readonly noAccessLogBecause: string;
  /** What pages of which origin may do with signed addresses; nothing by default. */
  readonly cors?: s3.CorsRule[];
}

/** A bucket in which every version of every object stays as it is until its time is over. */
export class LockedBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, { config, retentionDays, noAccessLogBecause, cors }: LockedBucketProps) {
    const retention = Duration.days(retentionDays);
    super(scope, id, {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      // Compliance: not even the account's root shortens it. A trial must be removable, so there an administrator may.
      objectLockDefaultRetention:
        config.operations.removalPolicy === 'destroy'
          ? s3.ObjectLockRetention.governance(retention)
          : s3.ObjectLockRetention.compliance(retention),
      removalPolicy: removalPolicyOf(config),
      ...(cors === undefined ? {} : { cors }),
    });
    acknowledge(this, 'AwsSolutions-S1', noAccessLogBecause);
  }
}
