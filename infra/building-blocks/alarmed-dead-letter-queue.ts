import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Alarms, alarmPeriod } from '../capabilities/alarms.ts';
import { acknowledge } from './nag.ts';

interface AlarmedDeadLetterQueueProps {
  readonly alarms: Alarms;
  /** Meaning of a message in this queue, for the alarm's mail. */
  readonly means: string;
}

/** Keeps what could not be done for two weeks, and says so at once. */
export class AlarmedDeadLetterQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, { alarms, means }: AlarmedDeadLetterQueueProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    acknowledge(
      this,
      'AwsSolutions-SQS3',
      'It is itself a dead-letter queue; the rule knows those of queues and functions, not those of event rules, streams and schedules.',
    );
    alarms.watch(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      description: `${means} The message waits in ${this.queueName} for 14 days: docs/runbooks/dead-letter-queue.md.`,
    });
  }
}
