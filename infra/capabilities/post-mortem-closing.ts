import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';
import type { RecordTable } from './record-table.ts';

interface PostMortemClosingProps {
  readonly foundation: Foundation;
  readonly bus: EventBus;
  readonly recordTable: RecordTable;
}

/** Closes a record when the last thing in it is settled, and resumes it when a fix breaks. */
export class PostMortemClosing extends Construct {
  readonly closePostMortem: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, bus, recordTable }: PostMortemClosingProps) {
    super(scope, id);
    this.closePostMortem = new QueuedWorker(this, 'ClosePostMortem', {
      foundation,
      name: 'close-post-mortem',
      description: 'Closes a post-mortem that is done with, and resumes one that no longer is.',
      hears: { bus },
      environment: { TABLE_NAME: recordTable.table.tableName },
    });
    recordTable.grant(this.closePostMortem.function, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  }
}
