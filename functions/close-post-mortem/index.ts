import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { closePostMortemHandler } from './handler.ts';

const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name };

export const handler = lambda(
  closePostMortemHandler({
    store: storeFrom(table, config),
    remember: rememberFailures('close-post-mortem', { table, telemetry, now }),
    telemetry,
    now,
  }),
);
