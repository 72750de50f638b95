import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';

const EVERY_MS = 20_000;

/**
 * Revision of a record that somebody made since it was read; undefined while there is none. Asked without the content, which would be a
 * look.
 */
export function useNewerRevision(id: string, read: number): number | undefined {
  const { data } = useQuery({
    key: ['revision', id],
    read: async (signal) => {
      const params = { path: { id }, query: { since: read } };
      return got(await api.GET('/post-mortems/{id}/activity', { params, signal })).data.revision;
    },
    everyMs: EVERY_MS,
    staleMs: 0,
    keptMs: 0,
  });
  return data !== undefined && data > read ? data : undefined;
}
