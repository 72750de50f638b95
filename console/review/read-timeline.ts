import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { readAllPages } from './read-all-pages.ts';

/** The whole timeline of a record, the earliest entry first. */
export const readTimeline = (
  id: string,
  signal: AbortSignal,
): Promise<{ items: Schemas['TimelineEntry'][]; hasMore: boolean }> =>
  readAllPages(async (cursor) => {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = got(await api.GET('/post-mortems/{id}/timeline', { params: { path: { id }, query }, signal }));
    return { items: data.entries, next: data.next };
  });
