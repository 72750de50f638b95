import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { type RecordStore, recordStore } from '../shared/store/records/record-store.ts';
import { backOff } from './back-off.ts';
import { newId, now } from './identity.ts';

export function storeFrom(client: DynamoDBDocumentClient, table: string, rules: HoldfastConfig): RecordStore {
  return recordStore({ client, table, rules, now, newId, backOff });
}
