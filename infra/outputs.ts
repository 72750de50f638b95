import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { constructName } from './building-blocks/construct-name.ts';
import type { GeneratedSecret } from './building-blocks/generated-secret.ts';
import type { Alarms } from './capabilities/alarms.ts';
import type { Anchoring } from './capabilities/anchoring.ts';
import type { BusIngress } from './capabilities/bus-ingress.ts';
import type { Callers } from './capabilities/callers.ts';
import type { Console } from './capabilities/console.ts';
import type { Doctor } from './capabilities/doctor.ts';
import type { EventBackbone } from './capabilities/event-backbone.ts';
import type { EvidenceIntake } from './capabilities/evidence-intake.ts';
import type { HttpApi } from './capabilities/http-api.ts';
import type { Identity } from './capabilities/identity.ts';
import type { PostMortemClosing } from './capabilities/post-mortem-closing.ts';
import type { PostMortemIntake } from './capabilities/post-mortem-intake.ts';
import type { RecordLists } from './capabilities/record-lists.ts';
import type { RecordTable } from './capabilities/record-table.ts';
import type { RemediationWorkers } from './capabilities/remediation-workers.ts';
import type { Reports } from './capabilities/reports.ts';
import type { Schedules } from './capabilities/schedules.ts';
import type { SignIn } from './capabilities/sign-in.ts';
import type { WebhookIngress } from './capabilities/webhook-ingress.ts';

interface Capabilities {
  readonly alarms: Alarms;
  readonly recordTable: RecordTable;
  readonly jiraApi: GeneratedSecret;
  readonly backbone: EventBackbone;
  readonly intake: PostMortemIntake;
  readonly closing: PostMortemClosing;
  readonly lists: RecordLists;
  readonly remediation: RemediationWorkers;
  readonly reports: Reports;
  readonly schedules: Schedules;
  readonly doctor: Doctor;
  readonly anchors: Anchoring;
  readonly evidence: EvidenceIntake;
  readonly callers: Callers;
  /** While people are known there, and not at an issuer of the company's own. */
  readonly pool: Identity | undefined;
  readonly signIn: SignIn;
  readonly httpApi: HttpApi;
  readonly pages: Console;
  readonly webhooks: WebhookIngress;
  /** While a source is heard on the account's bus. */
  readonly busIngress: BusIngress | undefined;
}

/** Outputs that operators, scripts and tests look up after a deployment. The names are an interface: scripts of others depend on them. */
export function addOutputs(stack: Stack, capabilities: Capabilities): void {
  for (const [name, value] of Object.entries(outputs(capabilities))) new CfnOutput(stack, name, { value });
}

function outputs(capabilities: Capabilities): Record<string, string> {
  const { alarms, recordTable, jiraApi, backbone, intake, closing, lists, remediation, reports } = capabilities;
  const { schedules, doctor, anchors, evidence, callers, pool, signIn, httpApi, pages, webhooks, busIngress } =
    capabilities;
  return {
    ApiUrl: httpApi.url,
    ApiId: httpApi.api.apiId,
    ConsoleUrl: pages.url,
    ...webhookOutputs(webhooks),
    WebClientId: callers.webClientId,
    CommandLineClientId: callers.commandLineClientId,
    ...programOutputs(callers),
    ...poolOutputs(pool),
    SessionSecretArn: signIn.sessionSecret.arn,
    TableName: recordTable.table.tableName,
    EventBusName: backbone.bus.eventBusName,
    ReportBucketName: reports.bucket.bucketName,
    AnchorBucketName: anchors.bucket.bucketName,
    EvidenceBucketName: evidence.bucket.bucketName,
    ReportTopicArn: reports.topic.topicArn,
    OperationsTopicArn: alarms.topic.topicArn,
    JiraApiSecretArn: jiraApi.arn,
    SweepIncidentsFunctionName: schedules.sweepIncidents.function.lambda.functionName,
    SweepRemediationFunctionName: schedules.sweepRemediation.function.lambda.functionName,
    AuditTicketsFunctionName: schedules.auditTickets.function.lambda.functionName,
    DoctorFunctionName: doctor.function.lambda.functionName,
    VerifyRemediationFunctionName: schedules.verifyRemediation.function.lambda.functionName,
    PublishReportFunctionName: schedules.publishReport.function.lambda.functionName,
    AnchorChainsFunctionName: anchors.anchorChains.function.lambda.functionName,
    ...busOutputs(busIngress),
    OpenPostMortemQueueUrl: intake.openPostMortem.queue.queueUrl,
    OpenPostMortemDeadLetterQueueUrl: intake.openPostMortem.deadLetterQueue.queueUrl,
    ClosePostMortemQueueUrl: closing.closePostMortem.queue.queueUrl,
    ClosePostMortemDeadLetterQueueUrl: closing.closePostMortem.deadLetterQueue.queueUrl,
    KeepListsQueueUrl: lists.keepLists.queue.queueUrl,
    KeepListsDeadLetterQueueUrl: lists.keepLists.deadLetterQueue.queueUrl,
    CreateRemediationQueueUrl: remediation.create.queue.queueUrl,
    CreateRemediationDeadLetterQueueUrl: remediation.create.deadLetterQueue.queueUrl,
    SyncRemediationQueueUrl: remediation.sync.queue.queueUrl,
    SyncRemediationDeadLetterQueueUrl: remediation.sync.deadLetterQueue.queueUrl,
    ReopenRemediationQueueUrl: remediation.reopen.queue.queueUrl,
    ReopenRemediationDeadLetterQueueUrl: remediation.reopen.deadLetterQueue.queueUrl,
    JudgeRemediationQueueUrl: remediation.judge.queue.queueUrl,
    JudgeRemediationDeadLetterQueueUrl: remediation.judge.deadLetterQueue.queueUrl,
    AskSourceQueueUrl: remediation.ask.queue.queueUrl,
    AskSourceDeadLetterQueueUrl: remediation.ask.deadLetterQueue.queueUrl,
    JudgeDueRemediationQueueUrl: remediation.judgeDue.queue.queueUrl,
    JudgeDueRemediationDeadLetterQueueUrl: remediation.judgeDue.deadLetterQueue.queueUrl,
    ReceiveEvidenceQueueUrl: evidence.receiveEvidence.queue.queueUrl,
    ReceiveEvidenceDeadLetterQueueUrl: evidence.receiveEvidence.deadLetterQueue.queueUrl,
    PublishEventsDeadLetterQueueUrl: backbone.undelivered.queueUrl,
    ReportAnnouncementDeadLetterQueueUrl: reports.undelivered.queueUrl,
    SweepIncidentsDeadLetterQueueUrl: schedules.sweepIncidents.deadLetterQueue.queueUrl,
    SweepRemediationDeadLetterQueueUrl: schedules.sweepRemediation.deadLetterQueue.queueUrl,
    AuditTicketsDeadLetterQueueUrl: schedules.auditTickets.deadLetterQueue.queueUrl,
    VerifyRemediationDeadLetterQueueUrl: schedules.verifyRemediation.deadLetterQueue.queueUrl,
    PublishReportDeadLetterQueueUrl: schedules.publishReport.deadLetterQueue.queueUrl,
    DoctorDeadLetterQueueUrl: doctor.deadLetterQueue.queueUrl,
    AnchorChainsDeadLetterQueueUrl: anchors.anchorChains.deadLetterQueue.queueUrl,
  };
}

/** `MailScannerClientId` for the program `mail-scanner`. */
function programOutputs({ programs }: Callers): Record<string, string> {
  return Object.fromEntries(programs.map(({ name, clientId }) => [`${constructName(name)}ClientId`, clientId]));
}

function poolOutputs(pool: Identity | undefined): Record<string, string> {
  if (pool === undefined) return {};
  return { UserPoolId: pool.userPool.userPoolId, SignInUrl: pool.signInUrl, TokenUrl: pool.tokenUrl };
}

/** `JiraWebhookSecretArn` and so on. Jira's address has been `WebhookUrl` since it was the only one. */
function webhookOutputs({ webhooks }: WebhookIngress): Record<string, string> {
  return Object.fromEntries(
    webhooks.flatMap(({ path, url, secret }) => [
      [path === 'jira' ? 'WebhookUrl' : `${constructName(path)}WebhookUrl`, url],
      [`${constructName(path)}WebhookSecretArn`, secret.arn],
    ]),
  );
}

function busOutputs(ingress: BusIngress | undefined): Record<string, string> {
  if (ingress === undefined) return {};
  const { queue, deadLetterQueue } = ingress.receiveBusEvent;
  return {
    ReceiveBusEventQueueUrl: queue.queueUrl,
    ReceiveBusEventDeadLetterQueueUrl: deadLetterQueue.queueUrl,
  };
}
