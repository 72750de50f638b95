/** Most pages that are read in one go; what is longer says so. */
const MOST_PAGES = 60;

type Page<Item> = { items: readonly Item[]; next?: string | undefined };

/** All items of a list that comes in pages. @returns `hasMore` when it was cut off */
export async function readAllPages<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<{ items: Item[]; hasMore: boolean }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items: more, next } = await read(cursor);
    items.push(...more);
    if (next === undefined) return { items, hasMore: false };
    cursor = next;
  }
  return { items, hasMore: true };
}
