import { expect, it } from 'vitest';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

it('the doctor looks after each deployment of its own stack, told by CloudFormation, and no deployment waits for it', () => {
  const rules = resourcesOf(templateOf(), 'AWS::Events::Rule');
  const found = rules.flatMap(([, { Properties }]) =>
    JSON.stringify(Properties.EventPattern).includes('aws.cloudformation') ? [Properties] : [],
  );
  expect(found).toMatchObject([
    {
      EventPattern: {
        source: ['aws.cloudformation'],
        'detail-type': ['CloudFormation Stack Status Change'],
        detail: {
          'stack-id': [{ Ref: 'AWS::StackId' }],
          'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] },
        },
      },
      Targets: [{ Input: '{"occasion":"deployment"}' }],
    },
  ]);
  expect(found[0]?.EventBusName).toBeUndefined();
  const [target] = Object(found[0]?.Targets);
  expect(referencesIn(target.Arn)[0]).toContain('ConnectionCheckWorker');
  expect(resourcesOf(templateOf(), 'AWS::CloudFormation::CustomResource')).toEqual([]);
});

it('and every day, as the configuration says', () => {
  templateOf().hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)',
    Target: { Input: '{"occasion":"schedule"}' },
  });
});
