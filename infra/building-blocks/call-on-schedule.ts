import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { AlarmedDeadLetterQueue } from './alarmed-dead-letter-queue.ts';

interface ScheduledCallProps {
  readonly lambda: IFunction;
  readonly description: string;
  /** An EventBridge Scheduler expression, and the time zone that it is read in. */
  readonly schedule: string;
  readonly timezone: string;
  /** Payload of the call, as JSON; without it, the scheduler's own. */
  readonly input?: string;
  readonly retries: CfnSchedule.RetryPolicyProperty;
  /** Takes the calls that did not reach the function. Without one they are gone. */
  readonly deadLetterQueue?: AlarmedDeadLetterQueue;
}

/** Calls a function on a schedule. The role that may do so is made beside it, in the same scope. */
export function callOnSchedule(scope: Construct, props: ScheduledCallProps): void {
  const { lambda, description, schedule, timezone, input, retries, deadLetterQueue } = props;
  // Our own, because the CDK's target would also allow every version of the function.
  const role = new iam.Role(scope, 'SchedulerRole', {
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  iam.Grant.addToPrincipal({
    grantee: role,
    actions: ['lambda:InvokeFunction'],
    resourceArns: [lambda.functionArn],
  });
  deadLetterQueue?.grantSendMessages(role);
  new CfnSchedule(scope, 'Schedule', {
    description,
    scheduleExpression: schedule,
    scheduleExpressionTimezone: timezone,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      ...(input === undefined ? {} : { input }),
      ...(deadLetterQueue === undefined ? {} : { deadLetterConfig: { arn: deadLetterQueue.queueArn } }),
      retryPolicy: retries,
    },
  });
}
