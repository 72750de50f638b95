import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { EventType } from '../../shared/domain/events/events.ts';
import { AlarmedDeadLetterQueue } from '../building-blocks/alarmed-dead-letter-queue.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';
import { holdfastSources } from './event-backbone.ts';

interface ReportsProps {
  readonly foundation: Foundation;
  readonly bus: events.EventBus;
}

/** Bucket of the reports, and the topic that announces a new one. */
export class Reports extends Construct {
  readonly bucket: s3.Bucket;
  readonly topic: sns.Topic;
  readonly undelivered: AlarmedDeadLetterQueue;

  constructor(scope: Construct, id: string, { foundation, bus }: ReportsProps) {
    super(scope, id);
    this.bucket = this.reportBucket(foundation);
    this.topic = new sns.Topic(this, 'Topic', { displayName: 'Holdfast reports', enforceSSL: true });
    for (const email of foundation.config.notifications.reportEmails) {
      this.topic.addSubscription(new EmailSubscription(email));
    }
    this.undelivered = new AlarmedDeadLetterQueue(this, 'Undelivered', {
      alarms: foundation.alarms,
      means: 'A report was written, but its announcement was not delivered.',
    });
    const detailType: EventType[] = ['Report Published'];
    new events.Rule(this, 'Rule', {
      eventBus: bus,
      description: 'Announces a new report.',
      eventPattern: { source: holdfastSources, detailType },
      targets: [new SnsTopic(this.topic, { message: announcement, deadLetterQueue: this.undelivered })],
    });
  }

  /** Allows writing reports; a written one can be replaced, which keeps its old version, but not read or deleted. */
  grantWrite(grantee: iam.IGrantable & Construct): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['s3:PutObject'],
      resourceArns: [this.bucket.arnForObjects('reports/*')],
    });
    acknowledge(
      grantee,
      'AwsSolutions-IAM5[Resource::<ReportsBucket95FE29A2.Arn>/reports/*]',
      'Reports get their own keys; all of them begin with reports/.',
    );
  }

  /** Allows reading reports and lending others an address of one; which there are is in the table, so nothing is listed. */
  grantRead(grantee: iam.IGrantable & Construct): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['s3:GetObject'],
      resourceArns: [this.bucket.arnForObjects('reports/*')],
    });
    acknowledge(
      grantee,
      'AwsSolutions-IAM5[Resource::<ReportsBucket95FE29A2.Arn>/reports/*]',
      'Reports have their own keys; all of them begin with reports/.',
    );
  }

  /**
   * Allows keeping the tally of claims from report to report. Without the list, a file that is not there would be a refusal; a
   * condition on its prefix would be as good as none, since reading a file names no prefix.
   */
  grantTally(grantee: iam.IGrantable & Construct): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['s3:GetObject', 's3:PutObject'],
      resourceArns: [this.bucket.arnForObjects('tallies/claims.json')],
    });
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucket'],
      resourceArns: [this.bucket.bucketArn],
    });
  }

  private reportBucket({ config }: Foundation): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(365),
        },
      ],
      removalPolicy: removalPolicyOf(config),
    });
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'Who reads a report is in the CloudTrail data events of the account; a log bucket here would need the same care again.',
    );
    return bucket;
  }
}

const { fromPath } = events.EventField;

/**
 * The mail. EventBridge puts each line in quotation marks and SNS shows them; a single text would show its line breaks as
 * `\n`, too. It holds no more than the summary, which the report's author made fit for mail.
 */
const announcement = events.RuleTargetInput.fromMultilineText(
  [
    `Holdfast report (${fromPath('$.detail.data.kind')}): ${fromPath('$.detail.data.period.from')} to ${fromPath('$.detail.data.period.to')}`,
    fromPath('$.detail.data.summary'),
    `The full report: s3://${fromPath('$.detail.data.bucket')}/${fromPath('$.detail.data.keys.html')}`,
  ].join('\n'),
);
