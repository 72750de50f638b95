import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { INTAKE_BEAT } from '../../../runtime/intake-beat-call.ts';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

describe('an alarm', () => {
  it('is raised when the intake of signals has not beaten for a quarter of an hour, and when nothing is counted at all', () => {
    templateOf().hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'IntakeBeat',
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
      AlarmDescription: Match.stringLikeRegexp('docs/runbooks/intake-down.md'),
    });
  });

  it('is what ends the silence of a beat: the scheduler calls the function of signals with one every five minutes', () => {
    templateOf().hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(5 minutes)',
      Target: { Input: INTAKE_BEAT, RetryPolicy: { MaximumRetryAttempts: 0 } },
    });
  });

  it('is raised when runs of the sweeps were put off in each of six hours, and not for one hour of a quota', () => {
    templateOf().hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'SweepPostponed',
      Statistic: 'Sum',
      Period: 3_600,
      EvaluationPeriods: 6,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmDescription: Match.stringLikeRegexp('docs/runbooks/function-errors.md'),
    });
  });

  it('of drift stays as the last look left it, and ends with the look that finds nothing', () => {
    templateOf().hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'SystemDrifted',
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'ignore',
      AlarmDescription: Match.stringLikeRegexp('docs/runbooks/doctor.md'),
    });
  });

  it('is raised when a known sender is refused for a quarter of an hour, and none was proven in it', () => {
    for (const source of ['jira', 'holdfast-json']) {
      templateOf({ incidents: { 'holdfast-json': { sites: ['tickets.example.com'] } } }).hasResourceProperties(
        'AWS::CloudWatch::Alarm',
        {
          MetricName: `WebhookProven.${source}`,
          Statistic: 'Maximum',
          Period: 900,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'LessThanThreshold',
          TreatMissingData: 'notBreaching',
          AlarmDescription: Match.stringLikeRegexp('docs/runbooks/webhooks.md'),
        },
      );
    }
  });

  it('is raised when one of several senders is refused in each quarter of an hour, while others are proven', () => {
    templateOf().hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'WebhookUnproven.jira',
      Statistic: 'Sum',
      Period: 900,
      EvaluationPeriods: 4,
      Threshold: 1,
      TreatMissingData: 'notBreaching',
      AlarmDescription: Match.stringLikeRegexp('docs/runbooks/webhooks.md'),
    });
  });

  it('is raised when a signed webhook was answered and not taken in', () => {
    templateOf().hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'WebhookKeptAside',
      Period: 300,
      Threshold: 1,
      AlarmDescription: Match.stringLikeRegexp('docs/runbooks/webhooks.md'),
    });
  });

  it('reaches its topic: the topic lets CloudWatch in', () => {
    const template = templateOf();
    const topics = new Set(
      resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) =>
        referencesIn(Properties.AlarmActions),
      ),
    );
    expect(topics.size).toBe(1);
    for (const topic of topics) {
      template.hasResourceProperties('AWS::SNS::TopicPolicy', {
        Topics: [{ Ref: topic }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Allow',
              Action: 'sns:Publish',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
            }),
          ]),
        },
      });
    }
  });
});
