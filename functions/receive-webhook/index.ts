import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { secretsInTurn } from '../../runtime/secrets.ts';
import { secretArns } from '../../runtime/source-secrets.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { isKnownTicket } from '../../shared/intake/known-ticket.ts';
import { SOURCES } from '../../shared/intake/registry.ts';
import { webhooksInUse } from '../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { quarantine } from '../../shared/store/inbox/quarantine.ts';
import { keepTold } from '../../shared/store/inbox/told-incidents.ts';
import { recordLinks } from '../../shared/store/records/record-links.ts';
import { receiveWebhookHandler } from './handler.ts';

const env = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };
const remember = config.operations.inboxRetention;
const webhooks = webhooksInUse(SOURCES, config);
const secretArnOf = secretArns([...webhooks.keys()], 'WEBHOOK');

export const handler = lambda(
  receiveWebhookHandler({
    webhooks,
    config,
    secrets: (path) => secretsInTurn(secretArnOf(path)),
    accept: (delivery) => acceptDelivery(table, { ...delivery, remember }),
    isKnown: (event) => isKnownTicket(recordLinks(table, config), event),
    keepTold: (told) => keepTold(table, told, { now: now(), remember }),
    quarantine: (delivery) => quarantine(table, { ...delivery, remember }),
    telemetry,
    now,
    newId,
  }),
);
