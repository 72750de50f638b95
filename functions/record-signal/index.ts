import config from '#config';
import { backOff } from '../../runtime/back-off.ts';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { programsFrom } from '../../runtime/programs.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { oneNameIn } from '../../shared/domain/verification/source-names.ts';
import { storeSignal } from '../../shared/store/inbox/last-words.ts';
import { recordSignalHandler } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, PROGRAM_CLIENTS: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };

export const handler = lambda(
  recordSignalHandler({
    table,
    store: (signal, event) => storeSignal(table, signal, event, backOff),
    programs: programsFrom(env.PROGRAM_CLIENTS, config),
    oneName: oneNameIn(config.evidenceSources),
    telemetry,
    now,
    newId,
  }),
);
