import { setTimeout } from 'node:timers/promises';
import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { secretsInTurn } from '../../runtime/secrets.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { durationMs } from '../../shared/domain/words/duration.ts';
import { issuerProvider } from '../../shared/session/issuer-provider.ts';
import { keptRenewals } from '../../shared/session/kept-renewals.ts';
import { poolProvider } from '../../shared/session/pool-provider.ts';
import { sealsOf } from '../../shared/session/seals.ts';
import { sessionHandler } from './handler.ts';

const env = environment({ API_URL: Variable, WEB_CLIENT: Variable, SESSION_SECRET_ARN: Variable });
/** Until a second tab asks again for the answer that the first one waits for. */
const ASK_AGAIN_MS = 200;

const { issuer } = config.signIn;

function pool() {
  const { ISSUER, SIGN_IN_URL } = environment({ ISSUER: Variable, SIGN_IN_URL: Variable });
  const provider = poolProvider({ issuer: ISSUER, signInUrl: SIGN_IN_URL, clientId: env.WEB_CLIENT });
  return () => Promise.resolve(provider);
}

/** The user pool does not rotate refresh tokens: docs/decisions/0048. */
function renewalsInTable() {
  const { TABLE_NAME: name } = environment({ TABLE_NAME: Variable });
  return keptRenewals({ client: documentClient(), name }, () => setTimeout(ASK_AGAIN_MS));
}

export const handler = lambda(
  sessionHandler({
    apiUrl: env.API_URL,
    provider:
      issuer === undefined
        ? pool()
        : issuerProvider({ issuer: issuer.url, clientId: env.WEB_CLIENT, scope: issuer.scope }),
    seals: async () => sealsOf(await secretsInTurn(env.SESSION_SECRET_ARN)),
    renewals: issuer === undefined ? undefined : renewalsInTable(),
    lastsMs: durationMs(config.signIn.lasts),
    now,
    telemetry,
  }),
);
