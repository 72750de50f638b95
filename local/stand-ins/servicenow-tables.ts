/** Record of a table, as the database has it: every value is text, empty is absent, times are in UTC and do not say so. */
export type StoredRecord = Record<string, string>;

/** The account that asks reads and writes times in this zone. */
const ACCOUNT_ZONE_HOURS = -8;

const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

export const stamp = (date: Date): string => date.toISOString().replace('T', ' ').replace(/\..*$/, '');

const moved = (time: string, hours: number): string =>
  stamp(new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + hours * 3_600_000));

/** A time as the account sees it. */
export const inZone = (time: string): string => moved(time, ACCOUNT_ZONE_HOURS);

/**
 * Reads an encoded query. As documented, what is no field of the table is ignored, and the rest is answered.
 * https://www.servicenow.com/docs/bundle/zurich-api-reference/page/integrate/inbound-rest/concept/c_TableAPI.html
 */
export function recordsBy(query: string, records: readonly StoredRecord[]): StoredRecord[] {
  const clauses = query.split('^').filter((clause) => clause !== '');
  const kept = records.filter((record) => clauses.every((clause) => holds(clause, record)));
  const orders = clauses.flatMap((clause) => {
    const [, isDown, field] = /^ORDERBY(DESC)?(\w+)$/.exec(clause) ?? [];
    return field === undefined ? [] : [{ field, sign: isDown === undefined ? 1 : -1 }];
  });
  return kept.toSorted((a, b) => {
    for (const { field, sign } of orders) {
      const [x = '', y = ''] = [a[field], b[field]];
      if (x !== y) return x < y ? -sign : sign;
    }
    return 0;
  });
}

function holds(clause: string, record: StoredRecord): boolean {
  const [, field = '', operator, wanted = ''] = /^([a-z_]+)(>=|=|>|IN)(.*)$/s.exec(clause) ?? [];
  const value = record[field];
  if (clause.startsWith('ORDERBY') || value === undefined) return true;
  // A time in a query is one of the account's zone.
  const given = TIME.test(wanted) ? moved(wanted, -ACCOUNT_ZONE_HOURS) : wanted;
  if (operator === 'IN') return given.split(',').includes(value);
  if (operator === '>=') return value >= given;
  return operator === '>' ? value > given : value === given;
}

/** States as an instance has them that nobody changed, by table. */
export const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  incident: { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' },
  sn_si_incident: {
    ...{ 10: 'Draft', 16: 'Analysis', 18: 'Contain', 19: 'Eradicate' },
    ...{ 20: 'Recover', 100: 'Review', 3: 'Closed', 7: 'Cancelled' },
  },
};
export const PRIORITIES: Readonly<Record<string, string>> = {
  ...{ 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' },
};

const REFERENCES = ['caller_id', 'opened_by', 'assigned_to', 'resolved_by', 'closed_by', 'assignment_group'];

/** One field as `sysparm_display_value=all` shows it. */
export function cellOf(table: string, field: string, value: string, names: ReadonlyMap<string, string>, link?: string) {
  const label = labelOf(table, field, value, names);
  const isReference = REFERENCES.includes(field) && value !== '';
  return { display_value: label, value, ...(isReference && link !== undefined ? { link: `${link}/${value}` } : {}) };
}

function labelOf(table: string, field: string, value: string, names: ReadonlyMap<string, string>): string {
  if (TIME.test(value)) return inZone(value);
  if (field === 'state') return STATES[table]?.[value] ?? value;
  if (field === 'priority') return PRIORITIES[value] ?? value;
  return names.get(value) ?? value;
}
