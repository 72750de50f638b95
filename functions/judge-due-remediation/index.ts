import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { evidenceStore } from '../../runtime/evidence-store.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { judgeDueRemediationHandler } from './handler.ts';

const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name };

export const handler = lambda(
  judgeDueRemediationHandler({
    store: storeFrom(table, config),
    evidence: evidenceStore(table, config),
    remember: rememberFailures('judge-due-remediation', { table, telemetry, now }),
    config,
    telemetry,
    now,
    newId,
  }),
);
