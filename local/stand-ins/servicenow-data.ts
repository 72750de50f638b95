import { cellOf, inZone, PRIORITIES, STATES, type StoredRecord, stamp } from './servicenow-tables.ts';

const INCIDENT_TABLES = ['incident', 'sn_si_incident'] as const;
export type IncidentTable = (typeof INCIDENT_TABLES)[number];

/** Tables of an instance with two tables of incidents. */
export function createServiceNowData(clock: () => Date) {
  const tables = new Map<string, StoredRecord[]>(
    [...INCIDENT_TABLES, 'sys_journal_field', 'sys_audit'].map((table) => [table, []]),
  );
  tables.set('sys_choice', [
    ...Object.entries(STATES).flatMap(([table, states]) => choices(table, 'state', states)),
    ...choices('task', 'priority', PRIORITIES),
  ]);
  /** Users and groups, by their sys_id. */
  const names = new Map<string, string>();
  let count = 0;

  const now = (): string => stamp(clock());
  const newId = (): string => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
  const listOf = (table: string): StoredRecord[] => tables.get(table) ?? [];

  function find(number: string): { table: IncidentTable; record: StoredRecord } {
    for (const table of INCIDENT_TABLES) {
      const record = listOf(table).find((one) => one.number === number);
      if (record !== undefined) return { table, record };
    }
    throw new Error(`no incident ${number}`);
  }

  function touch(record: StoredRecord, by: string): void {
    const count = String(Number(record.sys_mod_count ?? 0) + 1);
    Object.assign(record, { sys_updated_on: now(), sys_updated_by: by, sys_mod_count: count });
  }

  return {
    names,
    find,
    listOf,
    has: (table: string) => tables.has(table),
    create(table: IncidentTable, values: StoredRecord): StoredRecord {
      const sys_id = newId();
      const number = `${table === 'incident' ? 'INC' : 'SIR'}${String(count).padStart(7, '0')}`;
      const record = { ...newIncident(now()), sys_id, number, state: table === 'incident' ? '1' : '10', ...values };
      listOf(table).push(record);
      return record;
    },
    /** @returns what it was before */
    update(number: string, values: StoredRecord, by: string): StoredRecord {
      const { table, record } = find(number);
      const before = { ...record };
      Object.assign(record, values);
      touch(record, by);
      if (before.state !== record.state) {
        listOf('sys_audit').push({
          ...{ sys_id: newId(), tablename: table, documentkey: record.sys_id ?? '', user: by, sys_created_on: now() },
          ...{ fieldname: 'state', oldvalue: before.state ?? '', newvalue: record.state ?? '' },
          record_checkpoint: record.sys_mod_count ?? '',
        });
      }
      return before;
    },
    remove(number: string): void {
      const { table, record } = find(number);
      tables.set(
        table,
        listOf(table).filter((one) => one !== record),
      );
    },
    addNote(number: string, element: 'comments' | 'work_notes', value: string, by: string): void {
      const { table, record } = find(number);
      const entry = { element_id: record.sys_id ?? '', name: table, element, value };
      listOf('sys_journal_field').push({ sys_id: newId(), ...entry, sys_created_on: now(), sys_created_by: by });
      touch(record, by);
    },
    /** A journal field has no value, and all its entries as its label, the latest first. */
    journalOf: ({ sys_id }: StoredRecord, element: string): string =>
      listOf('sys_journal_field')
        .filter((entry) => entry.element_id === sys_id && entry.element === element)
        .toReversed()
        .map(
          ({ sys_created_on = '', sys_created_by, value }) =>
            `${inZone(sys_created_on)} - ${sys_created_by}\n${value}\n\n`,
        )
        .join(''),
    labelsOf: (table: string, values: StoredRecord): Record<string, string> =>
      Object.fromEntries(
        Object.entries(values).map(([field, value]) => [field, cellOf(table, field, value, names).display_value]),
      ),
  };
}
export type ServiceNowData = ReturnType<typeof createServiceNowData>;

const newIncident = (at: string): StoredRecord => ({
  ...{ active: 'true', close_code: '', short_description: 'Phished', description: '', priority: '2', category: '' },
  ...{
    assignment_group: '',
    opened_at: at,
    opened_by: '',
    resolved_at: '',
    resolved_by: '',
    closed_at: '',
    closed_by: '',
  },
  ...{
    assigned_to: '',
    close_notes: '',
    reopened_time: '',
    sys_created_on: at,
    sys_updated_on: at,
    sys_mod_count: '0',
  },
});

const choices = (name: string, element: string, labels: Readonly<Record<string, string>>): StoredRecord[] =>
  Object.entries(labels).map(([value, label]) => ({
    sys_id: Buffer.from(`${name}.${element}.${value}`).toString('hex').padEnd(32, '0').slice(-32),
    ...{ name, element, value, label, language: 'en', inactive: 'false', sequence: value },
  }));
