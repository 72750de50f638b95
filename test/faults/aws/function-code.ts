import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { anchorChainsHandler } from '../../../functions/anchor-chains/handler.ts';
import { askSourceHandler } from '../../../functions/ask-source/handler.ts';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import { closePostMortemHandler } from '../../../functions/close-post-mortem/handler.ts';
import { createRemediationHandler } from '../../../functions/create-remediation/handler.ts';
import { doctorHandler } from '../../../functions/doctor/handler.ts';
import { judgeDueRemediationHandler } from '../../../functions/judge-due-remediation/handler.ts';
import { judgeRemediationHandler } from '../../../functions/judge-remediation/handler.ts';
import { keepListsHandler } from '../../../functions/keep-lists/handler.ts';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { type BusEntry, publishEventsHandler } from '../../../functions/publish-events/handler.ts';
import { publishReportHandler } from '../../../functions/publish-report/handler.ts';
import { receiveEvidenceHandler } from '../../../functions/receive-evidence/handler.ts';
import { receiveWebhookHandler } from '../../../functions/receive-webhook/handler.ts';
import { recordApiHandler } from '../../../functions/record-api/handler.ts';
import { recordSignalHandler } from '../../../functions/record-signal/handler.ts';
import { reopenRemediationHandler } from '../../../functions/reopen-remediation/handler.ts';
import { sweepIncidentsHandler } from '../../../functions/sweep-incidents/handler.ts';
import { sweepRemediationHandler } from '../../../functions/sweep-remediation/handler.ts';
import { syncRemediationHandler } from '../../../functions/sync-remediation/handler.ts';
import { verifyRemediationHandler } from '../../../functions/verify-remediation/handler.ts';
import type { ModelQueue } from '../../../local/aws-model/queue.ts';
import type { Jira } from '../../../local/jira-simulator/jira.ts';
import { evidenceStore } from '../../../runtime/evidence-store.ts';
import { type FunctionName, functionNames } from '../../../runtime/function-names.ts';
import { rememberFailures } from '../../../runtime/queue/remember-failures.ts';
import type { Telemetry } from '../../../runtime/telemetry.ts';
import { readMemory, writeMemory } from '../../../shared/doctor/kept-memory.ts';
import { programsByClient } from '../../../shared/domain/access/programs.ts';
import type { RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';
import { nameOfSite } from '../../../shared/domain/ticket/jira-site.ts';
import { oneNameIn } from '../../../shared/domain/verification/source-names.ts';
import type { EvidenceFiles } from '../../../shared/evidence/evidence-files.ts';
import { jiraConnection } from '../../../shared/intake/jira/connection.ts';
import { isKnownTicket } from '../../../shared/intake/known-ticket.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import { connectSources, polledSources, sourcesInUse, webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { jiraGateway } from '../../../shared/jira/gateway.ts';
import { siteLimits } from '../../../shared/jira/limits/site-limits.ts';
import { siteTurns } from '../../../shared/jira/site-turns.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { rememberWord, storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { quarantine } from '../../../shared/store/inbox/quarantine.ts';
import { storeReport } from '../../../shared/store/inbox/reports.ts';
import { keepTold, toldIncident } from '../../../shared/store/inbox/told-incidents.ts';
import { unmappedOf } from '../../../shared/store/inbox/unmapped-values.ts';
import { claimsAround } from '../../../shared/store/queues/claims-of-person.ts';
import { hiddenIn } from '../../../shared/store/queues/hiding-projects.ts';
import { floorsIn } from '../../../shared/store/queues/site-floors.ts';
import { turnsIn } from '../../../shared/store/queues/site-turns.ts';
import { watchersOf } from '../../../shared/store/queues/watchers.ts';
import { type RecordStore, recordStore } from '../../../shared/store/records/record-store.ts';
import type { Table } from '../../../shared/store/table.ts';
import { jiraTickets } from '../../../shared/tickets/jira/jira-tickets.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import type { EvidenceStore } from '../../../shared/verification/assess-fix.ts';
import type { EarlyDepartures } from '../jira/early-departures.ts';
import { jiraAccess } from '../jira/jira-access.ts';
import { PEOPLE_CLIENT } from '../people/api-client.ts';
import type { Controls } from '../people/controls.ts';
import type { Weakening } from '../safeguards/safeguards.ts';
import { clientOf, type MemoryTable } from '../table/memory-table.ts';
import { tableAccess } from '../table/table-access.ts';
import { putEvents, putNewFile, putReport, sendToQueue, tallyIn } from './aws-access.ts';
import type { LambdaContext, SimulatedFunction } from './cloud.ts';
import type { FunctionSurroundings, Weather } from './invocation.ts';
import { askScanner } from './source-access.ts';

/** Clients of the programs, by their names. `people/api-client.ts` sends signals as the scanner. */
const CLIENT_IDS = { scanner: 'scanner' };

export const SIMULATION_WEBHOOK_SECRET = 'webhook-secret-of-the-simulation';

export type FunctionWorld = {
  readonly weather: Weather;
  readonly table: MemoryTable;
  readonly jira: Jira;
  readonly controls: Controls;
  readonly config: HoldfastConfig;
  readonly newId: () => string;
  readonly files: Map<string, string>;
  /** What a sweep takes to look at a record: in a hurry as long as a whole run, as a hundred thousand records would. */
  readonly lookMs: number;
  readonly put: (entries: readonly BusEntry[]) => boolean[];
  /** Queue of the template on which a function works. */
  readonly queueBehind: (name: FunctionName) => ModelQueue;
  readonly weakening: Weakening;
  readonly earlyDepartures: EarlyDepartures;
};

/** The deployed functions by their names, put together as their `index.ts` does, on what one invocation can reach. */
export function functionCode(world: FunctionWorld, name: string): SimulatedFunction {
  const known = functionNames.find((one) => one === name);
  const code = known && FUNCTIONS.get(known);
  if (known === undefined || code === undefined)
    throw new Error(`the simulation has no function ${name}: add it to function-code.ts`);
  return (surroundings) => {
    const handle = code(dependencies(world, surroundings, known), world, surroundings);
    return async (event, context) => {
      const answer = await handle(event, context);
      return world.weakening.answer === undefined ? answer : world.weakening.answer(name, answer);
    };
  };
}

type Handle = (event: unknown, context: LambdaContext) => Promise<unknown>;
type Code = (deps: Dependencies, world: FunctionWorld, surroundings: FunctionSurroundings) => Handle;

const FUNCTIONS: ReadonlyMap<FunctionName, Code> = new Map<FunctionName, Code>([
  ['create-remediation', (deps) => handing(createRemediationHandler(deps))],
  ['close-post-mortem', (deps) => handing(closePostMortemHandler(deps))],
  ['keep-lists', (deps) => handing(keepListsHandler(deps))],
  ['open-post-mortem', (deps) => handing(openPostMortemHandler(deps))],
  ['reopen-remediation', (deps) => handing(reopenRemediationHandler(deps))],
  [
    'judge-remediation',
    (deps) =>
      handing(
        judgeRemediationHandler({
          ...deps,
          claimsAround: (claimer, claim, how) => claimsAround(deps.table, claimer, claim, how),
          watchersOf: (subject, how) => watchersOf(deps.table, subject, how),
          rememberWord: (signal) => rememberWord(deps.table, signal),
        }),
      ),
  ],
  [
    'ask-source',
    (deps, { controls }, surroundings) =>
      handing(
        askSourceHandler({
          ...deps,
          ask: askScanner(controls, surroundings),
          keep: (signal, event) => storeSignal(deps.table, signal, event),
        }),
      ),
  ],
  ['sync-remediation', (deps) => handing(syncRemediationHandler(deps))],
  [
    'sweep-remediation',
    (deps, { lookMs }, { wait }) =>
      handing(sweepRemediationHandler({ ...deps, store: slowly(deps.store, lookMs, wait) })),
  ],
  [
    'sweep-incidents',
    (deps, world) =>
      handing(
        sweepIncidentsHandler({
          ...deps,
          sources: polledSources(SOURCES, deps.connectionTo, deps.config),
          accept: accepting(deps, world),
          unreadSince: () => [],
        }),
      ),
  ],
  ['audit-tickets', (deps) => handing(auditTicketsHandler(deps))],
  [
    'doctor',
    (deps) =>
      handing(
        doctorHandler({
          checkAddresses: () => Promise.resolve([]),
          unmappedOf: (source) => unmappedOf(deps.table, source),
          hiddenIn: (place) => hiddenIn(deps.table, place),
          memory: { read: () => readMemory(deps.table), write: (memory) => writeMemory(deps.table, memory) },
          ...deps,
          sources: sourcesInUse(SOURCES, deps.config).map(({ source }) => source.name),
        }),
      ),
  ],
  [
    'verify-remediation',
    (deps, world, surroundings) =>
      handing(
        verifyRemediationHandler({
          ...deps,
          queue: sendToQueue(world.queueBehind('judge-due-remediation'), surroundings),
        }),
      ),
  ],
  [
    'judge-due-remediation',
    (deps) => handing(judgeDueRemediationHandler({ ...deps, evidence: evidenceStore(deps.table, deps.config) })),
  ],
  [
    'publish-events',
    (deps, { put }, surroundings) => handing(publishEventsHandler({ ...deps, put: putEvents(put, surroundings) })),
  ],
  [
    'publish-report',
    (deps, { files }, surroundings) =>
      handing(
        publishReportHandler({
          ...deps,
          bucket: 'reports',
          putNew: putReport(files, surroundings),
          tallyFile: tallyIn(files, surroundings),
          remember: (kind, runId, event, how) => storeReport(deps.table, kind, runId, event, how),
        }),
      ),
  ],
  [
    'anchor-chains',
    (deps, { files }, surroundings) =>
      handing(anchorChainsHandler({ ...deps, putNew: putNewFile(files, surroundings) })),
  ],
  [
    'record-signal',
    (deps) =>
      handing(
        recordSignalHandler({
          ...deps,
          programs: programsByClient(deps.config.programs, CLIENT_IDS),
          store: (signal, event) => storeSignal(deps.table, signal, event),
          oneName: oneNameIn(deps.config.evidenceSources),
        }),
      ),
  ],
  ['receive-evidence', (deps) => handing(receiveEvidenceHandler({ ...deps, evidenceFiles: NO_BUCKET }))],
  [
    'record-api',
    (deps, { weather }, { id }) =>
      handing(
        recordApiHandler({
          ...deps,
          peopleClients: [PEOPLE_CLIENT],
          programs: programsByClient(deps.config.programs, CLIENT_IDS),
          evidence: evidenceStore(deps.table, deps.config),
          evidenceFiles: NO_BUCKET,
          exportFiles: { put: noBucket, readLink: noBucket },
          unfinished: { keep: noBucket, read: noBucket },
          reportFiles: { read: noBucket, link: noBucket },
          startReport: noBucket,
          unexpected: (error) => weather.trace.note(id, `answers 500: ${error}`),
        }),
      ),
  ],
  [
    'receive-webhook',
    (deps, world) =>
      handing(
        receiveWebhookHandler({
          ...deps,
          webhooks: webhooksInUse(SOURCES, deps.config),
          secrets: () => Promise.resolve([SIMULATION_WEBHOOK_SECRET]),
          accept: accepting(deps, world),
          isKnown: (event) => isKnownTicket(deps.store, event),
          keepTold: (told) =>
            keepTold(deps.table, told, { now: deps.now(), remember: deps.config.operations.inboxRetention }),
          quarantine: (delivery) =>
            quarantine(deps.table, { ...delivery, remember: deps.config.operations.inboxRetention }),
        }),
      ),
  ],
]);

/** Nobody in a storm uploads anything: its people write no evidence, and no S3 tells of any. */
const noBucket = () => Promise.reject(new Error('there is no bucket in a storm'));
const NO_BUCKET: EvidenceFiles = { uploadLink: noBucket, readLink: noBucket, newest: noBucket, open: noBucket };

type Dependencies = ReturnType<typeof dependencies>;
type Delivery = { source: string; id: string; event: RecordedEvent };

function accepting(
  { table, config, newId }: Dependencies,
  { weakening }: FunctionWorld,
): (delivery: Delivery) => Promise<boolean> {
  const { deliveryId = (id) => id } = weakening;
  const remember = config.operations.inboxRetention;
  return ({ source, id, event }) => acceptDelivery(table, { source, id: deliveryId(id, newId), event, remember });
}

/** What sources said, as a run reads it that takes a safeguard away. */
/** Looks at whole records take their time. */
function slowly(store: RecordStore, lookMs: number, wait: FunctionSurroundings['wait']): RecordStore {
  return {
    ...store,
    async changeWithRemediations(...of) {
      await wait(lookMs);
      return store.changeWithRemediations(...of);
    },
  };
}

function evidenceAs(table: Table, config: HoldfastConfig, { histories = (read) => read }: Weakening): EvidenceStore {
  const evidence = evidenceStore(table, config);
  return { ...evidence, historiesAbout: async (subject) => histories(await evidence.historiesAbout(subject)) };
}

function dependencies(world: FunctionWorld, surroundings: FunctionSurroundings, name: FunctionName) {
  const { weather, table: memory, jira: site, config, newId, weakening } = world;
  const { now } = weather.timeline;
  const client = weakened(tableAccess(memory, surroundings, weakening), weakening);
  const table = { client, name: 'records' };
  const backOff = (attempt: number) => surroundings.wait(weather.random.integer(1, Math.min(400, 20 * 2 ** attempt)));
  const ownStore = recordStore({ table, rules: config, now, newId, backOff });
  const store = weakening.store === undefined ? ownStore : weakening.store(ownStore);
  const { timeoutMs } = config.jira;
  const limits = siteLimits({
    kept: floorsIn(table, nameOfSite(config.jira)),
    timeoutMs,
    timeLeftMs: surroundings.remainingMs,
    pause: surroundings.wait,
    random: weather.random.fraction,
    clock: weather.timeline.nowMs,
  });
  const turns = siteTurns(turnsIn(table, nameOfSite(config.jira)), timeoutMs, weather.timeline.nowMs);
  const transport = jiraTransport({
    limits,
    site: config.jira.site,
    apiUrl: config.jira.apiUrl,
    timeoutMs,
    timeLeftMs: surroundings.remainingMs,
    run: () => surroundings,
    pause: surroundings.wait,
    random: weather.random.fraction,
    credentials: () => Promise.resolve(site.credentials),
    fetch: jiraAccess(site, surroundings, world.earlyDepartures),
  });
  const gateway = jiraGateway(transport, () => {}, limits, turns);
  const jira = weakening.gateway === undefined ? gateway : weakening.gateway(gateway);
  const telemetry: Telemetry = {
    count: () => {},
    info: () => {},
    warn: (message) => weather.trace.note(surroundings.id, message),
    failed: (message, error) => weather.trace.note(surroundings.id, `${message}: ${String(error).slice(0, 300)}`),
  };
  const remember = rememberFailures(name, { table, telemetry, now });
  const connectionTo = connectSources(
    { ...CONNECTIONS, jira: (tools) => jiraConnection(jira, tools) },
    {
      config,
      credentials: () => Promise.reject(new Error('a storm has no secrets')),
      timeLeftMs: surroundings.remainingMs,
      run: () => surroundings,
      onOdd: () => {},
      told: (ticket) => toldIncident(table, ticket),
      newId,
    },
  );
  const tickets = jiraTickets(jira, config);
  return {
    evidence: evidenceAs(table, config, weakening),
    store,
    ticketSites: ticketSites([tickets]),
    connectionTo,
    table,
    config,
    newId,
    now,
    telemetry,
    remember,
    backOff,
    pause: surroundings.wait,
  };
}

function weakened(client: DynamoDBDocumentClient, { command }: Weakening): DynamoDBDocumentClient {
  if (command === undefined) return client;
  const send = z.custom<(command: unknown) => Promise<unknown>>().parse(client.send);
  return clientOf((sent) => send(command(sent)));
}

/** Events come as Lambda hands them over: of whatever shape the sender gave them. */
function handing<Event, Context>(handler: (event: Event, context: Context) => Promise<unknown>): Handle {
  return (event, context) => handler(z.custom<Event>().parse(event), z.custom<Context>().parse(context));
}
