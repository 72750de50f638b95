import type { RecordTable } from '../capabilities/record-table.ts';
import type { HoldfastFunction } from './function.ts';
import type { GeneratedSecret } from './generated-secret.ts';

/** Rights and settings of a function that changes records and calls Jira. */
export interface JiraWork {
  readonly recordTable: RecordTable;
  /** With which Holdfast calls Jira. */
  readonly jiraApi: GeneratedSecret;
}

export function jiraWorkEnvironment({ recordTable, jiraApi }: JiraWork): Record<string, string> {
  return { TABLE_NAME: recordTable.table.tableName, JIRA_API_SECRET_ARN: jiraApi.arn };
}

export function grantJiraWork({ recordTable, jiraApi }: JiraWork, worker: HoldfastFunction): void {
  recordTable.grant(worker, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  jiraApi.grantRead(worker);
}
