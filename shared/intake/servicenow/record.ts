import type {
  ServiceNowInstance,
  ServiceNowTable,
  ServiceNowTableSettings,
} from '../../domain/ticket/servicenow-incidents.ts';
import { SystemRefused } from '../../rest/rest-errors.ts';
import type { ServiceNowApi, ServiceNowRow } from './api.ts';
import type { SeenState, Told } from './states.ts';

export type ConfiguredTable = { readonly table: ServiceNowTable; readonly settings: ServiceNowTableSettings };

const NAMES: readonly ServiceNowTable[] = ['sn_si_incident', 'incident'];

export const tablesOf = ({ tables }: ServiceNowInstance): ConfiguredTable[] =>
  NAMES.flatMap((table) => {
    const settings = tables[table];
    return settings === undefined ? [] : [{ table, settings }];
  });

export type FoundRecord = ConfiguredTable & { readonly row: ServiceNowRow; category: Told; assignmentGroup: Told };

/** What is read of an incident. A table lacks some of them: they are missing then. */
const FIELDS = [
  ...['number', 'state', 'active', 'short_description', 'description', 'priority', 'category', 'assignment_group'],
  ...['caller_id', 'opened_by', 'assigned_to', 'resolved_by', 'closed_by', 'close_code', 'close_notes'],
  ...['opened_at', 'resolved_at', 'closed_at', 'reopened_time', 'sys_created_on', 'sys_updated_on'],
  ...['work_notes', 'comments'],
] as const;

/**
 * Reads an incident by its id, which is unique in an instance, in the tables of the configuration.
 *
 * @returns undefined where none of them shows it
 */
export async function recordOf(
  api: Pick<ServiceNowApi, 'record'>,
  sysId: string,
  instance: ServiceNowInstance,
): Promise<FoundRecord | undefined> {
  let refusal: SystemRefused | undefined;
  for (const { table, settings } of tablesOf(instance)) {
    try {
      const row = await api.record(table, sysId, FIELDS);
      if (row !== undefined) return { table, settings, row, ...scopeOf(row) };
    } catch (error) {
      // It may be in a table that the account may read.
      if (!(error instanceof SystemRefused)) throw error;
      refusal = error;
    }
  }
  if (refusal !== undefined) throw refusal;
  return undefined;
}

export const scopeOf = (row: ServiceNowRow): { category: Told; assignmentGroup: Told } => ({
  category: namesOf(row, 'category'),
  assignmentGroup: namesOf(row, 'assignment_group'),
});

export const stateInRow = (row: ServiceNowRow): SeenState => ({
  state: row.value('state'),
  name: row.label('state'),
  closeCode: namesOf(row, 'close_code'),
});

const namesOf = (row: ServiceNowRow, field: string): string[] =>
  [row.value(field), row.label(field)].filter((one) => one !== undefined);
