import * as z from 'zod';
import type { RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { keys } from '../../../shared/store/keys.ts';
import { OutboxItem } from '../../../shared/store/outbox.ts';
import { itemsUnder } from '../../../shared/store/table.ts';
import { testIds } from './ids.ts';
import { writeAll } from './many-fixes.ts';
import type { World } from './world.ts';

const Stored = z.looseObject({ pk: z.string(), sk: z.string() });

/**
 * Records with approved recommendations, as copies of one that came the whole way. Written past the record store, so that hundreds
 * take a second; each goes on as any other, with its own ids.
 *
 * @returns the approvals, in the order of the records
 */
export async function manyApproved(
  world: World,
  { id, recommendations }: PostMortem,
  records: number,
): Promise<RecordedEvent[]> {
  const items = z.array(Stored).parse(await itemsUnder(world.table, keys.record(id).pk));
  const approvals = items.flatMap((item) => {
    const told = OutboxItem.safeParse(item).data?.event;
    return told?.type === 'Recommendation Approved' ? [told] : [];
  });
  const own = [id, ...recommendations.map((one) => one.id), ...approvals.map((one) => one.id)];
  const newId = testIds('01KC000000');
  const copies = Array.from({ length: records - 1 }, () => {
    const renamed = new Map<string, string>(own.map((name) => [name, newId()]));
    return (text: string): string => text.replace(/01K[0-9A-Z]{23}/g, (name) => renamed.get(name) ?? name);
  });
  await writeAll(world, function* () {
    for (const copy of copies) for (const item of items) yield Stored.parse(JSON.parse(copy(JSON.stringify(item))));
  });
  const copied = copies.flatMap((copy) =>
    approvals.map((event) => OutboxItem.parse(JSON.parse(copy(JSON.stringify({ outbox: true, event })))).event),
  );
  return [...approvals, ...copied];
}
