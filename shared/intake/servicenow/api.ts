import * as z from 'zod';
import type { ServiceNowInstance, ServiceNowTable } from '../../domain/ticket/servicenow-incidents.ts';
import type { JsonClient, QueryParameters } from '../../rest/json-client.ts';
import { jsonClient } from '../../rest/json-client.ts';
import { NotThere, SystemRefused, SystemUnavailable } from '../../rest/rest-errors.ts';
import type { SourceTools } from '../source.ts';
import { SysId } from './message.ts';

export const ServiceNowLogin = z.object({ username: z.string().min(1), password: z.string().min(1) });

/** Text that has a value and a label; both are empty where there is none. A reference has the id of its record as the value. */
const Cell = z
  .object({ value: z.string().nullish(), display_value: z.string().nullish() })
  .transform(({ value, display_value: label }) => ({ value: value?.trim() ?? '', label: label?.trim() ?? '' }));
export type ServiceNowCell = z.infer<typeof Cell>;

/** Record of a table. What the account may not read, or the table does not have, is missing. */
const Row = z.object({ sys_id: Cell.refine(({ value }) => SysId.safeParse(value).success) }).catchall(Cell);

/** Record of ServiceNow, read by the names of its fields. */
export type ServiceNowRow = {
  readonly id: string;
  /** Undefined where it is empty, or missing. */
  value(field: string): string | undefined;
  label(field: string): string | undefined;
};

function rowOf(cells: z.infer<typeof Row>): ServiceNowRow {
  const known = new Map<string, ServiceNowCell>(Object.entries(cells));
  const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
  return {
    id: cells.sys_id.value,
    value: (field) => filled(known.get(field)?.value),
    label: (field) => filled(known.get(field)?.label),
  };
}

/** Records that are asked for at once. */
export const ROWS_PER_PAGE = 200;

/**
 * Calls of the Table API. https://www.servicenow.com/docs/bundle/zurich-api-reference/page/integrate/inbound-rest/concept/c_TableAPI.html
 *
 * Of a list, the records that the account may not see are left out after it was cut into pages: a short page is not the last one.
 */
export type ServiceNowApi = {
  /** @returns undefined where there is none, or it is hidden from the account */
  record(table: ServiceNowTable, sysId: string, fields: readonly string[]): Promise<ServiceNowRow | undefined>;
  /** @param query encoded query, with its order */
  rows(table: string, asked: RowsAsked): Promise<FoundRows>;
  addWorkNote(table: ServiceNowTable, sysId: string, note: string): Promise<void>;
};
export type RowsAsked = {
  readonly query: string;
  readonly fields: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
};
/** `isEmpty`: the answer had no record at all, not even one that cannot be read. */
export type FoundRows = { readonly rows: readonly ServiceNowRow[]; readonly isEmpty: boolean };

const TIMEOUT_MS = 10_000;

export function serviceNowApi(
  key: string,
  { site, apiUrl }: ServiceNowInstance,
  { credentials, timeLeftMs, onOdd }: Pick<SourceTools, 'credentials' | 'timeLeftMs' | 'onOdd'>,
): ServiceNowApi {
  const client = jsonClient({
    system: `ServiceNow (${site})`,
    baseUrl: (apiUrl ?? `https://${site}`).replace(/\/+$/, ''),
    headers: async () => {
      const { username, password } = await credentials('servicenow', ServiceNowLogin, key);
      return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
    },
    timeoutMs: TIMEOUT_MS,
    timeLeftMs,
  });
  return {
    record: (table, sysId, fields) => oneRecord(client, table, sysId, fields),
    rows: (table, asked) => manyRows(client, onOdd, table, asked),
    addWorkNote: async (table, sysId, note) => {
      await client.send('PATCH', `${pathOfTable(table)}/${sysId}?sysparm_fields=sys_id`, { work_notes: note });
    },
  };
}

const pathOfTable = (table: string): string => `/api/now/table/${table}`;

const asCells = (fields: readonly string[]): QueryParameters => ({
  sysparm_display_value: 'all',
  sysparm_exclude_reference_link: 'true',
  sysparm_fields: ['sys_id', ...fields].join(','),
});

async function oneRecord(client: JsonClient, table: ServiceNowTable, sysId: string, fields: readonly string[]) {
  try {
    const { result } = await client.get(`${pathOfTable(table)}/${sysId}`, z.object({ result: Row }), asCells(fields));
    return rowOf(result);
  } catch (error) {
    if (error instanceof NotThere) return undefined;
    throw error;
  }
}

const Listed = z.object({ result: z.array(z.unknown()) });
const Named = z.object({ sys_id: z.object({ value: z.string() }) });

async function manyRows(
  client: JsonClient,
  onOdd: SourceTools['onOdd'],
  table: string,
  { query, fields, limit = ROWS_PER_PAGE, offset = 0 }: RowsAsked,
): Promise<FoundRows> {
  const { result } = await client.get(pathOfTable(table), Listed, {
    ...asCells(fields),
    sysparm_query: query,
    sysparm_limit: String(limit),
    sysparm_offset: String(offset),
  });
  const rows = result.flatMap((one) => {
    const row = Row.safeParse(one);
    if (row.success) return [rowOf(row.data)];
    const because = row.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    onOdd({ kind: `record of ${table}`, id: Named.safeParse(one).data?.sys_id.value ?? 'without an id', because });
    return [];
  });
  return { rows, isEmpty: result.length === 0 };
}

/** Most records of a list that is read as a whole. */
const LONGEST_LIST = 2_000;

/** All records of a list, up to two thousand. */
export async function allRows(
  api: Pick<ServiceNowApi, 'rows'>,
  table: string,
  { query, fields }: Pick<RowsAsked, 'query' | 'fields'>,
): Promise<ServiceNowRow[]> {
  const found: ServiceNowRow[] = [];
  for (let offset = 0; offset < LONGEST_LIST; offset += ROWS_PER_PAGE) {
    const { rows, isEmpty } = await api.rows(table, { query, fields, offset });
    if (isEmpty) break;
    found.push(...rows);
  }
  return found;
}

/** A page has no record that can be read, or the order that was asked for is not kept: a search would never come to its end. */
export const withoutPlace = (table: string): SystemUnavailable =>
  new SystemUnavailable('ServiceNow', `GET ${pathOfTable(table)}`, 'its page has no sys_id behind the last one');

/** Whether a table is refused to the account. Any other refusal, as of a login page or a changed password, is over at another time. */
export const mayNotRead = (error: unknown): boolean => error instanceof SystemRefused && error.status === 403;
