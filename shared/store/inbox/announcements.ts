import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { addDuration, type Duration } from '../../domain/words/duration.ts';
import { keys } from '../keys.ts';
import { getItem, putNew, type Table } from '../table.ts';

/**
 * Accepts a delivery once. The same write remembers that it came and puts its event in the outbox, so there is no
 * moment between "seen" and "published" in which it could get lost.
 *
 * @returns false when this delivery was accepted before
 */
export async function acceptDelivery(
  table: Table,
  delivery: { source: string; id: string; event: RecordedEvent; remember: Duration },
): Promise<boolean> {
  const { source, id, event, remember } = delivery;
  const expiresAt = Math.ceil(Date.parse(addDuration(event.occurredAt, remember)) / 1_000);
  return (await putNew(table, { ...keys.inbox(source, id), outbox: true, event, expiresAt })) === undefined;
}

/** @returns whether the delivery was accepted, as long as that is remembered */
export async function wasAccepted(table: Table, source: string, id: string): Promise<boolean> {
  return (await getItem(table, keys.inbox(source, id))) !== undefined;
}
