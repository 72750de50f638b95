import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { evidenceStore } from '../../runtime/evidence-store.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { dueFixQueue } from '../../runtime/queue/due-fix-queue.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { verifyRemediationHandler } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, DUE_FIX_QUEUE_URL: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };

export const handler = lambda(
  verifyRemediationHandler({
    table,
    store: storeFrom(table, config),
    evidence: evidenceStore(table, config),
    config,
    // The address of the region, whatever host stands in the queue's own.
    queue: dueFixQueue(new SQSClient({ useQueueUrlAsEndpoint: false }), env.DUE_FIX_QUEUE_URL),
    telemetry,
    now,
    newId,
  }),
);
