import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';
import { grantSourceCredentials, type SourceWork, sourceWorkEnvironment } from '../building-blocks/source-work.ts';

interface PostMortemIntakeProps extends SourceWork {
  readonly foundation: Foundation;
  readonly bus: EventBus;
}

/** Opens the post-mortem of an incident ticket that was closed. */
export class PostMortemIntake extends Construct {
  readonly openPostMortem: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, bus, ...work }: PostMortemIntakeProps) {
    super(scope, id);
    this.openPostMortem = new QueuedWorker(this, 'OpenPostMortem', {
      foundation,
      name: 'open-post-mortem',
      description: 'Opens one post-mortem per closed incident ticket.',
      hears: { bus },
      environment: sourceWorkEnvironment(work),
    });
    work.recordTable.grant(this.openPostMortem.function, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    grantSourceCredentials(work, this.openPostMortem.function);
  }
}
