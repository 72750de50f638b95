import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { addDuration, type Duration } from '../domain/duration.ts';
import type { RecordedEvent } from '../domain/recorded-event.ts';
import { Signal } from '../domain/verification.ts';
import { keys } from './keys.ts';
import type { Item } from './record-items.ts';

type Place = { client: DynamoDBDocumentClient; table: string };

/**
 * Accepts a delivery once. The same write remembers that it came and puts its event in the outbox, so there is no
 * moment between "seen" and "published" in which it could get lost.
 *
 * @returns false when this delivery was accepted before
 */
export async function acceptDelivery(
  place: Place,
  delivery: { source: string; id: string; event: RecordedEvent; remember: Duration },
): Promise<boolean> {
  const { source, id, event, remember } = delivery;
  const expiresAt = Math.ceil(Date.parse(addDuration(event.occurredAt, remember)) / 1_000);
  return (await putOnce(place, { ...keys.inbox(source, id), outbox: true, event, expiresAt })) === undefined;
}

/**
 * Keeps a delivery that a known sender signed and that we cannot read, so that it can be read by a better version. The
 * same bytes are kept once.
 */
export async function keepAside(
  place: Place,
  aside: { source: string; id: string; body: string; because: string; at: string; remember: Duration },
): Promise<void> {
  const { source, id, body, because, at, remember } = aside;
  const expiresAt = Math.ceil(Date.parse(addDuration(at, remember)) / 1_000);
  await putOnce(place, { ...keys.aside(source, id), body, because, at, expiresAt });
}

const SignalItem = z.object({ signal: Signal });

/**
 * Stores a signal, and announces it, once for each subject, time and sender's id.
 *
 * @returns `contradicts` when one with this id says something else: two truths under one name
 */
export async function storeSignal(
  place: Place,
  signal: Signal,
  event: RecordedEvent,
): Promise<'stored' | 'repeated' | 'contradicts'> {
  const before = await putOnce(place, {
    ...keys.signal(signal.subject, signal.observedAt, signal.id),
    outbox: true,
    event,
    signal,
  });
  if (before === undefined) return 'stored';
  return SignalItem.parse(before).signal.outcome === signal.outcome ? 'repeated' : 'contradicts';
}

/**
 * Remembers a published report, and announces it once for each run: Lambda repeats a run that failed half-way under the
 * same request id.
 */
export async function storeReport(place: Place, kind: string, runId: string, event: RecordedEvent): Promise<void> {
  await putOnce(place, { ...keys.report(kind, runId), outbox: true, event });
}

/** @returns what stands there already, or undefined when the item was written */
async function putOnce({ client, table }: Place, Item: Item): Promise<Record<string, unknown> | undefined> {
  try {
    await client.send(
      new PutCommand({
        TableName: table,
        Item,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The document client leaves the items of its errors as they came.
    return error.Item === undefined ? {} : unmarshall(error.Item);
  }
}
