import config from '#config';
import { documentClient } from './dynamodb.ts';
import { environment, Variable } from './environment.ts';
import type { FunctionName } from './function-names.ts';
import { newId, now } from './identity.ts';
import { rememberFailures } from './queue/remember-failures.ts';
import { storeFrom } from './store.ts';
import { telemetry } from './telemetry.ts';
import { ticketSitesFrom } from './tickets.ts';

/**
 * Parts of a function that works on remediations and their tickets, from its environment.
 *
 * @param worker the function's name: in the audit log, and where a message fails
 */
export function jiraWork(worker: FunctionName) {
  const env = environment({ TABLE_NAME: Variable, JIRA_API_SECRET_ARN: Variable });
  const table = { client: documentClient(), name: env.TABLE_NAME };
  return {
    table,
    store: storeFrom(table, config),
    ticketSites: ticketSitesFrom(env.JIRA_API_SECRET_ARN, config, table),
    remember: rememberFailures(worker, { table, telemetry, now }),
    config,
    telemetry,
    now,
    newId,
  };
}
