import { api, type Schemas } from '../data/api.ts';
import { queries, useQuery } from '../data/query.ts';
import { got, Refusal } from '../data/refusal.ts';

export type RecordNow = Schemas['Record'];
type Answer = { data: RecordNow; etag: string | undefined };

const recordKey = (id: string) => ['record', id];

/** The record. An answer that is older than what is known, as of a slow reading, changes nothing. */
export function useRecord(id: string) {
  return useQuery({ key: recordKey(id), read: (signal) => readRecord(id, signal) });
}

/** Whether the record is gone, or is this person's to read no more. What was known of it is not shown any longer. */
export const isUnreadable = (error: Error | null): boolean =>
  error instanceof Refusal && (error.status === 403 || error.status === 404);

/** Once nobody looks at it any more. */
export function forgetUnreadable(id: string): void {
  if (isUnreadable(queries.getQueryState(recordKey(id))?.error ?? null))
    queries.removeQueries({ queryKey: recordKey(id) });
}

export async function readRecord(id: string, signal?: AbortSignal): Promise<Answer> {
  const answer = got(
    await api.GET('/post-mortems/{id}', { params: { path: { id } }, ...(signal === undefined ? {} : { signal }) }),
  );
  return newerOf(id, answer);
}

/** Shows what a write answered. */
export function showRecord(data: RecordNow): void {
  // The ETag of a write is the section's; the record's is its revision.
  queries.setQueryData(recordKey(data.id), newerOf(data.id, { data, etag: `"${data.revision}"` }));
}

export const readRecordAnew = (id: string) => queries.invalidateQueries({ queryKey: recordKey(id) });

function newerOf(id: string, answer: Answer): Answer {
  const known = queries.getQueryData<Answer>(recordKey(id));
  return known !== undefined && known.data.revision > answer.data.revision ? known : answer;
}
