import { Aws, Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

interface Watch {
  readonly metric: cloudwatch.Metric;
  /** Fault and remedy, in the words of the mail that wakes somebody. */
  readonly description: string;
  /** The alarm is raised from this value on; by default 1. */
  readonly threshold?: number;
  /** The alarm is raised when so many periods in a row reach the threshold; by default 1. */
  readonly periods?: number;
  /** Default: no data is the normal state of a queue or a function that has nothing to do, and ends the alarm. */
  readonly withoutData?: cloudwatch.TreatMissingData;
}

interface WatchMissing extends Pick<Watch, 'metric' | 'description' | 'withoutData'> {
  /** The alarm is raised when so many periods of the metric in a row counted nothing. */
  readonly periods: number;
}

/** The operations topic, and the alarms that speak through it. */
export class Alarms extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, { emails }: { emails: readonly string[] }) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Operations', { displayName: 'Holdfast operations', enforceSSL: true });
    // A topic with a policy of its own, as enforceSSL makes it, no longer lets the account's alarms in by default.
    this.topic.grantPublish(
      new iam.ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
  }

  /** Raises an alarm, and clears it, when a metric reaches the threshold in one of its periods. */
  watch(scope: Construct, id: string, watched: Watch): cloudwatch.Alarm {
    const { metric, description, threshold = 1, periods = 1 } = watched;
    const { withoutData = cloudwatch.TreatMissingData.NOT_BREACHING } = watched;
    const alarm = new cloudwatch.Alarm(scope, id, {
      metric,
      alarmDescription: description,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: withoutData,
    });
    return this.telling(alarm);
  }

  /** Raises an alarm, and clears it, when nothing was counted in any of so many periods. */
  watchMissing(scope: Construct, id: string, watched: WatchMissing): cloudwatch.Alarm {
    const { metric, description, periods, withoutData = cloudwatch.TreatMissingData.BREACHING } = watched;
    const alarm = new cloudwatch.Alarm(scope, id, {
      metric,
      alarmDescription: description,
      threshold: 1,
      evaluationPeriods: periods,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: withoutData,
    });
    return this.telling(alarm);
  }

  private telling(alarm: cloudwatch.Alarm): cloudwatch.Alarm {
    const tell = new SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    return alarm;
  }
}

/** Long enough that one blip is one mail, short enough that the on-call engineer hears of it while it is fresh. */
export const alarmPeriod = Duration.minutes(5);

/** How often our code counted something: a metric of its own, written with the logs. */
export function countOf(metricName: string): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: 'Holdfast',
    metricName,
    dimensionsMap: { service: 'holdfast' },
    period: alarmPeriod,
    statistic: 'Sum',
  });
}
