import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { problem } from '../../shared/api/http/problem.ts';
import { type RecordedEvent, recorded } from '../../shared/domain/events/recorded-event.ts';
import { Signal } from '../../shared/domain/verification/signal.ts';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { WRITTEN } from '../../shared/domain/words/words.ts';

/** Clocks differ; a signal from further ahead than this is a mistake and could prove what is not there yet. */
const CLOCK_SKEW_MS = 300_000;

export type RecordSignalDependencies = {
  /** Stores a signal with its event, once. */
  store: (signal: Signal, event: RecordedEvent) => Promise<'stored' | 'repeated' | 'contradicts'>;
  telemetry: Telemetry;
  now: () => string;
  newId: () => string;
};

const Name = WRITTEN.prose(1, 200);
const SentSignal = z.strictObject({ ...Signal.shape, id: Name.optional(), source: Name });

/** Takes a signal of a scanner, a simulation or another source, once. */
export function recordSignal(deps: RecordSignalDependencies) {
  return async (request: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const sent = SentSignal.safeParse(jsonIn(request));
    if (!sent.success) {
      const wrong = sent.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      return problem(400, 'Not a signal', wrong.join('; '));
    }
    const signal = { ...sent.data, id: sent.data.id ?? fingerprint(sent.data) };
    if (Date.parse(signal.observedAt) > Date.parse(deps.now()) + CLOCK_SKEW_MS) {
      return problem(422, 'Not possible', `observedAt: ${signal.observedAt} is in the future`);
    }
    const cause = {
      actor: { kind: 'machine' as const, id: machineOf(request) },
      correlationId: `signal:${signal.id}`,
      hops: 0,
    };
    const event = recorded({ type: 'Signal Recorded', data: { signal } }, 'holdfast', cause, deps);
    const outcome = await deps.store(signal, event);
    deps.telemetry.count(METRICS[outcome]);
    if (outcome === 'contradicts') {
      return problem(
        409,
        'Conflict',
        `id: a signal ${signal.id} about this subject and time has the other outcome; send a new id`,
      );
    }
    return {
      statusCode: outcome === 'stored' ? 201 : 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: signal.id }),
    };
  };
}

const METRICS = { stored: 'SignalRecorded', repeated: 'SignalRepeated', contradicts: 'SignalContradicted' } as const;

function jsonIn({ body, isBase64Encoded }: APIGatewayProxyEventV2): unknown {
  try {
    return parseJson(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Without an id of the sender's, the same statement is the same signal. */
function fingerprint({ subject, outcome, observedAt, source }: Omit<Signal, 'id'>): string {
  const statement = JSON.stringify([subject.type, subject.id, outcome, observedAt, source]);
  return createHash('sha256').update(statement).digest('hex').slice(0, 32);
}

const MachineClaims = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.object({ client_id: z.string() }) }) }),
});

function machineOf({ requestContext }: APIGatewayProxyEventV2): string {
  const claims = MachineClaims.safeParse(requestContext);
  return claims.success ? claims.data.authorizer.jwt.claims.client_id : 'unknown';
}
