import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { addDuration, type Duration } from '../domain/duration.ts';
import type { RecordedEvent } from '../domain/recorded-event.ts';
import type { Signal } from '../domain/verification.ts';
import { keys } from './keys.ts';
import type { Item } from './record-items.ts';

type Place = { client: DynamoDBDocumentClient; table: string };

/**
 * Accepts a delivery once. The same write remembers that it came and puts its event in the outbox, so there is no
 * moment between "seen" and "published" in which it could get lost.
 *
 * @returns false when this delivery was accepted before
 */
export function acceptDelivery(
  place: Place,
  delivery: { source: string; id: string; event: RecordedEvent; remember: Duration },
): Promise<boolean> {
  const { source, id, event, remember } = delivery;
  const expiresAt = Math.ceil(Date.parse(addDuration(event.occurredAt, remember)) / 1_000);
  return putOnce(place, { ...keys.inbox(source, id), outbox: true, event, expiresAt });
}

/** Stores a signal, and announces it, once for each subject, time and sender's id. */
export function storeSignal(place: Place, signal: Signal, event: RecordedEvent): Promise<boolean> {
  return putOnce(place, {
    ...keys.signal(signal.subject, signal.observedAt, signal.id),
    outbox: true,
    event,
    signal,
  });
}

/** Remembers a published report, and announces it. */
export function storeReport(place: Place, kind: string, event: RecordedEvent): Promise<boolean> {
  return putOnce(place, { ...keys.report(kind, event.occurredAt, event.id), outbox: true, event });
}

async function putOnce({ client, table }: Place, Item: Item): Promise<boolean> {
  try {
    await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
