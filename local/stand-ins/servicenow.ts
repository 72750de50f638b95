import { loopbackServer } from '../in-process/loopback-server.ts';
import { type ServiceNowFault, serviceNowTableApi } from './servicenow-api.ts';
import { createServiceNowData, type IncidentTable } from './servicenow-data.ts';
import {
  type QueuedEvent,
  runBusinessRule,
  runScriptAction,
  type ScriptRecord,
  type SentRequest,
} from './servicenow-scripts.ts';
import type { StoredRecord } from './servicenow-tables.ts';

type ServiceNowOptions = {
  /** `acme` of acme.service-now.com. */
  readonly instance: string;
  readonly clock: () => Date;
  readonly webhook: { readonly url: string; readonly secret: string };
  readonly login: { readonly username: string; readonly password: string };
  /** Posts a request of the script. @returns its status */
  readonly deliver: (request: SentRequest) => Promise<number>;
};

/**
 * An instance of ServiceNow with both tables of incidents, on a free port of this machine: its Table API, and the scripts that we ship, which run
 * when a record is saved. Harsher than what it stands for: unknown parameters are refused, and the account lives in California.
 */
export async function startServiceNow(options: ServiceNowOptions) {
  const data = createServiceNowData(options.clock);
  const account = { ...options.login, hidden: new Set<string>(), refusedTables: new Set<string>() };
  const faults: ServiceNowFault[] = [];
  const requests: string[] = [];
  const late: { event: QueuedEvent; record: ScriptRecord }[] = [];
  let areScriptsOn = true;

  async function saved(table: IncidentTable, values: StoredRecord, before?: StoredRecord): Promise<void> {
    if (!areScriptsOn) return;
    const record: ScriptRecord = {
      ...{
        table,
        values: { ...values },
        labels: data.labelsOf(table, values),
        operation: before ? 'update' : 'insert',
      },
      ...(before && { before: { values: before, labels: data.labelsOf(table, before) } }),
    };
    for (const event of runBusinessRule(record)) await send(event, record);
  }

  /** A script waits for the answer where it stands. Here it is known only afterwards, and the script runs once more with it. */
  async function send(event: QueuedEvent, record: ScriptRecord): Promise<void> {
    const { url, secret } = options.webhook;
    const { instance, clock, deliver } = options;
    const ofWebhook = { 'holdfast.webhook.url': url, 'holdfast.webhook.secret': secret };
    const run = (answer: (request: SentRequest) => number) =>
      runScriptAction(event, record, { properties: { instance_name: instance, ...ofWebhook }, now: clock(), answer });
    const sent: SentRequest[] = [];
    run((request) => {
      sent.push(request);
      return 200;
    });
    for (const request of sent) {
      const status = await deliver(request);
      late.push(...run(() => status).queued.map((queued) => ({ event: queued, record })));
    }
  }

  const answer = serviceNowTableApi(data, account, faults);
  const server = await loopbackServer((request) => {
    requests.push(`${request.method} ${request.url.pathname}`);
    return answer(request);
  });
  return {
    url: server.url,
    close: server.close,
    requests,
    /** Answers that come next instead of right ones. */
    faults,
    account,
    data,
    async create(table: IncidentTable, values: StoredRecord = {}) {
      const record = data.create(table, values);
      await saved(table, record);
      return { number: record.number ?? '', sysId: record.sys_id ?? '' };
    },
    /** Somebody saves an incident. */
    async update(number: string, values: StoredRecord, by = 'sam') {
      const before = data.update(number, values, by);
      const { table, record } = data.find(number);
      await saved(table, record, before);
    },
    /** Whether the scripts run. Off, nothing tells of a change. */
    setScripts: (isOn: boolean) => {
      areScriptsOn = isOn;
    },
    /** Sends what the scripts put off, as if its time had come. @returns how many */
    async repeat(): Promise<number> {
      const due = late.splice(0);
      for (const { event, record } of due) await send(event, record);
      return due.length;
    },
  };
}
