import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { EvidenceSourcePolicy } from '../../shared/domain/verification/evidence-source-policy.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { grantJiraWork, type JiraWork, jiraWorkEnvironment } from '../building-blocks/jira-work.ts';
import { QueuedWorker } from '../building-blocks/queued-worker.ts';
import { countOf } from './alarms.ts';

/** Within a period: one that does not answer now and then is what waiting is for. */
const NO_ANSWERS_TO_WORRY = 5;

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
  readonly ask: QueuedWorker;
  readonly judgeDue: QueuedWorker;

  constructor(scope: Construct, id: string, { foundation, bus, ...work }: RemediationWorkersProps) {
    super(scope, id);
    const common = { foundation, environment: jiraWorkEnvironment(work) };
    this.create = new QueuedWorker(this, 'Create', {
      ...common,
      name: 'create-remediation',
      description: 'Creates the Jira ticket of an approved recommendation, once.',
      hears: { bus },
      // As many as Jira creates in one call. What is approved alone waits for others so long: nobody sits before it.
      batchSize: 50,
      gathers: Duration.seconds(3),
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
    // Called as it was at first: under another id an upgrade would make a new queue, and delete the old one with what lies in it.
    this.judge = new QueuedWorker(this, 'Doubt', {
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
    this.ask = this.askSources(foundation, bus, work);
    for (const worker of [this.create, this.sync, this.reopen]) grantJiraWork(work, worker.function);
    foundation.alarms.watch(this, 'DocumentUnfit', {
      metric: countOf('JiraDocumentUnfit'),
      description:
        'A text for Jira broke the rules of its format and went out as plain words: docs/runbooks/function-errors.md.',
    });
  }

  /** It calls functions of the team's, which other people change: it may call exactly those of the configuration. */
  private askSources(foundation: Foundation, bus: EventBus, { recordTable }: JiraWork): QueuedWorker {
    const worker = new QueuedWorker(this, 'Ask', {
      foundation,
      environment: { TABLE_NAME: recordTable.table.tableName },
      name: 'ask-source',
      description: 'Asks sources of evidence about claimed fixes.',
      hears: { bus },
    });
    recordTable.grant(worker.function, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    const resourceArns = askedFunctions(this, foundation.config.evidenceSources);
    if (resourceArns.length > 0) {
      iam.Grant.addToPrincipal({ grantee: worker.function, actions: ['lambda:InvokeFunction'], resourceArns });
    }
    foundation.alarms.watch(worker, 'NoAnswer', {
      metric: countOf('SourceGaveNoAnswer'),
      threshold: NO_ANSWERS_TO_WORRY,
      description: 'Sources of evidence that can be asked give no answer: docs/runbooks/sources-silent.md.',
    });
    return worker;
  }
}

/** A name is that of a function beside ours. */
function askedFunctions(scope: Construct, sources: EvidenceSourcePolicy): string[] {
  const names = Object.values(sources).flatMap(({ ask }) => (ask === undefined ? [] : [ask.function]));
  const arns = names.map((name) =>
    name.startsWith('arn:')
      ? name
      : Stack.of(scope).formatArn({
          service: 'lambda',
          resource: 'function',
          resourceName: name,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
  );
  return [...new Set(arns)];
}
