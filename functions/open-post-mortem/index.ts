import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { jiraFrom } from '../../runtime/jira.ts';
import { lambda } from '../../runtime/lambda.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { openPostMortem } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, JIRA_API_SECRET_ARN: Variable });

export const handler = lambda(
  openPostMortem({
    store: storeFrom(documentClient(), env.TABLE_NAME, config),
    jira: jiraFrom(env.JIRA_API_SECRET_ARN, config),
    config,
    telemetry,
    now,
    newId,
  }),
);
