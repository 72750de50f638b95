import config from '#config';
import { askLambda } from '../../runtime/ask-lambda.ts';
import { backOff } from '../../runtime/back-off.ts';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { storeSignal } from '../../shared/store/inbox/last-words.ts';
import { askSourceHandler } from './handler.ts';

const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name };

export const handler = lambda(
  askSourceHandler({
    store: storeFrom(table, config),
    ask: askLambda(),
    keep: (signal, event) => storeSignal(table, signal, event, backOff),
    remember: rememberFailures('ask-source', { table, telemetry, now }),
    config,
    telemetry,
    now,
    newId,
  }),
);
