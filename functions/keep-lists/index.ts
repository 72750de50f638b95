import { backOff } from '../../runtime/back-off.ts';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { keepListsHandler } from './handler.ts';

const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name };

export const handler = lambda(
  keepListsHandler({
    table,
    backOff,
    now,
    remember: rememberFailures('keep-lists', { table, telemetry, now }),
    telemetry,
  }),
);
