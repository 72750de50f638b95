import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { grantJiraWork, type JiraWork, jiraWorkEnvironment } from '../building-blocks/jira-work.ts';
import { ScheduledWork } from '../building-blocks/scheduled-work.ts';
import { grantSourceCredentials, type SourceWork, sourceWorkEnvironment } from '../building-blocks/source-work.ts';
import { countOf } from './alarms.ts';
import type { Reports } from './reports.ts';

interface SchedulesProps extends JiraWork, SourceWork {
  readonly foundation: Foundation;
  readonly reports: Reports;
  /** Queue of those who judge the fixes that are due. */
  readonly dueFixes: Queue;
}

/** Work that time starts: the sweep for what webhooks missed, the checks that are due, the report. */
export class Schedules extends Construct {
  readonly sweepIncidents: ScheduledWork;
  readonly sweepRemediation: ScheduledWork;
  readonly auditTickets: ScheduledWork;
  readonly verifyRemediation: ScheduledWork;
  readonly publishReport: ScheduledWork;

  constructor(scope: Construct, id: string, { foundation, reports, dueFixes, ...work }: SchedulesProps) {
    super(scope, id);
    const { schedules } = foundation.config;
    const { recordTable } = work;
    this.sweepIncidents = new ScheduledWork(this, 'SweepIncidents', {
      foundation,
      name: 'sweep-incidents',
      description: 'Finds the closed incidents that no webhook told.',
      schedule: schedules.sweepIncidents,
      environment: sourceWorkEnvironment(work),
    });
    recordTable.grant(this.sweepIncidents.function, 'GetItem', 'PutItem');
    recordTable.grantSharedLimits(this.sweepIncidents.function);
    grantSourceCredentials(work, this.sweepIncidents.function);
    this.sweepRemediation = new ScheduledWork(this, 'SweepRemediation', {
      foundation,
      name: 'sweep-remediation',
      description: 'Finds what no event told: tickets that changed, creations left half done, deadlines that passed.',
      schedule: schedules.sweepRemediation,
      environment: jiraWorkEnvironment(work),
    });
    this.auditTickets = new ScheduledWork(this, 'AuditTickets', {
      foundation,
      name: 'audit-tickets',
      description: 'Holds Jira against the records, and closes second tickets.',
      schedule: schedules.auditTickets,
      environment: jiraWorkEnvironment(work),
    });
    recordTable.grant(this.auditTickets.function, 'GetItem');
    recordTable.grantSharedLimits(this.auditTickets.function);
    recordTable.grantQueryOfIndexes(this.auditTickets.function);
    work.jiraApi.grantRead(this.auditTickets.function);
    for (const [metric, means] of Object.entries(AUDIT_FINDINGS)) {
      foundation.alarms.watch(this, metric, {
        metric: countOf(metric),
        description: `${means} The log of audit-tickets, or of sync-remediation, names it: docs/runbooks/audit-findings.md.`,
      });
    }
    for (const [metric, means] of Object.entries(SWEEP_FINDINGS)) {
      foundation.alarms.watch(this, metric, {
        metric: countOf(metric),
        description: `${means} The log names it: docs/runbooks/function-errors.md.`,
      });
    }
    // An hour of it is a quota, and ends by itself.
    foundation.alarms.watch(this, 'SweepPostponed', {
      metric: countOf('SweepPostponed').with({ period: Duration.hours(1) }),
      periods: 6,
      description:
        'For six hours, the limits of Jira have put off runs of the sweeps in each hour: what no webhook tells is found late, or not at all. ' +
        'The log says which limit: docs/runbooks/function-errors.md.',
    });
    this.verifyRemediation = new ScheduledWork(this, 'VerifyRemediation', {
      foundation,
      name: 'verify-remediation',
      description: 'Sends the claimed fixes that are due to those who judge them.',
      schedule: schedules.verifyRemediation,
      environment: { TABLE_NAME: recordTable.table.tableName, DUE_FIX_QUEUE_URL: dueFixes.queueUrl },
    });
    recordTable.grant(this.verifyRemediation.function, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    dueFixes.grantSendMessages(this.verifyRemediation.function);
    recordTable.grantQueryOfIndexes(this.verifyRemediation.function);
    grantJiraWork(work, this.sweepRemediation.function);
    recordTable.grantQueryOfIndexes(this.sweepRemediation.function);

    foundation.alarms.watch(this, 'NotificationDue', {
      metric: countOf('NotificationDue'),
      description:
        'Somebody outside has to be told of an incident, soon or already, and nobody wrote down that they were: ' +
        'docs/runbooks/notification-due.md.',
    });

    this.publishReport = new ScheduledWork(this, 'PublishReport', {
      foundation,
      name: 'publish-report',
      description: 'Writes the reports: what is overdue, and what verification found.',
      schedule: schedules.publishReport,
      // The scheduler may start a run twice: the time for which it was scheduled tells that they are one.
      input: JSON.stringify({ scheduledFor: '<aws.scheduler.scheduled-time>' }),
      environment: { TABLE_NAME: recordTable.table.tableName, REPORT_BUCKET_NAME: reports.bucket.bucketName },
    });
    recordTable.grant(this.publishReport.function, 'GetItem', 'Query', 'PutItem');
    recordTable.grantQueryOfIndexes(this.publishReport.function);
    reports.grantWrite(this.publishReport.function);
    reports.grantRead(this.publishReport.function);
    reports.grantTally(this.publishReport.function);
  }
}

const SWEEP_FINDINGS = {
  TicketSkipped: 'A ticket or an incident could not be read for a day; the sweep went on without it.',
  TicketDataUnreadable: 'Jira answered an issue, a comment or a change that cannot be read; the rest was.',
  SweepStuck: 'Tickets or incidents that changed are waiting, and one run after the other looks at none of them.',
  TicketNotReopened:
    'Jira refuses every way out of done for the ticket of a fix that does not hold; another follows up on it.',
};

const AUDIT_FINDINGS = {
  TicketOrphaned: 'A ticket in Jira says that it is ours, and no record knows of it.',
  TicketDuplicated: 'A remediation had a second ticket; it was linked and closed.',
  TicketForeign: 'A ticket that is not ours carries the mark of a fix; it was left alone.',
  TicketMissing: 'Jira does not show the ticket of a remediation.',
};
