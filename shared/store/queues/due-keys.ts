import * as z from 'zod';
import { queueShards } from '../keys.ts';
import { queryPages, type Table } from '../table.ts';
import type { SystemQueue } from './due.ts';

/** An item of the index `byNextAction`, which holds keys and nothing else. They are not looked into here. */
export const DueKey = z.object({
  pk: z.string(),
  sk: z.string(),
  nextActionQueue: z.string(),
  nextActionAt: z.string(),
});
export type DueKey = z.infer<typeof DueKey>;

type DueKeysOptions = {
  /** Last key that was taken from each shard; a shard without one is read from its beginning. */
  after: readonly DueKey[];
  /** Number of keys in a page; as many as fit into 1 MB by default. */
  pageSize?: number | undefined;
};

/** Keys of what the system has to do by `until`, the most overdue of all shards first. */
export async function* dueKeys(
  table: Table,
  queue: SystemQueue,
  until: string,
  { after, pageSize }: DueKeysOptions,
): AsyncGenerator<DueKey> {
  const shards = queueShards(queue).map((shard) => {
    const ExclusiveStartKey = after.find(({ nextActionQueue }) => nextActionQueue === shard);
    return keysOf(table, { ...dueQuery(shard, until), ExclusiveStartKey, Limit: pageSize });
  });
  const heads = await Promise.all(shards.map(async (keys) => ({ keys, head: await keys.next() })));
  for (;;) {
    const [first] = heads.filter(({ head }) => head.done !== true).toSorted((a, b) => (dueAt(a) < dueAt(b) ? -1 : 1));
    if (first === undefined || first.head.done === true) return;
    yield first.head.value;
    first.head = await first.keys.next();
  }
}

/** True when there is anything to do by `until`. Costs half a read unit for each shard. */
export async function isAnythingDue(table: Table, queue: SystemQueue, until: string): Promise<boolean> {
  const firsts = queueShards(queue).map((shard) => keysOf(table, { ...dueQuery(shard, until), Limit: 1 }).next());
  return (await Promise.all(firsts)).some(({ done }) => done !== true);
}

const dueAt = ({ head }: { head: IteratorResult<DueKey, undefined> }): string => head.value?.nextActionAt ?? '';

async function* keysOf(
  table: Table,
  query: Parameters<typeof queryPages>[1],
): AsyncGenerator<DueKey, undefined, undefined> {
  for await (const page of queryPages(table, query)) for (const item of page) yield DueKey.parse(item);
  return undefined;
}

const dueQuery = (shard: string, until: string) => ({
  IndexName: 'byNextAction',
  KeyConditionExpression: 'nextActionQueue = :queue AND nextActionAt <= :until',
  ExpressionAttributeValues: { ':queue': shard, ':until': until },
});
