import { Aws, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { SourceName } from '../../shared/domain/ticket/source-names.ts';
import type { BusRule } from '../../shared/intake/source.ts';
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
    recordTable.grant(this.receiveBusEvent.function, 'GetItem', 'PutItem');
    const { queue, deadLetterQueue } = this.receiveBusEvent;
    for (const { name, rule } of busRules) {
      new events.Rule(this, `${constructName(name)}Rule`, {
        description: `Incidents of the source ${name}.`,
        eventPattern: {
          source: [rule.source],
          detailType: [...rule.detailTypes],
          ...(rule.accounts === undefined ? {} : { account: [Aws.ACCOUNT_ID, ...rule.accounts] }),
        },
        targets: [new SqsQueue(queue, { deadLetterQueue })],
      });
      for (const account of rule.accounts ?? []) this.letIn(name, account, rule);
    }
  }

  /** Lets another account put these events, and no others, on the bus of this one. */
  private letIn(name: SourceName, account: string, { source, detailTypes }: BusRule): void {
    const stack = Stack.of(this);
    const id = `${constructName(name)}From${account}`;
    new events.CfnEventBusPolicy(this, id, {
      statementId: `${stack.stackName}-${id}`.slice(-64),
      statement: {
        Effect: 'Allow',
        Principal: { AWS: stack.formatArn({ service: 'iam', region: '', account, resource: 'root' }) },
        Action: 'events:PutEvents',
        Resource: stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        Condition: { StringEquals: { 'events:source': source, 'events:detail-type': [...detailTypes] } },
      },
    });
  }
}
