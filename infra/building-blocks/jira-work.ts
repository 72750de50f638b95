import type { JiraSecrets } from '../capabilities/jira-secrets.ts';
import type { RecordStore } from '../capabilities/record-store.ts';
import type { HoldfastFunction } from './function.ts';

/** Rights and settings of a function that changes records and calls Jira. */
export interface JiraWork {
  readonly recordStore: RecordStore;
  readonly secrets: JiraSecrets;
}

export function jiraWorkEnvironment({ recordStore, secrets }: JiraWork): Record<string, string> {
  return { TABLE_NAME: recordStore.table.tableName, JIRA_API_SECRET_ARN: secrets.api.arn };
}

export function grantJiraWork({ recordStore, secrets }: JiraWork, worker: HoldfastFunction): void {
  recordStore.grant(worker, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  secrets.api.grantRead(worker);
}
