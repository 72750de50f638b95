import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { askedBy } from '../lists/asked-by.ts';
import type { Chosen } from '../lists/filter-spec.ts';
import { type CsvPage, cursorIn } from '../lists/gather-csv.ts';
import type { ServerPage } from '../lists/gather-page.ts';
import { RECORD_FILTERS } from './record-filters.ts';

export type AnyRecordLine = Schemas['RecordLine'] | Schemas['RestrictedRecordLine'];

/** A page of the records that the filters want. Words are searched by themselves: the API joins them with no filter. */
export async function readRecords(
  chosen: Chosen,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ServerPage<AnyRecordLine>> {
  const { data } = await ask(chosen, cursor, signal);
  return { lines: data.postMortems, next: data.next, looked: data.looked };
}

/** A page of the same as a table for a spreadsheet. */
export async function readRecordsCsv(chosen: Chosen, limit: number, cursor: string | undefined): Promise<CsvPage> {
  const [words] = chosen.q ?? [];
  const more = { limit, format: 'csv' as const, ...(cursor === undefined ? {} : { cursor }) };
  const { data, error, response } =
    words === undefined
      ? await api.GET('/post-mortems', { params: { query: { ...asked(chosen), ...more } }, parseAs: 'text' })
      : await api.GET('/search', { params: { query: { q: words, ...more } }, parseAs: 'text' });
  const text = got({ data: data === undefined ? undefined : String(data), error, response }).data ?? '';
  return { text, next: cursorIn(response.headers.get('link')) };
}

async function ask(chosen: Chosen, cursor: string | undefined, signal: AbortSignal) {
  const place = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
  const [words] = chosen.q ?? [];
  if (words !== undefined) return got(await api.GET('/search', { params: { query: { ...place, q: words } }, signal }));
  return got(await api.GET('/post-mortems', { params: { query: { ...asked(chosen), ...place } }, signal }));
}

/** Categories are several to the API, and one in the filter. What is chosen was held against the filters before. */
function asked(chosen: Chosen): Record<string, never> {
  const { q: _, category, ...rest } = askedBy(chosen, RECORD_FILTERS);
  return { ...rest, ...(category === undefined ? {} : { category: [category] }) } as Record<string, never>;
}
