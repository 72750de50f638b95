import { Aws, Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVIDENCE_PREFIX } from '../../shared/domain/record/evidence/evidence-key.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { LockedBucket } from '../building-blocks/locked-bucket.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';
import { countOf } from './alarms.ts';
import type { HttpApi } from './http-api.ts';
import type { RecordTable } from './record-table.ts';

interface EvidenceIntakeProps {
  readonly foundation: Foundation;
  readonly recordTable: RecordTable;
  readonly httpApi: HttpApi;
}

/**
 * Bucket that holds evidence out of reach, and the function that compares each upload with its announcement.
 *
 * ```
 *  record-api ──link──▶ client ──PUT, with its hash──▶ bucket ─▶ queue ─▶ receive-evidence ─▶ record
 * ```
 *
 * The bytes never pass the API: it signs links, and S3 itself refuses other bytes than those that were announced.
 */
export class EvidenceIntake extends Construct {
  readonly bucket: s3.Bucket;
  readonly receiveEvidence: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, recordTable, httpApi }: EvidenceIntakeProps) {
    super(scope, id);
    this.bucket = new LockedBucket(this, 'Bucket', {
      config: foundation.config,
      retentionDays: foundation.config.evidence.retentionDays,
      noAccessLogBecause:
        'Who got a link, and what for, is in the record; the CloudTrail data events of the account show what the links were used for.',
      // What goes up from a page is signed with these headers; everything else that a page can do is an address to open.
      cors: [
        {
          allowedOrigins: [httpApi.origin],
          allowedMethods: [s3.HttpMethods.PUT],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3_600,
        },
      ],
    });
    this.receiveEvidence = new QueuedWorker(this, 'ReceiveEvidence', {
      foundation,
      name: 'receive-evidence',
      description: 'Holds an upload to what was announced.',
      environment: { TABLE_NAME: recordTable.table.tableName, EVIDENCE_BUCKET_NAME: this.bucket.bucketName },
      // It reads every byte: the largest file that the config allows takes about half a minute.
      timeout: Duration.minutes(2),
      batchSize: 1,
    });
    this.tell(this.receiveEvidence.queue);
    const worker = this.receiveEvidence.function;
    recordTable.grant(worker, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    this.grant(worker, 's3:GetObjectVersion');
    this.watch(foundation);
  }

  /** Allows signing links: a link can do no more than who signed it. And to look what has arrived. */
  grantLinks(grantee: iam.IGrantable & Construct): void {
    this.grant(grantee, 's3:PutObject', 's3:GetObject', 's3:GetObjectVersion');
    // Without it S3 answers 403 instead of 404 where nothing is:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    iam.Grant.addToPrincipal({ grantee, actions: ['s3:ListBucket'], resourceArns: [this.bucket.bucketArn] });
  }

  private grant(grantee: iam.IGrantable & Construct, ...actions: string[]): void {
    iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.bucket.arnForObjects(`${EVIDENCE_PREFIX}*`)] });
    acknowledge(
      grantee,
      'AwsSolutions-IAM5[Resource::<EvidenceBucketC67FF768.Arn>/evidence/*]',
      'Every piece of evidence gets its own key; all of them begin with evidence/.',
    );
  }

  /**
   * S3 tells the queue of every new version. Not by `addEventNotification`: for that the CDK deploys a function of its own,
   * which may set the notifications of every bucket.
   */
  private tell(queue: sqs.Queue): void {
    queue.grantSendMessages(
      // By the account: a policy that named the bucket would want it first, and the bucket wants the policy first.
      new iam.ServicePrincipal('s3.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const { defaultChild } = this.bucket.node;
    if (!(defaultChild instanceof s3.CfnBucket)) throw new Error('The bucket is none of CloudFormation.');
    defaultChild.notificationConfiguration = {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
    };
    // S3 tries the queue when it is told of it.
    this.bucket.node.addDependency(queue.node.findChild('Policy'));
  }

  /** S3 refuses wrong bytes by itself. What gets this far came past the links. */
  private watch({ alarms }: Foundation): void {
    const runbook = 'docs/runbooks/evidence.md';
    alarms.watch(this, 'Refused', {
      metric: countOf('EvidenceRefused'),
      description: `An upload is not what was announced, and came past the links that would have refused it: ${runbook}.`,
    });
    alarms.watch(this, 'SecondVersion', {
      metric: countOf('EvidenceSecondVersion'),
      description: `Somebody wrote over evidence that is held. What is held stays as it is: ${runbook}.`,
    });
    alarms.watch(this, 'Unknown', {
      metric: countOf('EvidenceUnknown'),
      description: `The evidence bucket got a file that no record announced: ${runbook}.`,
    });
  }
}
