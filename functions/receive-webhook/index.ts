import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { webhookSecrets } from '../../runtime/secrets.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { keepAside } from '../../shared/store/inbox/asides.ts';
import { receiveWebhook } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, JIRA_WEBHOOK_SECRET_ARN: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };

export const handler = lambda(
  receiveWebhook({
    config,
    secrets: () => webhookSecrets(env.JIRA_WEBHOOK_SECRET_ARN),
    accept: (delivery) => acceptDelivery(table, { ...delivery, remember: config.operations.inboxRetention }),
    keepAside: (aside) => keepAside(table, { ...aside, remember: config.operations.inboxRetention }),
    telemetry,
    now,
    newId,
  }),
);
