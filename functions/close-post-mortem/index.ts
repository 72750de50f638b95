import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { closePostMortem } from './handler.ts';

const { TABLE_NAME: table } = environment({ TABLE_NAME: Variable });
const place = { client: documentClient(), table };

export const handler = lambda(
  closePostMortem({
    store: storeFrom(place.client, table, config),
    remember: rememberFailures('close-post-mortem', { place, telemetry, now }),
    telemetry,
    now,
  }),
);
