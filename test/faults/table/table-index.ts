import type { StoredItem } from './table-expressions.ts';

export type IndexDefinition = {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  readonly keysOnly: boolean;
};

/** The two of the record store: `test/support/machine/record-table.ts` has them as they are deployed. */
export const INDEXES: readonly IndexDefinition[] = [
  { name: 'byDeadline', partition: 'deadlineQueue', sort: 'deadlineAt', keysOnly: false },
  { name: 'byNextAction', partition: 'nextActionQueue', sort: 'nextActionAt', keysOnly: true },
];

type Entry = { readonly visibleAt: number; readonly item: StoredItem | undefined };

/**
 * A global secondary index: sparse, and behind its table. An item is seen as it was some time ago, each item by itself,
 * never going back.
 */
export function createTableIndex({ partition, sort, keysOnly }: IndexDefinition, nowMs: () => number) {
  const visible = new Map<string, StoredItem>();
  const coming = new Map<string, Entry[]>();

  return {
    /** @param lagMs how long until queries see it */
    follow(key: string, item: StoredItem | undefined, lagMs: number): void {
      const entries = coming.get(key) ?? [];
      const visibleAt = Math.max(nowMs() + lagMs, entries.at(-1)?.visibleAt ?? 0);
      const isIn = typeof item?.[partition] === 'string' && typeof item[sort] === 'string';
      if (!isIn && !visible.has(key) && entries.length === 0) return;
      entries.push({ visibleAt, item: isIn ? projected(item) : undefined });
      coming.set(key, entries);
    },

    items(): StoredItem[] {
      for (const [key, entries] of coming) catchUp(key, entries);
      return [...visible.values()];
    },
  };

  function catchUp(key: string, entries: Entry[]): void {
    while (entries[0] !== undefined && entries[0].visibleAt <= nowMs()) {
      const item = entries.shift()?.item;
      if (item === undefined) visible.delete(key);
      else visible.set(key, item);
    }
    if (entries.length === 0) coming.delete(key);
  }

  function projected(item: StoredItem): StoredItem {
    return keysOnly ? { pk: item.pk, sk: item.sk, [partition]: item[partition], [sort]: item[sort] } : item;
  }
}
