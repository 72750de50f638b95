import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

describe('an alarm', () => {
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
