import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import type { ServiceNowRow } from '../../../../shared/intake/servicenow/api.ts';
import { closingIn, historyOf, reopeningIn } from '../../../../shared/intake/servicenow/history.ts';
import { SystemRefused } from '../../../../shared/rest/rest-errors.ts';
import { SERVICENOW_SITE } from '../../../support/systems/servicenow.ts';

const rowOf = (cells: Record<string, string>): ServiceNowRow => ({
  id: '0'.repeat(32),
  value: (field) => cells[field],
  label: (field) => cells[field],
});
const TABLES: Record<string, ServiceNowRow[]> = {
  sys_audit: [
    { oldvalue: '2', newvalue: '6', sys_created_on: '2026-11-20 10:00:00' },
    { oldvalue: '6', newvalue: '2', sys_created_on: '2026-11-20 12:00:00' },
  ].map(rowOf),
  sys_choice: ['de In Arbeit', 'en In Progress', 'de Gelöst', 'en Resolved'].map((one, index) => {
    const [language = '', ...label] = one.split(' ');
    return rowOf({ name: 'incident', value: index < 2 ? '2' : '6', label: label.join(' '), language });
  }),
};
const api = (tables: Record<string, ServiceNowRow[] | Error>) => ({
  rows(table: string, { offset = 0 }: { offset?: number }) {
    const rows = tables[table] ?? [];
    if (rows instanceof Error) return Promise.reject(rows);
    return Promise.resolve({ rows: offset === 0 ? rows : [], isEmpty: offset > 0 || rows.length === 0 });
  },
});
const statesNamed = (name: string) => {
  const tables = { incident: { states: { opens: [{ state: ['6'], name: [name] }] } } };
  const { servicenow } = parseConfig({
    incidents: { servicenow: { acme: { site: SERVICENOW_SITE, tables } } },
  }).incidents;
  const states = servicenow.acme?.tables.incident?.states;
  if (states === undefined) throw new Error('no states');
  return states;
};
const refused = (status: number) => new SystemRefused('ServiceNow', 'GET /api/now/table/sys_audit', status, '');

describe('the audit of an incident of ServiceNow', () => {
  it.each(['Resolved', 'Gelöst'])(
    'tells when it was closed and reopened where the configuration says %s',
    async (name) => {
      const history = await historyOf(api(TABLES), 'incident', 'an id');
      expect([closingIn(history, statesNamed(name)), reopeningIn(history, statesNamed(name))]).toEqual([
        '2026-11-20T10:00:00.000Z',
        '2026-11-20T12:00:00.000Z',
      ]);
    },
  );

  it('has the English name of a state first, for people', async () => {
    const history = await historyOf(api(TABLES), 'incident', 'an id');
    expect(history.map(({ to }) => to.name)).toEqual([
      ['Resolved', 'Gelöst'],
      ['In Progress', 'In Arbeit'],
    ]);
  });

  it('is empty where the account may not read it', async () => {
    expect(await historyOf(api({ ...TABLES, sys_audit: refused(403) }), 'incident', 'an id')).toEqual([]);
  });

  it.each([302, 400, 401])(
    'is asked for again after a refusal with %i, which says nothing of rights',
    async (status) => {
      const asked = historyOf(api({ ...TABLES, sys_audit: refused(status) }), 'incident', 'an id');
      await expect(asked).rejects.toThrow(SystemRefused);
    },
  );

  it('is asked for again where the names of states are refused: without them it says nothing', async () => {
    const asked = historyOf(api({ ...TABLES, sys_choice: refused(403) }), 'incident', 'an id');
    await expect(asked).rejects.toThrow(SystemRefused);
  });
});
