import type { ServiceNowStates, ServiceNowTable } from '../../domain/ticket/servicenow-incidents.ts';
import { allRows, mayNotRead, type ServiceNowApi, type ServiceNowRow } from './api.ts';
import { type SeenState, stateInTable } from './states.ts';
import { utcOf } from './utc.ts';

/** A change of state, with the names that the states have by now. */
export type StateChange = { readonly at: string; readonly from: SeenState; readonly to: SeenState };

/** Labels of a choice field by their values: those of the table, or of the one that it extends. */
export async function labelsOfChoices(
  api: Pick<ServiceNowApi, 'rows'>,
  table: ServiceNowTable,
  field: 'state' | 'priority',
): Promise<ReadonlyMap<string, readonly string[]>> {
  const query = `nameIN${table},task^element=${field}^inactive=false^ORDERBYsequence^ORDERBYsys_id`;
  const rows = await allRows(api, 'sys_choice', { query, fields: ['name', 'value', 'label', 'language'] });
  const own = rows.filter((row) => row.value('name') === table);
  const valid = (own.length > 0 ? own : rows).toSorted((a, b) => rank(a) - rank(b));
  const labels = new Map<string, string[]>();
  for (const row of valid) {
    const [value, label] = [row.value('value'), row.value('label')];
    if (value !== undefined && label !== undefined) labels.set(value, [...(labels.get(value) ?? []), label]);
  }
  return labels;
}

/** English first, which ServiceNow ships its names in. */
const rank = (row: ServiceNowRow): number => (row.value('language') === 'en' ? 0 : 1);

/**
 * Changes of state, the first one first, from the audit of the instance.
 *
 * @returns none where the account may not read it
 */
export async function historyOf(
  api: Pick<ServiceNowApi, 'rows'>,
  table: ServiceNowTable,
  sysId: string,
): Promise<StateChange[]> {
  const query = `tablename=${table}^documentkey=${sysId}^fieldname=state^ORDERBYsys_created_on^ORDERBYrecord_checkpoint`;
  const rows = await auditOf(api, query);
  if (rows.length === 0) return [];
  const names = await labelsOfChoices(api, table, 'state');
  const seen = (state: string | undefined): SeenState => ({ state, name: names.get(state ?? ''), closeCode: [] });
  return rows.flatMap((row) => {
    const at = utcOf(row.value('sys_created_on'));
    return at === undefined ? [] : [{ at, from: seen(row.value('oldvalue')), to: seen(row.value('newvalue')) }];
  });
}

async function auditOf(api: Pick<ServiceNowApi, 'rows'>, query: string): Promise<ServiceNowRow[]> {
  try {
    return await allRows(api, 'sys_audit', { query, fields: ['oldvalue', 'newvalue', 'sys_created_on'] });
  } catch (error) {
    if (mayNotRead(error)) return [];
    throw error;
  }
}

const isClosed = (state: SeenState, sets: ServiceNowStates): boolean =>
  ['opens', 'nothing to review'].includes(stateInTable(state, sets));

/** When an incident went from open to closed. Later moves, as from Resolved to Closed by a job, are the same closure. */
export const closingIn = (history: readonly StateChange[], sets: ServiceNowStates): string | undefined =>
  history.findLast(({ from, to }) => !isClosed(from, sets) && isClosed(to, sets))?.at;

/** When an incident last went from closed to open. */
export const reopeningIn = (history: readonly StateChange[], sets: ServiceNowStates): string | undefined =>
  history.findLast(({ from, to }) => isClosed(from, sets) && stateInTable(to, sets) === 'open')?.at;
