import * as z from 'zod';
import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { type JsonClient, jsonClient } from '../../rest/json-client.ts';
import { readableElements } from '../../rest/readable-elements.ts';
import type { SourceTools } from '../source.ts';
import { NamedByPagerDuty, STATE_AND_SCOPE } from './incident-state.ts';

/** Secret of an account: a REST API key. With a read-only one, nothing can be written. */
export const PagerDutyCredentials = z.object({ apiToken: z.string().min(1) });

/** Incident as the REST API shows it: schema Incident of github.com/PagerDuty/api-schema. */
export const PagerDutyIncident = z.object({
  id: z.string().min(1).max(200),
  incident_number: z.int().positive(),
  title: z.string().nullish(),
  created_at: Instant,
  updated_at: Instant.nullish(),
  resolved_at: Instant.nullish(),
  /** Only in recorded webhooks so far. */
  reopened_at: Instant.nullish(),
  last_status_change_at: Instant.nullish(),
  last_status_change_by: NamedByPagerDuty.nullish().catch(undefined),
  priority: NamedByPagerDuty.nullish(),
  urgency: z.string().nullish(),
  teams: z.array(z.unknown()).nullish(),
  incidents_responders: z.array(z.unknown()).nullish(),
  ...STATE_AND_SCOPE,
});
export type PagerDutyIncident = z.infer<typeof PagerDutyIncident>;

/** What happened to an incident. Its schema has many types, and more are added. */
export const PagerDutyLogEntry = z.object({
  id: z.string().min(1),
  type: z.string(),
  created_at: Instant,
  agent: NamedByPagerDuty.nullish().catch(undefined),
  assignees: z.array(z.unknown()).nullish().catch(undefined),
  channel: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
export type PagerDutyLogEntry = z.infer<typeof PagerDutyLogEntry>;

export const PagerDutyNote = z.object({
  id: z.string().min(1),
  user: NamedByPagerDuty.nullish().catch(undefined),
  content: z.string(),
  created_at: Instant,
});
export type PagerDutyNote = z.infer<typeof PagerDutyNote>;

const Subscription = z.object({
  active: z.boolean().nullish(),
  events: z.array(z.string()),
  delivery_method: z.object({ url: z.string(), temporarily_disabled: z.boolean().nullish() }),
  filter: z.object({ type: z.string() }).nullish(),
});
export type PagerDutySubscription = z.infer<typeof Subscription>;

const Listed = z.object({ more: z.boolean().nullish() });
const LogPage = Listed.extend({ log_entries: z.array(z.unknown()) });

/** Most that PagerDuty puts on a page, and the furthest that `offset` and `limit` reach together: https://developer.pagerduty.com/docs/pagination */
export const ENTRIES_ON_A_PAGE = 100;
export const OFFSET_LIMIT = 10_000;

/** Part of the log of the account: milliseconds since 1970, and the entries before the page. */
export type LogPlace = { readonly from: number; readonly to: number; readonly offset: number };

export type PagerDutyApi = ReturnType<typeof pagerDutyApi>;

/** Calls of one account. @throws SystemUnavailable, SystemRefused, NotThere */
export function pagerDutyApi(account: PagerDutyAccount, key: string, tools: SourceTools) {
  const { onOdd } = tools;
  const client = jsonClient({
    system: `PagerDuty (${account.site})`,
    baseUrl: account.apiUrl.replace(/\/$/, ''),
    headers: async () => {
      const { apiToken } = await tools.credentials('pagerduty', PagerDutyCredentials, key);
      return {
        authorization: `Token token=${apiToken}`,
        accept: 'application/vnd.pagerduty+json;version=2',
        ...(account.from === undefined ? {} : { from: account.from }),
      };
    },
    timeoutMs: TIMEOUT_MS,
    timeLeftMs: tools.timeLeftMs,
  });
  const incidentPath = (id: string): string => `/incidents/${encodeURIComponent(id)}`;
  return {
    incident: async (id: string): Promise<PagerDutyIncident> => {
      const answer = await client.get(incidentPath(id), z.object({ incident: PagerDutyIncident }), {
        'include[]': ['teams'],
      });
      return answer.incident;
    },
    logOf: async (id: string): Promise<PagerDutyLogEntry[]> => {
      const entries = await wholeList(client, `${incidentPath(id)}/log_entries`, 'log_entries', {
        time_zone: 'UTC',
        'include[]': ['channels'],
      });
      return inTimeOrder(readableElements(PagerDutyLogEntry, entries, 'log entry', onOdd));
    },
    /** A page of the log of the account, each entry with its incident as that is now. */
    async logPage({ from, to, offset }: LogPlace): Promise<{ entries: readonly unknown[]; hasMore: boolean }> {
      const { log_entries, more } = await client.get('/log_entries', LogPage, {
        // Whether the first second of a range is in it is not documented, and times have whole seconds.
        since: new Date(from - 1_000).toISOString(),
        until: new Date(to).toISOString(),
        time_zone: 'UTC',
        'include[]': ['incidents'],
        limit: String(ENTRIES_ON_A_PAGE),
        offset: String(offset),
      });
      return { entries: log_entries, hasMore: more === true && log_entries.length > 0 };
    },
    async notesOf(id: string): Promise<PagerDutyNote[]> {
      const answer = await client.get(`${incidentPath(id)}/notes`, z.object({ notes: z.array(z.unknown()) }));
      return inTimeOrder(readableElements(PagerDutyNote, answer.notes, 'note', onOdd));
    },
    addNote: (id: string, content: string) => client.send('POST', `${incidentPath(id)}/notes`, { note: { content } }),
    async incidentTypes(): Promise<{ name: string; enabled?: boolean | null | undefined }[]> {
      const Type = z.object({ name: z.string(), enabled: z.boolean().nullish() });
      const answer = await client.get('/incidents/types', z.object({ incident_types: z.array(Type) }), {
        filter: 'all',
      });
      return answer.incident_types;
    },
    async priorities(): Promise<string[]> {
      const found = await wholeList(client, '/priorities', 'priorities');
      return readableElements(z.object({ name: z.string() }), found, 'priority', onOdd).map(({ name }) => name);
    },
    async subscriptions(): Promise<PagerDutySubscription[]> {
      const found = await wholeList(client, '/webhook_subscriptions', 'webhook_subscriptions');
      return readableElements(Subscription, found, 'webhook subscription', onOdd);
    },
  };
}

const TIMEOUT_MS = 10_000;

/** The oldest first. Times have whole seconds, and lists begin with what is newest. */
const inTimeOrder = <Entry extends { created_at: string }>(entries: readonly Entry[]): Entry[] =>
  entries.toReversed().toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));

/** All pages of a list, as far as `offset` reaches. */
async function wholeList(
  client: JsonClient,
  path: string,
  name: string,
  query: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<unknown[]> {
  const Page = z.preprocess(
    (answer) => ({ more: Object(answer).more, elements: Object(answer)[name] }),
    Listed.extend({ elements: z.array(z.unknown()) }),
  );
  const found: unknown[] = [];
  for (let offset = 0; offset + ENTRIES_ON_A_PAGE <= OFFSET_LIMIT; offset += ENTRIES_ON_A_PAGE) {
    const { elements, more } = await client.get(path, Page, {
      ...query,
      ...{ limit: String(ENTRIES_ON_A_PAGE), offset: String(offset) },
    });
    found.push(...elements);
    if (more !== true || elements.length === 0) break;
  }
  return found;
}
