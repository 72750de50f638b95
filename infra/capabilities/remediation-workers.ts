import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { grantJiraWork, type JiraWork, jiraWorkEnvironment } from '../building-blocks/jira-work.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';

interface RemediationWorkersProps extends JiraWork {
  readonly foundation: Foundation;
  readonly bus: EventBus;
}

/** Carries approved recommendations into Jira, and what happens there back. */
export class RemediationWorkers extends Construct {
  readonly create: QueuedWorker;
  readonly sync: QueuedWorker;
  readonly reopen: QueuedWorker;
  readonly judge: QueuedWorker;
  readonly judgeDue: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, bus, ...work }: RemediationWorkersProps) {
    super(scope, id);
    const common = { foundation, environment: jiraWorkEnvironment(work) };
    this.create = new QueuedWorker(this, 'Create', {
      ...common,
      name: 'create-remediation',
      description: 'Creates the Jira ticket of an approved recommendation, once.',
      hears: { bus },
    });
    this.sync = new QueuedWorker(this, 'Sync', {
      ...common,
      name: 'sync-remediation',
      description: 'Reads a changed remediation ticket again and records what changed.',
      hears: { bus, source: ['holdfast.jira'] },
    });
    this.reopen = new QueuedWorker(this, 'Reopen', {
      ...common,
      name: 'reopen-remediation',
      description: 'Reopens the same Jira ticket, with the evidence, when a fix does not hold.',
      hears: { bus },
    });
    this.judge = new QueuedWorker(this, 'Judge', {
      foundation,
      environment: { TABLE_NAME: work.recordTable.table.tableName },
      name: 'judge-remediation',
      description: 'Judges claimed fixes when something is heard of them: a signal, an attestation, the claim.',
      hears: { bus },
    });
    this.judgeDue = new QueuedWorker(this, 'JudgeDue', {
      foundation,
      environment: { TABLE_NAME: work.recordTable.table.tableName },
      name: 'judge-due-remediation',
      description: 'Judges claimed fixes whose verdict may have changed by time alone.',
      // None of them waits for anybody but the table.
      batchSize: 10,
    });
    for (const { function: worker } of [this.judge, this.judgeDue]) {
      work.recordTable.grant(worker, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    }
    for (const worker of [this.create, this.sync, this.reopen]) grantJiraWork(work, worker.function);
  }
}
