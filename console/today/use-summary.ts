import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';

/** How many records, fixes and lessons there are. */
export const useSummary = () =>
  useQuery({
    key: ['summary'],
    staleMs: 60_000,
    read: async (signal) => got(await api.GET('/summary', { signal })).data,
  });
