import type { HttpAnswer, HttpRequest } from '../in-process/loopback-server.ts';
import type { ServiceNowData } from './servicenow-data.ts';
import { cellOf, recordsBy, type StoredRecord } from './servicenow-tables.ts';

/** What an instance answers instead of what was asked for. */
export type ServiceNowFault = '429' | '503' | 'HTML with 200' | 'cut off';

/** The account that asks, and what it may not see. */
export type ServiceNowAccount = {
  readonly username: string;
  readonly password: string;
  /** Records, by their sys_id. */
  readonly hidden: Set<string>;
  readonly refusedTables: Set<string>;
};

/** Parameters of the Table API that are known here. An instance ignores others, and so would hide a slip. */
const PARAMETERS = ['query', 'display_value', 'exclude_reference_link', 'fields', 'limit', 'offset'].map(
  (name) => `sysparm_${name}`,
);
const TABLE_PATH = /^\/api\/now\/table\/(\w+)(?:\/([0-9a-f]{32}))?$/;
const JOURNAL_FIELDS = ['work_notes', 'comments'];

const json = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const failure = (status: number, message: string, detail: string): HttpAnswer =>
  json(status, { error: { message, detail }, status: 'failure' });

const FAULTS: Readonly<Record<ServiceNowFault, HttpAnswer>> = {
  429: { ...failure(429, 'Rate limit exceeded', ''), headers: { 'retry-after': '1' } },
  503: { status: 503, body: 'instance is hibernating' },
  'HTML with 200': { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Instance Hibernating</html>' },
  'cut off': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"result":[{' },
};

/** Answers of the Table API. What is hidden is left out of a page after it was cut, as an instance does. */
export function serviceNowTableApi(data: ServiceNowData, account: ServiceNowAccount, faults: ServiceNowFault[]) {
  const { username, password, hidden, refusedTables } = account;
  const right = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

  function list(table: string, parameters: URLSearchParams): HttpAnswer {
    const found = recordsBy(parameters.get('sysparm_query') ?? '', data.listOf(table));
    const offset = Number(parameters.get('sysparm_offset') ?? 0);
    const page = found.slice(offset, offset + Number(parameters.get('sysparm_limit') ?? 10_000));
    const seen = page.filter(({ sys_id = '' }) => !hidden.has(sys_id));
    return json(200, { result: seen.map((record) => shown(table, record, parameters)) });
  }

  function shown(table: string, record: StoredRecord, parameters: URLSearchParams) {
    if (parameters.get('sysparm_display_value') !== 'all') return { sys_id: record.sys_id };
    const link = parameters.get('sysparm_exclude_reference_link') === 'true' ? undefined : '/api/now/table/sys_user';
    const fields = (parameters.get('sysparm_fields') ?? '').split(',');
    const stored = Object.entries(record).map(([field, value]) => [
      field,
      cellOf(table, field, value, data.names, link),
    ]);
    const journal = JOURNAL_FIELDS.map((field) => [field, { display_value: data.journalOf(record, field), value: '' }]);
    const whole = record.number === undefined ? stored : [...stored, ...journal];
    return Object.fromEntries(whole.filter(([field]) => fields.includes(String(field))));
  }

  return ({ method, url, headers, body }: HttpRequest): HttpAnswer => {
    if (headers.authorization !== right)
      return failure(401, 'User Not Authenticated', 'Required to provide Auth information');
    const fault = faults.shift();
    if (fault !== undefined) return FAULTS[fault];
    const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name));
    if (unknown !== undefined) return failure(400, 'Unknown parameter', unknown);
    const [, table = '', sysId] = TABLE_PATH.exec(url.pathname) ?? [];
    if (!data.has(table)) return failure(400, `Invalid table ${table}`, '');
    if (refusedTables.has(table)) return failure(403, 'User Not Authorized', 'Failed API level ACL Validation');
    if (sysId === undefined) return list(table, url.searchParams);
    const record = hidden.has(sysId) ? undefined : data.listOf(table).find(({ sys_id }) => sys_id === sysId);
    if (record === undefined)
      return failure(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval");
    if (method === 'PATCH') {
      const { work_notes: note } = JSON.parse(body.toString('utf8'));
      data.addNote(record.number ?? '', 'work_notes', note, username);
    }
    return json(200, { result: shown(table, record, url.searchParams) });
  };
}
