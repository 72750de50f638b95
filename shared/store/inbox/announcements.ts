import * as z from 'zod';
import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { addDuration, type Duration } from '../../domain/words/duration.ts';
import { Instant } from '../../domain/words/identifiers.ts';
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

/**
 * Remembers a published report, and announces it once for each run: the scheduler may start a run twice, and Lambda repeats one
 * that failed half-way.
 */
export async function storeReport(table: Table, kind: string, runId: string, event: RecordedEvent): Promise<void> {
  await putNew(table, { ...keys.report(kind, runId), outbox: true, event });
}

const ReportItem = z.object({ event: z.object({ data: z.object({ period: z.object({ to: Instant }) }) }) });

/** @returns end of the period of the report that a run announced; undefined when it announced none of this kind */
export async function endOfAnnounced(table: Table, kind: string, runId: string): Promise<string | undefined> {
  const item = await getItem(table, keys.report(kind, runId));
  return item === undefined ? undefined : ReportItem.parse(item).event.data.period.to;
}
