import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { type IntakeBeat, isIntakeBeat } from '../../runtime/intake-beat-call.ts';
import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/http/problem.ts';
import { ClientOfToken, clientNamed } from '../../shared/api/token-claims.ts';
import { type ProgramsByClient, speakerFor } from '../../shared/domain/access/programs.ts';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { beatIntake, type IntakeBeatDependencies, signsOfLife } from '../../shared/verification/intake-beat.ts';
import { SentSignal, type TakeInSignalDependencies, takeInSignal } from '../../shared/verification/take-in-signal.ts';

const METRICS = {
  stored: 'SignalRecorded',
  repeated: 'SignalRepeated',
} as const;

type Dependencies = TakeInSignalDependencies &
  IntakeBeatDependencies & { programs: ProgramsByClient; telemetry: Telemetry };

/**
 * Takes a signal of a scanner, a simulation or another source, once, from a program that may speak for the source. The scheduler calls
 * it, too: that it answers shows that signals can be taken in.
 */
export function recordSignalHandler(deps: Dependencies) {
  const noteSign = signsOfLife(deps);
  return async (request: APIGatewayProxyEventV2 | IntakeBeat): Promise<APIGatewayProxyStructuredResultV2> => {
    if (isIntakeBeat(request)) return beat(deps);
    const sent = SentSignal.safeParse(jsonIn(request));
    if (!sent.success) {
      const wrong = sent.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      return problem(400, 'Not a signal', wrong.join('; '));
    }
    const speaker = speakerFor(deps.programs, clientOf(request), sent.data.source, deps.oneName);
    if ('refusal' in speaker) {
      deps.telemetry.count('SignalRefused');
      return problem(403, 'Not allowed', speaker.refusal);
    }
    const taken = await takeInSignal(deps, sent.data, speaker.author);
    if (taken.outcome === 'in the future') {
      return problem(422, 'Not possible', `observedAt: ${taken.observedAt} is in the future`);
    }
    await noteSign(systemCause('record-signal', `signal:${taken.id}`));
    deps.telemetry.count(METRICS[taken.outcome]);
    return {
      statusCode: taken.outcome === 'stored' ? 201 : 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: taken.id }),
    };
  };
}

async function beat(deps: Dependencies): Promise<APIGatewayProxyStructuredResultV2> {
  const downMs = await beatIntake(deps, systemCause('record-signal', `beat:${deps.newId()}`));
  deps.telemetry.count('IntakeBeat');
  if (downMs !== undefined) deps.telemetry.warn('the intake of evidence was down', { downMs });
  return { statusCode: 204 };
}

function jsonIn({ body, isBase64Encoded }: APIGatewayProxyEventV2): unknown {
  try {
    return parseJson(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString('utf8'));
  } catch {
    return undefined;
  }
}

const ClientClaims = z.object({
  authorizer: z.object({ jwt: z.object({ claims: ClientOfToken }) }),
});

function clientOf({ requestContext }: APIGatewayProxyEventV2): string {
  const claims = ClientClaims.safeParse(requestContext);
  return (claims.success ? clientNamed(claims.data.authorizer.jwt.claims) : undefined) ?? 'unknown';
}
