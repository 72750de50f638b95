import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { closePostMortem } from '../../functions/close-post-mortem/handler.ts';
import { createRemediation } from '../../functions/create-remediation/handler.ts';
import { openPostMortem } from '../../functions/open-post-mortem/handler.ts';
import { receiveWebhook } from '../../functions/receive-webhook/handler.ts';
import { reopenRemediation } from '../../functions/reopen-remediation/handler.ts';
import { sweepIncidents } from '../../functions/sweep-incidents/handler.ts';
import { sweepRemediation } from '../../functions/sweep-remediation/handler.ts';
import { syncRemediation } from '../../functions/sync-remediation/handler.ts';
import { verifyRemediation } from '../../functions/verify-remediation/handler.ts';
import { type JiraSimulatorOptions, startJiraSimulator } from '../../local/jira-simulator/simulator.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import type { DomainEvent, EventType } from '../../shared/domain/events/events.ts';
import { busDetail, type RecordedEvent } from '../../shared/domain/events/recorded-event.ts';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { MAY_SETTLE } from '../../shared/domain/record/decide/settle-record.ts';
import { jiraConnection } from '../../shared/intake/jira/connection.ts';
import { CONNECTIONS, SOURCES } from '../../shared/intake/registry.ts';
import { connectSources, polledSources, webhooksInUse } from '../../shared/intake/sources-in-use.ts';
import { jiraGateway } from '../../shared/jira/gateway.ts';
import { jiraTransport } from '../../shared/jira/transport.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { keepAside } from '../../shared/store/inbox/asides.ts';
import { signalsAbout } from '../../shared/store/inbox/signals.ts';
import { keepTold, toldIncident } from '../../shared/store/inbox/told-incidents.ts';
import { OutboxItem, recorded } from '../../shared/store/outbox.ts';
import { recordStore } from '../../shared/store/records/record-store.ts';
import { testClock } from './clock.ts';
import { evidenceBucket } from './evidence-files.ts';
import { testIds } from './ids.ts';
import { createRecordTable } from './record-table.ts';
import { testTelemetry } from './telemetry.ts';

export const WEBHOOK_SECRET = 'webhook-secret-of-the-tests';
export const PREVIOUS_SECRET = 'webhook-secret-before-that';

/** A run that has just begun. */
export const CONTEXT = z.custom<Context>().parse({ getRemainingTimeInMillis: () => 60_000 });

/**
 * Everything but AWS, in one process: the real handlers on a real DynamoDB API and the Jira simulator, with a clock
 * that stands still. `deliver` plays the stream, the bus and the queues.
 */
export async function startWorld(
  endpoint: string,
  config: HoldfastConfigInput = {},
  jiraOptions: Partial<JiraSimulatorOptions> = {},
) {
  const clock = testClock();
  const newId = testIds();
  const { client, table } = await createRecordTable(endpoint);
  const place = { client, table };
  const simulator = await startJiraSimulator({
    webhookSecret: WEBHOOK_SECRET,
    clock: clock.date,
    webhookRetryDelayMs: 1,
    ...jiraOptions,
  });
  const parsed = parseConfig({
    ...config,
    jira: { site: simulator.url, timeoutMs: 500, ...config.jira },
    remediation: { defaultRoute: { project: 'PLAT', issueType: 'Task' }, ...config.remediation },
  });
  const store = recordStore({ client, table, rules: parsed, now: clock.now, newId, backOff: () => Promise.resolve() });
  const { site, timeoutMs } = parsed.jira;
  const jira = jiraGateway(
    jiraTransport({
      site,
      timeoutMs,
      // Enough to ask, too little to ask again: a fault that strikes once is seen.
      timeLeftMs: () => 1,
      credentials: () => Promise.resolve(simulator.credentials),
    }),
  );
  const bucket = evidenceBucket();
  const { telemetry, counted, failures } = testTelemetry();
  const remember = rememberFailures('worker', { place, telemetry, now: clock.now });
  const connectionTo = connectSources(
    { ...CONNECTIONS, jira: (tools) => jiraConnection(jira, tools) },
    {
      config: parsed,
      credentials: () => Promise.reject(new Error('no secrets here')),
      timeLeftMs: () => 1,
      told: (ticket) => toldIncident(place, ticket),
      newId,
    },
  );
  const deps = {
    store,
    jira,
    connectionTo,
    evidenceFiles: bucket.files,
    config: parsed,
    place,
    telemetry,
    remember,
    now: clock.now,
    newId,
  };

  const workers = [
    { types: ['Incident Ticket Closed', 'Incident Ticket Reopened'], handle: openPostMortem(deps) },
    { types: MAY_SETTLE, handle: closePostMortem(deps) },
    { types: ['Recommendation Approved'], handle: createRemediation(deps) },
    { types: ['Remediation Ticket Changed'], handle: syncRemediation(deps) },
    { types: ['Remediation Ineffective', 'Remediation Regressed'], handle: reopenRemediation(deps) },
  ] satisfies { types: readonly EventType[]; handle: (event: SQSEvent, context: Context) => Promise<unknown> }[];

  const delivered = new Set<string>();
  const accept = (delivery: { source: string; id: string; event: RecordedEvent }) =>
    acceptDelivery(place, { ...delivery, remember: parsed.operations.inboxRetention });

  async function outbox(): Promise<RecordedEvent[]> {
    const { Items } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
    return (Items ?? [])
      .flatMap((item) => {
        const parsedItem = OutboxItem.safeParse(item);
        return parsedItem.success ? [parsedItem.data.event] : [];
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Hands events of one type to the functions that the bus would. @returns the ids of messages that go back to the queue */
  async function handOverTogether(events: readonly RecordedEvent[]): Promise<string[]> {
    const failed = new Set<string>();
    for (const { types, handle } of workers) {
      if (!types.some((type) => type === events[0]?.type)) continue;
      const { batchItemFailures } = await handle(sqsEvent(...events), CONTEXT);
      for (const { itemIdentifier } of batchItemFailures) failed.add(itemIdentifier);
    }
    return [...failed];
  }
  const handOver = (event: RecordedEvent): Promise<string[]> => handOverTogether([event]);

  return {
    ...deps,
    simulator,
    bucket,
    clock,
    counted,
    failures,
    outbox,
    handOver,
    handOverTogether,
    /** An event as it would come from the bus, without having been recorded. */
    event: (event: DomainEvent): RecordedEvent =>
      recorded(event, 'holdfast', { actor: { kind: 'system', id: 'test' }, correlationId: 'test', hops: 0 }, deps),
    receive: receiveWebhook({
      ...deps,
      webhooks: webhooksInUse(SOURCES, parsed),
      secrets: () => Promise.resolve([WEBHOOK_SECRET, PREVIOUS_SECRET]),
      accept,
      keepTold: (told) => keepTold(place, told, { now: clock.now(), remember: parsed.operations.inboxRetention }),
      keepAside: (aside) => keepAside(place, { ...aside, remember: parsed.operations.inboxRetention }),
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

    sweepIncidents: sweepIncidents({ ...deps, sources: polledSources(SOURCES, connectionTo, parsed), accept }),
    sweep: () => sweepRemediation(deps)({}, CONTEXT),
    verify: () => {
      const run = verifyRemediation({ ...deps, signalsAbout: (subject, until) => signalsAbout(place, subject, until) });
      return run({}, CONTEXT);
    },

    async close(): Promise<void> {
      await simulator.close();
      client.destroy();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

export function sqsEvent(...events: RecordedEvent[]): SQSEvent {
  const Records = events.map((event) => ({
    messageId: event.id,
    body: JSON.stringify({ 'detail-type': event.type, source: event.source, detail: busDetail(event) }),
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue-of-the-tests',
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: {},
  }));
  return z.custom<SQSEvent>().parse({ Records });
}
