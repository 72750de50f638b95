import { describe, expect, it } from 'vitest';
import { functionNames } from '../../../runtime/function-names.ts';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

const template = templateOf();
const queues = resourcesOf(template, 'AWS::SQS::Queue');
const deadLetterQueues = queues.filter(([, queue]) => queue.Properties.RedrivePolicy === undefined);
const watched = resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(([, alarm]) =>
  referencesIn(alarm.Properties.Dimensions),
);
const functions = resourcesOf(template, 'AWS::Lambda::Function');

describe('a failure', () => {
  it('of a worker leaves its message in a dead-letter queue after ten attempts', () => {
    const workQueues = queues.filter(([, queue]) => queue.Properties.RedrivePolicy !== undefined);

    expect(workQueues).toHaveLength(10);
    for (const [, queue] of workQueues) {
      expect(queue.Properties.RedrivePolicy).toEqual({
        maxReceiveCount: 10,
        deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] },
      });
    }
  });

  it('of everything keeps the work of a worker for two weeks, and raises an alarm after an hour', () => {
    const workQueues = queues.filter(([, queue]) => queue.Properties.RedrivePolicy !== undefined);
    const ages = resourcesOf(template, 'AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties.MetricName === 'ApproximateAgeOfOldestMessage')
      .map(([, { Properties }]) => [referencesIn(Properties.Dimensions)[0], Properties.Threshold]);

    expect(ages.toSorted()).toEqual(workQueues.map(([id]) => [id, 3_600]).toSorted());
    for (const [, queue] of workQueues) expect(queue.Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
  });

  it('raises an alarm from every dead-letter queue', () => {
    expect(deadLetterQueues).toHaveLength(19);
    for (const [id] of deadLetterQueues) expect(watched).toContain(id);
  });

  it('stays in a dead-letter queue for two weeks', () => {
    for (const [, queue] of deadLetterQueues) {
      expect(queue.Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
    }
  });

  it('of any function raises an alarm', () => {
    // No source of the default configuration is heard on the bus, so nothing hears it there.
    expect(functions).toHaveLength(functionNames.length - 1);
    for (const [id] of functions) expect(watched).toContain(id);
  });

  it('to deliver an event ends in a dead-letter queue, for every target of every rule', () => {
    const targets = resourcesOf(template, 'AWS::Events::Rule').flatMap(([, rule]) => Object(rule.Properties.Targets));

    expect(targets).toHaveLength(10);
    for (const target of targets) {
      expect(deadLetterIds()).toContain(referencesIn(target.DeadLetterConfig)[0]);
    }
  });

  it('to start a schedule, and of what it started, ends in the same dead-letter queue', () => {
    const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule');
    // A beat of the intake that comes late says nothing: that it is missing raises an alarm.
    const ofWork = schedules.filter(([id]) => !id.includes('IntakeBeat'));
    const ofStarts = ofWork.map(([, schedule]) => referencesIn(Object(schedule.Properties.Target).DeadLetterConfig)[0]);
    expect(schedules).toHaveLength(8);
    const ofRuns = resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map(
      ([, invoke]) => referencesIn(invoke.Properties.DestinationConfig)[0],
    );

    expect(ofStarts).toHaveLength(7);
    expect(ofRuns.toSorted()).toEqual(ofStarts.toSorted());
    for (const id of ofStarts) expect(deadLetterIds()).toContain(id);
  });

  it('to publish an event isolates the record and sets it aside before the stream forgets it', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 43_200,
      MaximumRetryAttempts: 1_000,
      StartingPosition: 'TRIM_HORIZON',
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"outbox":{"BOOL":[true]}}}}' }],
      },
    });
  });
});

describe('a queue', () => {
  it('hides a message for six times as long as its function may run, and while its batch is gathered', () => {
    const timeoutOf = new Map(functions.map(([id, { Properties }]) => [id, Number(Properties.Timeout)]));
    const visibilityOf = new Map(queues.map(([id, { Properties }]) => [id, Number(Properties.VisibilityTimeout)]));
    const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .filter(({ ScalingConfig }) => ScalingConfig !== undefined);

    expect(mappings).toHaveLength(10);
    for (const { EventSourceArn, FunctionName, MaximumBatchingWindowInSeconds: gathers } of mappings) {
      const [queue = ''] = referencesIn(EventSourceArn);
      const [worker = ''] = referencesIn(FunctionName);
      expect(visibilityOf.get(queue)).toBeGreaterThanOrEqual(
        6 * (timeoutOf.get(worker) ?? Number.NaN) + Number(gathers ?? 0),
      );
    }
  });

  it('reports the items of a batch one by one and spares Jira', () => {
    const larger: unknown[] = [];
    for (const [, { Properties }] of resourcesOf(template, 'AWS::Lambda::EventSourceMapping')) {
      expect(Properties).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
      const { BatchSize, MaximumBatchingWindowInSeconds: gathers } = Properties;
      if (Number(BatchSize) > 10) larger.push([BatchSize, gathers]);
    }
    // Creations: as many as Jira takes in one call, and nobody waits long for the ticket of a single one.
    expect(larger).toEqual([[50, 3]]);
    template.resourcePropertiesCountIs(
      'AWS::Lambda::EventSourceMapping',
      { ScalingConfig: { MaximumConcurrency: 4 } },
      10,
    );
  });
});

function deadLetterIds(): string[] {
  return deadLetterQueues.map(([id]) => id);
}
