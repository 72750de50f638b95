import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { type RecordStore, recordStore } from '../shared/store/records/record-store.ts';
import type { Table } from '../shared/store/table.ts';
import { backOff } from './back-off.ts';
import { newId, now } from './identity.ts';

export function storeFrom(table: Table, rules: HoldfastConfig): RecordStore {
  return recordStore({ table, rules, now, newId, backOff });
}
