import { api, type Schemas } from '../data/api.ts';
import { isPassing, queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import type { ServerPage } from '../lists/gather-page.ts';
import { readListsAnew } from '../lists/read-lists-anew.ts';
import { isKeptClose } from '../marks/kept-close.ts';
import type { InRecord, NamedRecord, UnreadRecord } from './in-record.ts';

type Parts = Pick<Schemas['Record'], 'temporaryMeasures' | 'notifications'>;

/** Records that are read at the same time. */
const AT_ONCE = 4;
/** Records that are looked through for a page. Each is a call of its own, and callers have so many a minute. */
const RECORDS = 12;
/** Time for which a record that was looked through is not read again, in milliseconds, but for what is done from here. */
const KNOWN_MS = 60_000;

const recordKey = (id: string) => ['record-duties', id];

/**
 * Parts that no list of the API has, out of the records that are under way. Those that few may read are left out: to
 * open one is a look that the log keeps.
 */
export async function readFromRecords<Part>(
  pick: (parts: Parts) => readonly Part[],
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ServerPage<InRecord<Part> | UnreadRecord>> {
  const status: Schemas['RecordLine']['status'][] = ['open', 'in review', 'approved'];
  const query = { status, limit: RECORDS, ...(cursor === undefined ? {} : { cursor }) };
  const { data } = got(await api.GET('/post-mortems', { params: { query }, signal }));
  const open = data.postMortems.filter(
    (line): line is Schemas['RecordLine'] => 'incident' in line && !isKeptClose(line.tlp),
  );
  return { lines: await partsOf(open, pick, signal), next: data.next, looked: { at: data.postMortems.length } };
}

/** Parts of records. One that is not to be read takes no other with it. */
export async function partsOf<Part>(
  records: readonly NamedRecord[],
  pick: (parts: Parts) => readonly Part[],
  signal: AbortSignal,
): Promise<(InRecord<Part> | UnreadRecord)[]> {
  const lines: (InRecord<Part> | UnreadRecord)[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    signal.throwIfAborted();
    const read = await Promise.all(records.slice(from, from + AT_ONCE).map(recordOf));
    for (const record of read) {
      if ('unread' in record) lines.push(record);
      // Its mark may have been raised since the list was read.
      else if (!isKeptClose(record.tlp)) lines.push(...pick(record).map((part) => ({ part, record })));
    }
  }
  return lines;
}

/** @throws what may be over in a moment: then all of the page is asked for again, without what is known */
async function recordOf(line: NamedRecord): Promise<Schemas['Record'] | UnreadRecord> {
  try {
    return await queries.fetchQuery({
      queryKey: recordKey(line.id),
      staleTime: KNOWN_MS,
      retry: false,
      queryFn: async ({ signal }) =>
        got(await api.GET('/post-mortems/{id}', { params: { path: { id: line.id } }, signal })).data,
    });
  } catch (error) {
    if (isPassing(error)) throw error;
    return { unread: line, because: error instanceof Error ? error.message : String(error) };
  }
}

/** Shows what was done in a record: that one alone is read again for the lists that are made of records. */
export function readDutiesAnew(id: string): void {
  void queries.invalidateQueries({ queryKey: recordKey(id) });
  for (const list of ['measures', 'notifications']) void queries.invalidateQueries({ queryKey: [list] });
  void queries.invalidateQueries({ queryKey: ['record', id] });
  readListsAnew('my-work');
}
