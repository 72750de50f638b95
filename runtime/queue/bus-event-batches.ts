import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { EventOf, EventType } from '../../shared/domain/events/events.ts';
import type { Cause } from '../../shared/domain/events/recorded-event.ts';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { withinTime } from '../time/within-time.ts';
import { type BusEventDependencies, readDelivery } from './bus-events.ts';

/**
 * A handler for a queue of bus events whose work is cheaper done together. As with single events, each message has its
 * own fate: `work` says for each, in order, what went wrong, and only those go back to the queue.
 */
export function onBusEventBatches<Type extends EventType>(
  types: readonly Type[],
  worker: string,
  { telemetry, remember, pause }: BusEventDependencies,
  work: (batch: { event: EventOf<Type>; cause: Cause }[]) => Promise<(Error | undefined)[]>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  return async ({ Records }, context) => {
    const failed = new Map<string, Error>();
    const readable: { messageId: string; event: EventOf<Type>; cause: Cause }[] = [];
    for (const { messageId, body } of Records) {
      try {
        readable.push({ messageId, ...readDelivery(parseJson(body), types, { kind: 'system', id: worker }) });
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
