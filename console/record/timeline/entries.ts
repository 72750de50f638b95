import { api, type Schemas } from '../../data/api.ts';
import { queries } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';

export type Entry = Schemas['TimelineEntry'];
/** What a person writes of an entry. */
export type Written = Pick<
  Entry,
  'at' | 'what' | 'kind' | 'precision' | 'role' | 'evidencedBy' | 'milestone' | 'corrects'
>;

const AT_ONCE = 100;

export const timelineKey = (id: string) => ['timeline', id];

/** All entries, by time, page by page. */
export async function readTimeline(id: string, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = got(await api.GET('/post-mortems/{id}/timeline', { params: { path: { id }, query }, signal }));
    entries.push(...data.entries);
    cursor = data.next;
  } while (cursor !== undefined);
  return entries;
}

/** A repeat with the same key makes nothing: one key for each thing that somebody wants to have made. */
export const newKey = (): string => crypto.randomUUID();

export async function addEntry(id: string, entry: Written, key: string): Promise<Entry> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  const { data } = got(await api.POST('/post-mortems/{id}/timeline', { params, body: entry }));
  await changed(id);
  return data;
}

/** Entries that are made together, or not at all. */
export async function addEntries(id: string, entries: Written[], key: string): Promise<Entry[]> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  return got(await api.POST('/post-mortems/{id}/timeline/batch', { params, body: { entries } })).data.entries;
}

/** Changes it, and reads nothing again: for those that change several. */
export async function putEntry(id: string, old: Entry, entry: Written): Promise<Entry> {
  const params = { path: { id, at: old.at, entry: old.id }, header: { 'If-Match': old.etag } };
  return got(await api.PUT('/post-mortems/{id}/timeline/{at}/{entry}', { params, body: entry })).data;
}

export async function changeEntry(id: string, old: Entry, entry: Written): Promise<Entry> {
  try {
    return await putEntry(id, old, entry);
  } finally {
    // Where somebody was faster, theirs is shown.
    await changed(id);
  }
}

export async function removeEntry(id: string, entry: Entry): Promise<void> {
  await takeOutEntry(id, entry);
  await changed(id);
}

/** Takes all of them out, and reads the timeline once. @returns how many could not be taken out */
export async function removeEntries(id: string, entries: readonly Entry[]): Promise<number> {
  let left = 0;
  for (const entry of entries) await takeOutEntry(id, entry).catch(() => (left += 1));
  await changed(id);
  return left;
}

/** Takes it out, and reads nothing again. */
export async function takeOutEntry(id: string, { at, id: entry, etag }: Entry): Promise<void> {
  const params = { path: { id, at, entry }, header: { 'If-Match': etag } };
  got(await api.DELETE('/post-mortems/{id}/timeline/{at}/{entry}', { params }));
}

/** The timeline is read again, and with it what the record still lacks. */
export const changed = (id: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: timelineKey(id) }),
    queries.invalidateQueries({ queryKey: ['record', id] }),
  ]);
