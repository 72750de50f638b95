import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { isKeptClose } from '../marks/kept-close.ts';
import type { Conflict, Writer } from './editing/merge.ts';
import { lastHandAt } from './last-hand-at.ts';
import type { RecordNow } from './record-data.ts';

/** Who wrote the other words of a conflict, and when; undefined where nothing tells. */
export function useWhoWrote(record: RecordNow, path: string, conflict: Conflict): Writer | undefined {
  const { id } = record;
  const { by, revisions } = conflict;
  const { data } = useQuery({
    key: ['who wrote', id, path, revisions],
    read: async (signal) => (await readWhoWrote(id, path, revisions, signal)) ?? null,
    enabled: isAskedWhoWrote(record, conflict),
    // What happened between two revisions stays so.
    staleMs: Number.POSITIVE_INFINITY,
  });
  return by ?? data ?? undefined;
}

/** Of a record that is kept close each reading is a look, which is logged: nobody asked for this one. */
export const isAskedWhoWrote = ({ tlp }: Pick<RecordNow, 'tlp'>, { by, revisions }: Conflict): boolean =>
  by === undefined && revisions !== undefined && !isKeptClose(tlp);

/** Reads what changed between two revisions as far as the field. */
export async function readWhoWrote(
  id: string,
  path: string,
  revisions: Conflict['revisions'],
  signal: AbortSignal,
): Promise<Writer | undefined> {
  let cursor: string | undefined;
  do {
    const query = { ...revisions, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await api.GET('/post-mortems/{id}/changes', { params: { path: { id }, query }, signal });
    const { changes, next } = got(answer).data;
    const found = lastHandAt(path, changes);
    if (found !== undefined) return found;
    cursor = next;
  } while (cursor !== undefined);
  return undefined;
}
