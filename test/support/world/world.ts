import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { askSourceHandler } from '../../../functions/ask-source/handler.ts';
import { closePostMortemHandler } from '../../../functions/close-post-mortem/handler.ts';
import { createRemediationHandler } from '../../../functions/create-remediation/handler.ts';
import { judgeDueRemediationHandler } from '../../../functions/judge-due-remediation/handler.ts';
import { judgeRemediationHandler } from '../../../functions/judge-remediation/handler.ts';
import { keepListsHandler } from '../../../functions/keep-lists/handler.ts';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { publishReportHandler } from '../../../functions/publish-report/handler.ts';
import { receiveWebhookHandler } from '../../../functions/receive-webhook/handler.ts';
import { reopenRemediationHandler } from '../../../functions/reopen-remediation/handler.ts';
import { sweepIncidentsHandler } from '../../../functions/sweep-incidents/handler.ts';
import { sweepRemediationHandler } from '../../../functions/sweep-remediation/handler.ts';
import { syncRemediationHandler } from '../../../functions/sync-remediation/handler.ts';
import { verifyRemediationHandler } from '../../../functions/verify-remediation/handler.ts';
import { addressesOf, loginOf } from '../../../local/jira-simulator/as-configured.ts';
import {
  type JiraSimulator,
  type JiraSimulatorOptions,
  startJiraSimulator,
} from '../../../local/jira-simulator/simulator.ts';
import { evidenceStore } from '../../../runtime/evidence-store.ts';
import { unfitDocument } from '../../../runtime/jira.ts';
import { BUS_WORKERS, type BusWorker, HEARD_BY } from '../../../runtime/queue/heard-by.ts';
import { rememberFailures } from '../../../runtime/queue/remember-failures.ts';
import { sharedLimits } from '../../../runtime/shared-limits.ts';
import type { DomainEvent } from '../../../shared/domain/events/events.ts';
import { busDetail, type RecordedEvent, recorded } from '../../../shared/domain/events/recorded-event.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfig, HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { BackfillPortion, type BackfillRequest } from '../../../shared/domain/ticket/backfill.ts';
import { nameOfSite } from '../../../shared/domain/ticket/jira-site.ts';
import { jiraConnection } from '../../../shared/intake/jira/connection.ts';
import { isKnownTicket } from '../../../shared/intake/known-ticket.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import { connectSources, polledSources, webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import type { JiraCredentials } from '../../../shared/jira/credentials.ts';
import { checkedDocuments } from '../../../shared/jira/document/checked-documents.ts';
import { jiraGateway } from '../../../shared/jira/gateway.ts';
import { siteLimits } from '../../../shared/jira/limits/site-limits.ts';
import { siteTurns } from '../../../shared/jira/site-turns.ts';
import { configuredSites } from '../../../shared/jira/sites.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';
import type { AskedReport } from '../../../shared/report/asked-report.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { rememberWord, storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { quarantine } from '../../../shared/store/inbox/quarantine.ts';
import { storeReport } from '../../../shared/store/inbox/reports.ts';
import { keepTold, toldIncident } from '../../../shared/store/inbox/told-incidents.ts';
import { OutboxItem } from '../../../shared/store/outbox.ts';
import { claimsAround } from '../../../shared/store/queues/claims-of-person.ts';
import { turnsIn } from '../../../shared/store/queues/site-turns.ts';
import { watchersOf } from '../../../shared/store/queues/watchers.ts';
import { recordStore } from '../../../shared/store/records/record-store.ts';
import { jiraTickets } from '../../../shared/tickets/jira/jira-tickets.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import { createRecordTable } from '../machine/record-table.ts';
import { evidenceBucket } from '../samples/evidence-files.ts';
import { exportBucket } from '../samples/export-files.ts';
import { reportBucket } from '../samples/report-files.ts';
import { unfinishedBucket } from '../samples/unfinished-files.ts';
import { askedSource } from '../systems/asked-source.ts';
import { testClock } from './clock.ts';
import { fixQueue } from './fix-queue.ts';
import { testIds } from './ids.ts';
import { keptTally } from './kept-tally.ts';
import { testTelemetry } from './telemetry.ts';

export const WEBHOOK_SECRET = 'webhook-secret-of-the-tests';
export const PREVIOUS_SECRET = 'webhook-secret-before-that';

/** The Jira of the world, and others that stand beside it as `jira.sites`. */
type WorldOfJira = Partial<JiraSimulatorOptions> & {
  readonly furtherSites?: Readonly<Record<string, Partial<JiraSimulatorOptions>>>;
};

/** A run that has just begun. */
export const CONTEXT = z.custom<Context>().parse({ getRemainingTimeInMillis: () => 60_000 });

/**
 * Everything but AWS, in one process: the real handlers on a real DynamoDB API and the Jira simulator, with a clock
 * that stands still. `deliver` plays the stream, the bus and the queues.
 */
export async function startWorld(
  endpoint: string,
  config: HoldfastConfigInput = {},
  { furtherSites = {}, ...jiraOptions }: WorldOfJira = {},
  login: 'its own' | 'OAuth' = 'its own',
) {
  const clock = testClock();
  const newId = testIds();
  const table = await createRecordTable(endpoint);
  const simulator = await startJiraSimulator({
    webhookSecret: WEBHOOK_SECRET,
    clock: clock.date,
    webhookRetryDelayMs: 1,
    ...jiraOptions,
  });
  const further: Record<string, JiraSimulator> = {};
  for (const [key, options] of Object.entries(furtherSites)) {
    further[key] = await startJiraSimulator({ webhookSecret: WEBHOOK_SECRET, clock: clock.date, ...options });
  }
  const parsed = parseConfig({
    ...config,
    jira: {
      ...addressesOf(simulator),
      timeoutMs: 500,
      sites: Object.fromEntries(Object.entries(further).map(([key, one]) => [key, addressesOf(one)])),
      ...config.jira,
    },
    // The minute of a clock that stands still never ends.
    api: { perMinute: { person: 100_000, program: 100_000 }, ...config.api },
    remediation: { defaultRoute: { project: 'PLAT', issueType: 'Task' }, ...config.remediation },
  });
  const store = recordStore({ table, rules: parsed, now: clock.now, newId, backOff: () => Promise.resolve() });
  const { telemetry, counted, failures, log } = testTelemetry();
  const unread: { kind: string; id: string; because: string }[] = [];
  const onOdd = (odd: (typeof unread)[number]) => {
    unread.push(odd);
    telemetry.count('TicketDataUnreadable');
    telemetry.warn('a system answered something that cannot be read; it is passed over', odd);
  };
  const nowMs = () => Date.parse(clock.now());
  const credentials = () => Promise.resolve(login === 'OAuth' ? simulator.tokens.account : loginOf(simulator));
  const toldOfLimits = testTelemetry();
  const limitsOf = sharedLimits(table, toldOfLimits.telemetry);
  const gatewayTo = (
    site: HoldfastConfig['jira'],
    credentials: () => Promise<JiraCredentials>,
    // Enough time to ask, too little to ask again: a fault that strikes once is seen.
    { clock: clockMs = nowMs, timeLeftMs = () => 1 }: { clock?: () => number; timeLeftMs?: () => number } = {},
  ) => {
    const { timeoutMs } = site;
    const limits = siteLimits({ ...limitsOf(nameOfSite(site)), timeoutMs, timeLeftMs, clock: clockMs });
    const turns = siteTurns(turnsIn(table, nameOfSite(site)), timeoutMs, clockMs);
    const transport = jiraTransport({ ...site, timeLeftMs, credentials, limits });
    return jiraGateway(checkedDocuments(transport, unfitDocument(telemetry)), onOdd, limits, turns);
  };
  const [first, ...others] = configuredSites(parsed);
  const jira = gatewayTo(parsed.jira, credentials);
  const tickets = jiraTickets(jira, first.config, nowMs);
  const ticketsElsewhere = others.flatMap(({ key, config: ofSite }) => {
    const simulated = key === undefined ? undefined : further[key];
    if (simulated === undefined) return [];
    const gateway = gatewayTo(ofSite.jira, () => Promise.resolve(loginOf(simulated)));
    return [jiraTickets(gateway, ofSite, nowMs, key)];
  });
  const bucket = evidenceBucket();
  const exports = exportBucket();
  const reports = reportBucket();
  const source = askedSource();
  const remember = rememberFailures('sync-remediation', { table, telemetry, now: clock.now });
  const connectionTo = connectSources(
    { ...CONNECTIONS, jira: (tools) => jiraConnection(jira, tools) },
    {
      config: parsed,
      credentials: () => Promise.reject(new Error('no secrets here')),
      timeLeftMs: () => 1,
      run: () => undefined,
      onOdd,
      told: (ticket) => toldIncident(table, ticket),
      newId,
    },
  );
  const deps = {
    store,
    jira,
    tickets,
    ticketSites: ticketSites([tickets, ...ticketsElsewhere]),
    connectionTo,
    evidenceFiles: bucket.files,
    exportFiles: exports.files,
    unfinished: unfinishedBucket(),
    evidence: evidenceStore(table, parsed),
    reportFiles: reports.files,
    tallyFile: keptTally(),
    config: parsed,
    table,
    telemetry,
    remember,
    now: clock.now,
    newId,
  };

  const workers: Record<BusWorker, (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>> = {
    'open-post-mortem': openPostMortemHandler(deps),
    'close-post-mortem': closePostMortemHandler(deps),
    'keep-lists': keepListsHandler({ ...deps, backOff: () => Promise.resolve() }),
    'create-remediation': createRemediationHandler(deps),
    'sync-remediation': syncRemediationHandler(deps),
    'reopen-remediation': reopenRemediationHandler(deps),
    'judge-remediation': judgeRemediationHandler({
      ...deps,
      claimsAround: (claimer, claim, how) => claimsAround(table, claimer, claim, how),
      watchersOf: (subject, how) => watchersOf(table, subject, how),
      rememberWord: (signal) => rememberWord(table, signal),
    }),
    'ask-source': askSourceHandler({
      ...deps,
      ask: source.ask,
      keep: (signal, event) => storeSignal(table, signal, event),
    }),
  };

  const publishReport = publishReportHandler({
    ...deps,
    bucket: 'reports',
    putNew: reports.putNew,
    remember: (kind, runId, event, how) => storeReport(table, kind, runId, event, how),
  });
  /** Reports that were asked for, in order; as Lambda would, each is made a moment later. */
  const asked: AskedReport[] = [];

  const dueFixes = fixQueue(judgeDueRemediationHandler(deps), CONTEXT);
  const sendDueFixes = verifyRemediationHandler({ ...deps, queue: dueFixes.queue });

  const delivered = new Set<string>();
  const accept = (delivery: { source: string; id: string; event: RecordedEvent }) =>
    acceptDelivery(table, { ...delivery, remember: parsed.operations.inboxRetention });

  const unreadSince = () => unread.splice(0);
  const callSweepIncidents = (call: { backfill?: BackfillRequest }) =>
    sweepIncidentsHandler({
      ...deps,
      sources: polledSources(SOURCES, connectionTo, parsed),
      accept,
      unreadSince,
    })(call, CONTEXT);

  async function outbox(): Promise<RecordedEvent[]> {
    const items: Record<string, unknown>[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = { TableName: table.name, ConsistentRead: true, ExclusiveStartKey: from };
      const { Items = [], LastEvaluatedKey } = await table.client.send(new ScanCommand(page));
      items.push(...Items);
      from = LastEvaluatedKey;
    } while (from !== undefined);
    return items
      .flatMap((item) => {
        const parsedItem = OutboxItem.safeParse(item);
        return parsedItem.success ? [parsedItem.data.event] : [];
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Hands events of one type to the functions that the bus would. @returns the ids of messages that go back to the queue */
  async function handOverTogether(events: readonly RecordedEvent[]): Promise<string[]> {
    const failed = new Set<string>();
    for (const worker of BUS_WORKERS) {
      if (!HEARD_BY[worker].some((type) => type === events[0]?.type)) continue;
      const { batchItemFailures } = await workers[worker](sqsEventOf(...events), CONTEXT);
      for (const { itemIdentifier } of batchItemFailures) failed.add(itemIdentifier);
    }
    return [...failed];
  }
  const handOver = (event: RecordedEvent): Promise<string[]> => handOverTogether([event]);

  return {
    ...deps,
    simulator,
    /** The first site as another function has it, which has a minute for each request, in real time. */
    ticketsOfAnotherFunction: () => {
      const inRealTime = { clock: Date.now, timeLeftMs: () => 60_000 };
      return jiraTickets(gatewayTo(parsed.jira, credentials, inRealTime), first.config, Date.now);
    },
    /** Jiras of `furtherSites`, by name. */
    further,
    bucket,
    exports,
    tallyFile: keptTally(),
    reports,
    asked,
    startReport: (one: AskedReport) => Promise.resolve(void asked.push(one)),
    /** Makes the reports that were asked for, or those of the schedule. */
    async publishReports(scheduledFor?: string): Promise<void> {
      if (scheduledFor !== undefined) await publishReport({ scheduledFor }, { awsRequestId: 'scheduled' });
      for (const one of asked.splice(0)) await publishReport({ asked: one }, { awsRequestId: 'asked' });
    },
    source,
    clock,
    counted,
    /** Metrics of the limits of Jira, apart: they count every request. */
    countedOfLimits: toldOfLimits.counted,
    failures,
    log,
    outbox,
    handOver,
    handOverTogether,
    /** An event as it would come from the bus, without having been recorded. */
    event: (event: DomainEvent): RecordedEvent =>
      recorded(event, 'holdfast', { actor: { kind: 'system', id: 'test' }, correlationId: 'test', hops: 0 }, deps),
    receive: receiveWebhookHandler({
      ...deps,
      webhooks: webhooksInUse(SOURCES, parsed),
      secrets: () => Promise.resolve([WEBHOOK_SECRET, PREVIOUS_SECRET]),
      accept,
      isKnown: (event) => isKnownTicket(store, event),
      keepTold: (told) => keepTold(table, told, { now: clock.now(), remember: parsed.operations.inboxRetention }),
      quarantine: (delivery) => quarantine(table, { ...delivery, remember: parsed.operations.inboxRetention }),
    }),

    /** Carries events to their functions until there is nothing new. */
    async deliver(): Promise<void> {
      for (;;) {
        const fresh = (await outbox()).filter(({ id }) => !delivered.has(id));
        if (fresh.length === 0) return;
        for (const event of fresh) {
          delivered.add(event.id);
          await handOver(event);
        }
      }
    },

    sweepIncidents: () => callSweepIncidents({}),
    backfill: async (backfill: BackfillRequest) => BackfillPortion.parse(await callSweepIncidents({ backfill })),
    accept,
    unreadSince,
    sweep: () => sweepRemediationHandler(deps)({}, CONTEXT),
    /** Sends what is due, and judges all that was sent. */
    async verify(): Promise<void> {
      await sendDueFixes({}, CONTEXT);
      await dueFixes.work();
    },
    dueFixes,

    async close(): Promise<void> {
      for (const one of [simulator, ...Object.values(further)]) await one.close();
      table.client.destroy();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

export function sqsEventOf(...events: RecordedEvent[]): SQSEvent {
  const body = (event: RecordedEvent) =>
    JSON.stringify({ 'detail-type': event.type, source: event.source, detail: busDetail(event) });
  return { Records: events.map((event) => sqsRecord(event.id, body(event))) };
}

function sqsRecord(messageId: string, body: string): SQSRecord {
  return z.custom<SQSRecord>().parse({
    ...{ messageId, body },
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue-of-the-tests',
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: {},
  });
}
