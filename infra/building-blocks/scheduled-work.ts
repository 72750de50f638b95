import { Duration } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { FunctionName } from '../../runtime/function-names.ts';
import { AlarmedDeadLetterQueue } from './alarmed-dead-letter-queue.ts';
import { callOnSchedule } from './call-on-schedule.ts';
import type { Foundation } from './foundation.ts';
import { HoldfastFunction } from './function.ts';

interface ScheduledWorkProps {
  readonly foundation: Foundation;
  readonly name: FunctionName;
  readonly description: string;
  /** An EventBridge Scheduler expression. */
  readonly schedule: string;
  /** Payload of the call, as JSON; without it, the scheduler's own. */
  readonly input?: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A function that runs on a schedule.
 *
 * Two things can fail: the scheduler may not reach the function, and the function may fail although it was reached (the
 * scheduler never learns of that: it only hands over). Each has its own retries; both end in the dead-letter queue.
 */
export class ScheduledWork extends Construct {
  readonly function: HoldfastFunction;
  readonly deadLetterQueue: AlarmedDeadLetterQueue;

  constructor(scope: Construct, id: string, props: ScheduledWorkProps) {
    super(scope, id);
    const { foundation, name, description, schedule, input, environment } = props;
    const timeout = Duration.minutes(5);
    this.function = new HoldfastFunction(this, 'Worker', { foundation, name, description, environment, timeout });
    this.deadLetterQueue = new AlarmedDeadLetterQueue(this, 'DeadLetters', {
      alarms: foundation.alarms,
      means: `A run of ${name} failed, with its retries.`,
    });
    this.function.lambda.configureAsyncInvoke({
      onFailure: new SqsDestination(this.deadLetterQueue),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
    callOnSchedule(this, {
      lambda: this.function.lambda,
      description,
      schedule,
      ...(input === undefined ? {} : { input }),
      timezone: foundation.config.schedules.timezone,
      retries: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: Duration.hours(1).toSeconds() },
      deadLetterQueue: this.deadLetterQueue,
    });
  }
}
