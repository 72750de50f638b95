import { api, type Schemas } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { readAllPages } from './read-all-pages.ts';

export type LogEntry = Schemas['AuditEntry'];

/** The log of a record, the oldest entry first. */
export async function readRecordLog(id: string, signal: AbortSignal): Promise<{ items: LogEntry[]; hasMore: boolean }> {
  return readAllPages(async (cursor) => {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = got(await api.GET('/post-mortems/{id}/events', { params: { path: { id }, query }, signal }));
    return { items: data.events, next: data.next };
  });
}

/** The same for a place that shows it. */
export const useRecordLog = (id: string) =>
  useQuery({ key: ['record', id, 'log'], read: (signal) => readRecordLog(id, signal) });
