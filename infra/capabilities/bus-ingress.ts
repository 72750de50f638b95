import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { NamedBusRule } from '../../shared/intake/sources-in-use.ts';
import { constructName } from '../building-blocks/construct-name.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';
import type { RecordTable } from './record-table.ts';

interface BusIngressProps {
  readonly foundation: Foundation;
  readonly recordTable: RecordTable;
  /** Bus rules of the sources in use. */
  readonly busRules: readonly NamedBusRule[];
}

/** Takes what systems put on the account's default bus: a rule for each source that does, and one worker for all. */
export class BusIngress extends Construct {
  readonly receiveBusEvent: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, recordTable, busRules }: BusIngressProps) {
    super(scope, id);
    this.receiveBusEvent = new QueuedWorker(this, 'ReceiveBusEvent', {
      foundation,
      name: 'receive-bus-event',
      description: 'Keeps what ticketing systems tell on the bus of the account.',
      environment: { TABLE_NAME: recordTable.table.tableName },
    });
    recordTable.grant(this.receiveBusEvent.function, 'PutItem');
    const { queue, deadLetterQueue } = this.receiveBusEvent;
    for (const { name, rule } of busRules) {
      new events.Rule(this, `${constructName(name)}Rule`, {
        description: `Incidents of the source ${name}.`,
        eventPattern: { source: [rule.source], detailType: [...rule.detailTypes] },
        targets: [new SqsQueue(queue, { deadLetterQueue })],
      });
    }
  }
}
