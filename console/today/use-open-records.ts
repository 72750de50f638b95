import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';

/** Records that are looked at: some of them are the person's own already. */
const LOOKED_AT = 30;

/** Open records, the newest first: whoever may write can begin one that nobody has begun. */
export const useOpenRecords = (isWanted: boolean) =>
  useQuery({
    key: ['records', 'open', LOOKED_AT],
    enabled: isWanted,
    everyMs: 120_000,
    read: async (signal) => {
      const query = { status: ['open' as const], sort: 'opened' as const, limit: LOOKED_AT };
      return got(await api.GET('/post-mortems', { params: { query }, signal })).data.postMortems;
    },
  });
