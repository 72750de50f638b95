import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { AlarmedDeadLetterQueue } from '../building-blocks/alarmed-dead-letter-queue.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import { alarmPeriod, countOf } from './alarms.ts';
import type { RecordTable } from './record-table.ts';

interface EventBackboneProps {
  readonly foundation: Foundation;
  readonly recordTable: RecordTable;
  /** True when events are archived for a replay. False where the platform has no archives. */
  readonly keepsArchive: boolean;
}

/** The bus, its archive, and the function that carries every fact from the record store's stream onto it. */
export class EventBackbone extends Construct {
  readonly bus: events.EventBus;
  readonly undelivered: AlarmedDeadLetterQueue;
  readonly publishEvents: HoldfastFunction;

  constructor(scope: Construct, id: string, { foundation, recordTable, keepsArchive }: EventBackboneProps) {
    super(scope, id);
    const { alarms, config } = foundation;
    this.bus = new events.EventBus(this, 'Bus', { description: 'What happened in Holdfast: docs/events.md' });
    if (keepsArchive) {
      this.bus.archive('Archive', {
        description: 'Every fact of Holdfast, for a replay',
        eventPattern: { source: holdfastSources },
        retention: Duration.days(config.operations.logRetentionDays),
      });
    }

    this.publishEvents = new HoldfastFunction(this, 'PublishEvents', {
      foundation,
      name: 'publish-events',
      description: 'Carries new events from the record store to the bus.',
      environment: { EVENT_BUS_NAME: this.bus.eventBusName },
    });
    this.bus.grantPutEventsTo(this.publishEvents);
    this.undelivered = new AlarmedDeadLetterQueue(this, 'Undelivered', {
      alarms,
      means: 'Events of the record store did not reach the bus.',
    });
    recordTable.table.grantStreamRead(this.publishEvents);
    this.publishEvents.lambda.addEventSourceMapping('Outbox', {
      eventSourceArn: recordTable.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter(isOutboxItem)],
      batchSize: 10,
      // A record that can never pass must not hold back its shard: halve the batch until it stands alone, then set it aside.
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // Enough for an outage of hours: Lambda waits longer and longer between tries.
      retryAttempts: 1_000,
      // The stream forgets after 24 hours. What is older than this lies in the queue by then, while it can still be read.
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(this.undelivered),
    });
    alarms.watch(this, 'Unreadable', {
      metric: countOf('OutboxItemUnreadable'),
      description: 'An item of the outbox cannot be read and was passed over: docs/runbooks/stream-behind.md.',
    });
    alarms.watch(this, 'Behind', {
      metric: this.publishEvents.lambda.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toMilliseconds(),
      description: 'Events reach the bus more than 10 minutes late: docs/runbooks/stream-behind.md.',
    });
  }
}

const isOutboxItem = {
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { NewImage: { outbox: { BOOL: [true] } } },
};

/** All facts of Holdfast: its own, and what it heard from a ticketing system (`holdfast.jira`). */
export const holdfastSources: string[] = events.Match.anyOf(
  events.Match.exactString('holdfast'),
  events.Match.prefix('holdfast.'),
);
