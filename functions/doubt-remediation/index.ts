import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { signalsAbout } from '../../shared/store/inbox/signals.ts';
import { watchersOf } from '../../shared/store/queues/watchers.ts';
import { doubtRemediationHandler } from './handler.ts';

const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name };

export const handler = lambda(
  doubtRemediationHandler({
    store: storeFrom(table, config),
    watchersOf: (subject) => watchersOf(table, subject),
    signalsAbout: (subject, window) => signalsAbout(table, subject, window),
    remember: rememberFailures('doubt-remediation', { table, telemetry, now }),
    config,
    telemetry,
    now,
  }),
);
