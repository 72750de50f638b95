import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/http/problem.ts';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { SentSignal, type TakeInSignalDependencies, takeInSignal } from '../../shared/verification/take-in-signal.ts';

const METRICS = {
  stored: 'SignalRecorded',
  repeated: 'SignalRepeated',
} as const;

/** Takes a signal of a scanner, a simulation or another source, once. */
export function recordSignalHandler(deps: TakeInSignalDependencies & { telemetry: Telemetry }) {
  return async (request: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const sent = SentSignal.safeParse(jsonIn(request));
    if (!sent.success) {
      const wrong = sent.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      return problem(400, 'Not a signal', wrong.join('; '));
    }
    const taken = await takeInSignal(deps, sent.data, { kind: 'machine', id: machineOf(request) });
    if (taken.outcome === 'in the future') {
      return problem(422, 'Not possible', `observedAt: ${taken.observedAt} is in the future`);
    }
    deps.telemetry.count(METRICS[taken.outcome]);
    return {
      statusCode: taken.outcome === 'stored' ? 201 : 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: taken.id }),
    };
  };
}

function jsonIn({ body, isBase64Encoded }: APIGatewayProxyEventV2): unknown {
  try {
    return parseJson(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString('utf8'));
  } catch {
    return undefined;
  }
}

const MachineClaims = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.object({ client_id: z.string() }) }) }),
});

function machineOf({ requestContext }: APIGatewayProxyEventV2): string {
  const claims = MachineClaims.safeParse(requestContext);
  return claims.success ? claims.data.authorizer.jwt.claims.client_id : 'unknown';
}
