import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { type DomainEvent, type EventOf, type EventType, parseEvent } from '../../shared/domain/events/events.ts';
import { type Cause, HOP_LIMIT } from '../../shared/domain/events/recorded-event.ts';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { withinTime } from '../time-left.ts';
import { type BusWorker, HEARD_BY, type HeardBy } from './heard-by.ts';
import { onMessages, type QueueDependencies } from './queue-messages.ts';

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

export type BusEventDependencies = QueueDependencies;

/** A handler for a queue of bus events, each by itself. */
export function onBusEvents<Worker extends BusWorker>(
  worker: Worker,
  deps: BusEventDependencies,
  work: (event: EventOf<HeardBy<Worker>>, cause: Cause) => Promise<void>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  return onMessages(deps, async (body) => {
    const { event, cause } = readDelivery(body, worker);
    await work(event, cause);
  });
}

/**
 * A handler for a queue of bus events whose work is cheaper done together. As with single events, each message has its
 * own fate: `work` says for each, in order, what went wrong, and only those go back to the queue.
 */
export function onBusEventBatches<Worker extends BusWorker>(
  worker: Worker,
  { telemetry, remember, pause }: BusEventDependencies,
  work: (batch: { event: EventOf<HeardBy<Worker>>; cause: Cause }[]) => Promise<(Error | undefined)[]>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  return async ({ Records }, context) => {
    const failed = new Map<string, Error>();
    const readable: { messageId: string; event: EventOf<HeardBy<Worker>>; cause: Cause }[] = [];
    for (const { messageId, body } of Records) {
      try {
        readable.push({ messageId, ...readDelivery(parseJson(body), worker) });
      } catch (error) {
        failed.set(messageId, asError(error));
      }
    }
    const outcomes = await everyoneFailsTogether(
      () => withinTime(context, () => work(readable), pause),
      readable.length,
    );
    for (const [index, { messageId }] of readable.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined) failed.set(messageId, outcome);
    }
    for (const record of Records) {
      const error = failed.get(record.messageId);
      if (error === undefined) continue;
      telemetry.failed(`message ${record.messageId} goes back to the queue`, error);
      await remember(record, error);
    }
    return { batchItemFailures: [...failed.keys()].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/** @throws ZodError, TooManyHops, or Error when it is not an event, or not one for this queue */
function readDelivery<Worker extends BusWorker>(
  body: unknown,
  worker: Worker,
): { event: EventOf<HeardBy<Worker>>; cause: Cause } {
  const types: readonly HeardBy<Worker>[] = HEARD_BY[worker];
  const { 'detail-type': type, detail } = Delivery.parse(body);
  const { metadata } = detail;
  if (metadata.hops >= HOP_LIMIT) throw new TooManyHops(type, metadata.id);
  const event = parseEvent(type, detail.data);
  if (!isOneOf(event, types)) throw new Error(`this queue is for ${types.join(', ')}; it got "${type}"`);
  return {
    event,
    cause: {
      actor: { kind: 'system', id: worker },
      correlationId: metadata.correlationId,
      causationId: metadata.id,
      hops: metadata.hops + 1,
    },
  };
}

function isOneOf<Type extends EventType>(event: DomainEvent, types: readonly Type[]): event is EventOf<Type> {
  return types.some((type) => type === event.type);
}

/** An error that says nothing of single messages is one of each of them. */
async function everyoneFailsTogether(
  work: () => Promise<(Error | undefined)[]>,
  count: number,
): Promise<(Error | undefined)[]> {
  try {
    return await work();
  } catch (error) {
    return Array.from({ length: count }, () => asError(error));
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
