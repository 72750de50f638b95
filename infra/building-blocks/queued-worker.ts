import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../runtime/function-names.ts';
import { type BusWorker, HEARD_BY } from '../../runtime/queue/heard-by.ts';
import type { EventType } from '../../shared/domain/events/events.ts';
import { WORKER_TIMEOUT_SECONDS } from '../../shared/domain/policy/policy.ts';
import { QUEUE_TRIES } from '../../shared/domain/remediation/decide/retry.ts';
import { alarmPeriod } from '../capabilities/alarms.ts';
import { holdfastSources } from '../capabilities/event-backbone.ts';
import { AlarmedDeadLetterQueue } from './alarmed-dead-letter-queue.ts';
import type { Foundation } from './foundation.ts';
import { HoldfastFunction } from './function.ts';

/** Facts on the bus. */
interface Facts {
  readonly bus: events.EventBus;
  /** Source of the events; by default any in Holdfast. */
  readonly source?: string[];
}

interface WorkerProps {
  readonly foundation: Foundation;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `WORKER_TIMEOUT_SECONDS` by default. */
  readonly timeout?: Duration;
  /** Number of messages that one run gets; 5 by default. */
  readonly batchSize?: number;
  /**
   * How long Lambda gathers a batch that is not full; by default not at all. One message alone waits so long. Batches of more than 10
   * need it.
   */
  readonly gathers?: Duration;
}

/** Events of `HEARD_BY` have to come from `hears`. Without it, another rule fills the queue and is allowed to. */
type QueuedWorkerProps = WorkerProps &
  (
    | { readonly name: BusWorker; readonly hears: Facts }
    | { readonly name: Exclude<FunctionName, BusWorker>; readonly hears?: never }
  );

/** Number of copies of one worker that run at once: enough for a busy day, few enough that Jira does not answer 429. */
const maxConcurrency = 4;

/**
 * A function that works through the facts of a rule, at its own pace.
 *
 * ```
 *  bus ─▶ rule ─▶ queue ─▶ function
 *           │       └─(10 attempts)─▶┐
 *           └─(cannot deliver)──────┴▶ dead-letter queue ─▶ alarm
 * ```
 *
 * Both ways into the dead-letter queue leave the same body there, the event: one redrive command serves both.
 */
export class QueuedWorker extends Construct {
  readonly function: HoldfastFunction;
  readonly queue: sqs.Queue;
  readonly deadLetterQueue: AlarmedDeadLetterQueue;

  constructor(scope: Construct, id: string, props: QueuedWorkerProps) {
    super(scope, id);
    const { foundation, name, description, environment, batchSize = 5, gathers = Duration.seconds(0) } = props;
    const { timeout = Duration.seconds(WORKER_TIMEOUT_SECONDS) } = props;
    this.function = new HoldfastFunction(this, 'Worker', {
      foundation,
      name,
      description,
      environment,
      timeout,
    });
    this.deadLetterQueue = new AlarmedDeadLetterQueue(this, 'DeadLetters', {
      alarms: foundation.alarms,
      means: `${name} could not do its work.`,
    });
    this.queue = new sqs.Queue(this, 'Queue', {
      // As long as Lambda asks for: a message must not come back while its batch is gathered, or may still run.
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * this.function.timeout.toSeconds() + gathers.toSeconds()),
      // As long as SQS keeps anything: while a worker is broken, its work waits.
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: QUEUE_TRIES },
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    foundation.alarms.watch(this, 'Late', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: Duration.hours(1).toSeconds(),
      description: `${name} has had work waiting for more than an hour: docs/runbooks/queue-behind.md.`,
    });
    if (props.hears !== undefined) this.listenTo(props.hears, HEARD_BY[props.name], description);
    this.function.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        ...(gathers.toSeconds() === 0 ? {} : { maxBatchingWindow: gathers }),
        reportBatchItemFailures: true,
        maxConcurrency,
      }),
    );
  }

  private listenTo({ bus, source = holdfastSources }: Facts, on: readonly EventType[], description: string): void {
    new events.Rule(this, 'Rule', {
      eventBus: bus,
      description,
      eventPattern: { source, detailType: [...on] },
      targets: [new SqsQueue(this.queue, { deadLetterQueue: this.deadLetterQueue })],
    });
  }
}
