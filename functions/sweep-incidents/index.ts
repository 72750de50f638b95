import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { jiraFrom } from '../../runtime/jira.ts';
import { lambda } from '../../runtime/lambda.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { acceptDelivery } from '../../shared/store/announcements.ts';
import { jiraIncidentSource } from '../../shared/ticketing/jira-incident-source.ts';
import { sweepIncidents } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, JIRA_API_SECRET_ARN: Variable });
const place = { client: documentClient(), table: env.TABLE_NAME };

export const handler = lambda(
  sweepIncidents({
    sources: [jiraIncidentSource(jiraFrom(env.JIRA_API_SECRET_ARN, config), config)],
    store: storeFrom(place.client, place.table, config),
    accept: (delivery) => acceptDelivery(place, { ...delivery, remember: config.operations.inboxRetention }),
    place,
    telemetry,
    now,
    newId,
  }),
);
