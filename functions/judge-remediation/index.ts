import config from '#config';
import { backOff } from '../../runtime/back-off.ts';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { evidenceStore } from '../../runtime/evidence-store.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { rememberFailures } from '../../runtime/queue/remember-failures.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { rememberWord } from '../../shared/store/inbox/last-words.ts';
import { claimsAround } from '../../shared/store/queues/claims-of-person.ts';
import { watchersOf } from '../../shared/store/queues/watchers.ts';
import { judgeRemediationHandler } from './handler.ts';

const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
const table = { client: documentClient(), name };

export const handler = lambda(
  judgeRemediationHandler({
    store: storeFrom(table, config),
    evidence: evidenceStore(table, config),
    claimsAround: (claimer, claim, how) => claimsAround(table, claimer, claim, how),
    watchersOf: (subject, how) => watchersOf(table, subject, how),
    rememberWord: (signal) => rememberWord(table, signal, backOff),
    remember: rememberFailures('judge-remediation', { table, telemetry, now }),
    config,
    telemetry,
    now,
  }),
);
