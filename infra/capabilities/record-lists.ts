import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';
import type { RecordTable } from './record-table.ts';

interface RecordListsProps {
  readonly foundation: Foundation;
  readonly bus: EventBus;
  readonly recordTable: RecordTable;
}

/** Keeps the lists, the search and the counts in step with the records: docs/decisions/0049-lists-beside-the-records.md. */
export class RecordLists extends Construct {
  readonly keepLists: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, bus, recordTable }: RecordListsProps) {
    super(scope, id);
    this.keepLists = new QueuedWorker(this, 'KeepLists', {
      foundation,
      name: 'keep-lists',
      description: 'Keeps the lists, the search and the counts in step with the records.',
      hears: { bus },
      environment: { TABLE_NAME: recordTable.table.tableName },
      // A record that is being written tells much in a row, and is listed once.
      batchSize: 10,
    });
    recordTable.grant(this.keepLists.function, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  }
}
