import { type ReceiveWebhookDependencies, receiveWebhookHandler } from '../../../functions/receive-webhook/handler.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { isKnownTicket } from '../../../shared/intake/known-ticket.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { quarantine } from '../../../shared/store/inbox/quarantine.ts';
import { keepTold } from '../../../shared/store/inbox/told-incidents.ts';
import { recordLinks } from '../../../shared/store/records/record-links.ts';
import { clientOf, createMemoryTable, type TableWrite } from '../../faults/table/memory-table.ts';
import { testIds } from '../world/ids.ts';
import { testTelemetry } from '../world/telemetry.ts';
import { PREVIOUS_SECRET, WEBHOOK_SECRET } from '../world/world.ts';

/** `receive-webhook` as it is deployed, with a table in memory that has the limits of DynamoDB. */
export function webhookDoor(input: HoldfastConfigInput, now: () => string) {
  const config = parseConfig(input);
  const writes: TableWrite[] = [];
  const memory = createMemoryTable({ nowMs: () => Date.parse(now()), onWrite: (write) => writes.push(write) });
  const table = {
    client: clientOf((command) => Promise.resolve().then(() => memory.execute(command))),
    name: 'records',
  };
  const remember = config.operations.inboxRetention;
  const { telemetry, counted } = testTelemetry();
  const webhooks = webhooksInUse(SOURCES, config);
  const parts: ReceiveWebhookDependencies = {
    ...{ webhooks, config, telemetry, now, newId: testIds() },
    secrets: () => Promise.resolve([WEBHOOK_SECRET, PREVIOUS_SECRET]),
    accept: (delivery) => acceptDelivery(table, { ...delivery, remember }),
    isKnown: (event) => isKnownTicket(recordLinks(table, config), event),
    keepTold: (told) => keepTold(table, told, { now: now(), remember }),
    quarantine: (delivery) => quarantine(table, { ...delivery, remember }),
  };
  return { parts, table, writes, counted, receive: receiveWebhookHandler(parts) };
}

/** Closure of an incident of the default configuration, as Jira Cloud tells it. */
export const closureOf = (at: string) => ({
  timestamp: Date.parse(at),
  webhookEvent: 'jira:issue_updated',
  user: { accountId: 'mia', displayName: 'Mia Okafor' },
  issue: {
    self: 'https://your-site.atlassian.net/rest/api/2/issue/10040',
    id: '10040',
    key: 'SEC-41',
    fields: {
      project: { key: 'SEC' },
      issuetype: { name: 'Security Incident' },
      status: { name: 'Done', statusCategory: { key: 'done' } },
      labels: ['holdfast'],
      created: '2026-11-20T10:00:00.000+0000',
      updated: at.replace('Z', '+0000'),
      statuscategorychangedate: at.replace('Z', '+0000'),
    },
  },
  changelog: { id: '10124', items: [{ field: 'status', fieldId: 'status', from: '1', to: '2' }] },
});
