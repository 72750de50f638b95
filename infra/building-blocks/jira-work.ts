import type { RecordStore } from '../capabilities/record-store.ts';
import type { HoldfastFunction } from './function.ts';
import type { GeneratedSecret } from './generated-secret.ts';

/** Rights and settings of a function that changes records and calls Jira. */
export interface JiraWork {
  readonly recordStore: RecordStore;
  /** With which Holdfast calls Jira. */
  readonly jiraApi: GeneratedSecret;
}

export function jiraWorkEnvironment({ recordStore, jiraApi }: JiraWork): Record<string, string> {
  return { TABLE_NAME: recordStore.table.tableName, JIRA_API_SECRET_ARN: jiraApi.arn };
}

export function grantJiraWork({ recordStore, jiraApi }: JiraWork, worker: HoldfastFunction): void {
  recordStore.grant(worker, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  jiraApi.grantRead(worker);
}
