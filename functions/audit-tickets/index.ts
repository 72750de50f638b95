import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { jiraFrom } from '../../runtime/jira.ts';
import { lambda } from '../../runtime/lambda.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { auditTickets } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, JIRA_API_SECRET_ARN: Variable });
const place = { client: documentClient(), table: env.TABLE_NAME };

export const handler = lambda(
  auditTickets({
    store: storeFrom(place.client, place.table, config),
    jira: jiraFrom(env.JIRA_API_SECRET_ARN, config),
    place,
    config,
    telemetry,
  }),
);
