import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import type { Conflict, Writer } from './editing/merge.ts';
import { lastHandAt } from './last-hand-at.ts';

/** Who wrote the other words of a conflict, and when; undefined where nothing tells. */
export function useWhoWrote(id: string, path: string, { by, revisions }: Conflict): Writer | undefined {
  const { data } = useQuery({
    key: ['who wrote', id, path, revisions],
    read: async (signal) => {
      const query = { ...revisions, limit: 100 };
      const answer = await api.GET('/post-mortems/{id}/changes', { params: { path: { id }, query }, signal });
      return lastHandAt(path, got(answer).data.changes) ?? null;
    },
    enabled: by === undefined && revisions !== undefined,
    // What happened between two revisions stays so.
    staleMs: Number.POSITIVE_INFINITY,
  });
  return by ?? data ?? undefined;
}
