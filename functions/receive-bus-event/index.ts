import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { isKnownTicket } from '../../shared/intake/known-ticket.ts';
import { SOURCES } from '../../shared/intake/registry.ts';
import { busRulesInUse } from '../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { keepTold } from '../../shared/store/inbox/told-incidents.ts';
import { recordLinks } from '../../shared/store/records/record-links.ts';
import { receiveBusEventHandler } from './handler.ts';

const env = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };
const retention = config.operations.inboxRetention;

export const handler = lambda(
  receiveBusEventHandler({
    busRules: busRulesInUse(SOURCES, config),
    config,
    accept: (delivery) => acceptDelivery(table, { ...delivery, remember: retention }),
    isKnown: (event) => isKnownTicket(recordLinks(table, config), event),
    keepTold: (told) => keepTold(table, told, { now: now(), remember: retention }),
    remember: rememberFailures('receive-bus-event', { table, telemetry, now }),
    telemetry,
    now,
    newId,
  }),
);
