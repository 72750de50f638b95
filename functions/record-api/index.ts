import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { dueReviews } from '../../shared/store/due.ts';
import { recordApi } from './handler.ts';

const env = environment({ TABLE_NAME: Variable });
const place = { client: documentClient(), table: env.TABLE_NAME };

/** Later than any deadline: all that are open, not only those that are late. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z';

export const handler = lambda(
  recordApi({
    store: storeFrom(place.client, place.table, config),
    openReviews: () => dueReviews(place, END_OF_TIME),
    config,
    now,
    newId,
    unexpected: (error) => telemetry.failed('an API call failed', error),
  }),
);
