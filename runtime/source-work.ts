import config from '#config';
import { CONNECTIONS, SOURCES } from '../shared/intake/registry.ts';
import type { SourceTools } from '../shared/intake/source.ts';
import { calledPaths, connectSources, pathOf, polledSources } from '../shared/intake/sources-in-use.ts';
import { toldIncident } from '../shared/store/inbox/told-incidents.ts';
import { documentClient } from './dynamodb.ts';
import { environment, Variable } from './environment.ts';
import type { FunctionName } from './function-names.ts';
import { newId, now } from './identity.ts';
import { onOdd } from './odd-elements.ts';
import { rememberFailures } from './queue/remember-failures.ts';
import { secretContent } from './secrets.ts';
import { sharedLimits } from './shared-limits.ts';
import { secretArns } from './source-secrets.ts';
import { storeFrom } from './store.ts';
import { telemetry } from './telemetry.ts';
import { currentRun, timeLeftMs } from './time-left.ts';

/**
 * Parts of a function that asks the sources of incidents, from its environment.
 *
 * @param worker the function's name: in the audit log, and where a message fails
 * @param tellOdd told of each element of an answer that cannot be read
 */
export function sourceWork(worker: FunctionName, tellOdd: SourceTools['onOdd'] = onOdd) {
  const env = environment({ TABLE_NAME: Variable });
  const table = { client: documentClient(), name: env.TABLE_NAME };
  const secretArnOf = secretArns(calledPaths(SOURCES, config), 'API');
  const connectionTo = connectSources(CONNECTIONS, {
    config,
    credentials: (source, schema, instance) => secretContent(secretArnOf(pathOf(source, instance)), schema),
    timeLeftMs,
    run: currentRun,
    onOdd: tellOdd,
    told: (ticket) => toldIncident(table, ticket),
    newId,
    limitsOf: sharedLimits(table, telemetry),
  });
  return {
    table,
    store: storeFrom(table, config),
    connectionTo,
    polled: () => polledSources(SOURCES, connectionTo, config),
    remember: rememberFailures(worker, { table, telemetry, now }),
    config,
    telemetry,
    now,
    newId,
  };
}
