import * as z from 'zod';
import type { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { AnchoredHead } from '../../domain/history/anchor.ts';
import { type Day, dayOf } from '../../domain/words/day.ts';
import { keys, partitions } from '../keys.ts';
import { type Item, itemsUnder, type Table } from '../table.ts';

/** Long after the day was anchored, even when nobody repairs a failing run for weeks. */
const KEPT_FOR_MS = 90 * 86_400_000;

/**
 * The entry of the day for the new head of a record. It is written with the change, over the one of the change before, so
 * that the anchors need no scan: what changed on a day is one query.
 */
export function changedHeadItem({ postMortemId, sequence, hash, occurredAt }: ChainedEvent): Item {
  const head: AnchoredHead = { postMortemId, sequence, hash };
  const expiresAt = Math.ceil((Date.parse(occurredAt) + KEPT_FOR_MS) / 1_000);
  return { ...keys.changed(dayOf(occurredAt), postMortemId), head, expiresAt };
}

/** The same for the newest look at a record: `LOOKED#<day>`. */
export function lookedHeadItem(look: ChainedEvent): Item {
  return { ...changedHeadItem(look), ...keys.looked(dayOf(look.occurredAt), look.postMortemId) };
}

const ChangedItem = z.object({ head: AnchoredHead });

/** The heads of the records that changed on a day: the last of that day each. */
export const changedHeads = (table: Table, day: Day): Promise<AnchoredHead[]> =>
  headsIn(table, partitions.changed(day));

/** The newest looks at the records that were looked at on a day. */
export const lookedHeads = (table: Table, day: Day): Promise<AnchoredHead[]> => headsIn(table, partitions.looked(day));

async function headsIn(table: Table, partition: string): Promise<AnchoredHead[]> {
  return (await itemsUnder(table, partition)).map((item) => ChangedItem.parse(item).head);
}
