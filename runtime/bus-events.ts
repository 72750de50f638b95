import { BatchProcessor, EventType as BatchType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type DomainEvent, type EventOf, type EventType, parseEvent } from '../shared/domain/events.ts';
import type { Actor } from '../shared/domain/person.ts';
import { type Cause, HOP_LIMIT } from '../shared/domain/recorded-event.ts';
import type { Remember } from './remember-failures.ts';
import type { Telemetry } from './telemetry.ts';
import { type Pause, withinTime } from './within-time.ts';

/** An event as EventBridge puts it into a queue. */
const Delivery = z.object({
  'detail-type': z.string(),
  detail: z.object({
    metadata: z.object({
      id: z.string(),
      schemaVersion: z.int().positive(),
      correlationId: z.string(),
      causationId: z.string().optional(),
      occurredAt: z.string(),
      hops: z.int().nonnegative(),
    }),
    data: z.unknown(),
  }),
});

/** Our own events went round in a circle. The queue's dead-letter queue keeps the one that shows it. */
export class TooManyHops extends Error {
  constructor(type: string, id: string) {
    super(`event ${id} (${type}) has come over ${HOP_LIMIT} hops: events feed each other in a circle`);
    this.name = 'TooManyHops';
  }
}

export type BusEventDependencies = {
  telemetry: Pick<Telemetry, 'failed'>;
  remember: Remember;
  /** Real time, unless a test plays it. */
  pause?: Pause;
};

/**
 * A handler for a queue of bus events. Every message stands for itself: one that fails goes back to the queue alone,
 * and in the end to the dead-letter queue, while the others are done. So does one that takes longer than the run has.
 */
export function onBusEvents<Type extends EventType>(
  types: readonly Type[],
  worker: string,
  { telemetry, remember, pause }: BusEventDependencies,
  work: (event: EventOf<Type>, cause: Cause) => Promise<void>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const handleOne = async (record: SQSRecord, context: Context): Promise<void> => {
    try {
      const { event, cause } = readDelivery(JSON.parse(record.body), types, { kind: 'system', id: worker });
      await withinTime(context, () => work(event, cause), pause);
    } catch (error) {
      telemetry.failed(`message ${record.messageId} goes back to the queue`, error);
      await remember(record, error);
      throw error;
    }
  };
  return (event, context) =>
    processPartialResponse(
      event,
      (record: SQSRecord) => handleOne(record, context),
      new BatchProcessor(BatchType.SQS),
      {
        context,
        processInParallel: true,
        // A batch in which all fail is no failure of the function: each message has its own count of tries.
        throwOnFullBatchFailure: false,
      },
    );
}

/** @throws ZodError, TooManyHops, or Error when it is not an event, or not one for this queue */
export function readDelivery<Type extends EventType>(
  body: unknown,
  types: readonly Type[],
  actor: Actor,
): { event: EventOf<Type>; cause: Cause } {
  const { 'detail-type': type, detail } = Delivery.parse(body);
  const { metadata } = detail;
  if (metadata.hops >= HOP_LIMIT) throw new TooManyHops(type, metadata.id);
  const event = parseEvent(type, detail.data);
  if (!isOneOf(event, types)) throw new Error(`this queue is for ${types.join(', ')}; it got "${type}"`);
  return {
    event,
    cause: { actor, correlationId: metadata.correlationId, causationId: metadata.id, hops: metadata.hops + 1 },
  };
}

function isOneOf<Type extends EventType>(event: DomainEvent, types: readonly Type[]): event is EventOf<Type> {
  return types.some((type) => type === event.type);
}
