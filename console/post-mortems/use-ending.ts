import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { usePinned } from '../data/use-pinned.ts';
import { readListsAnew } from '../lists/read-lists-anew.ts';
import { go } from '../router/address.ts';
import { to } from '../router/to.ts';

/** The record that somebody is about to end, and why they may not, if so. */
export function useEnding(id: string, act: 'waive' | 'merge') {
  const { data, error, refetch } = usePinned({
    key: ['record', id, 'to end'],
    read: async (signal) => got(await api.GET('/post-mortems/{id}', { params: { path: { id } }, signal })),
  });
  const record = data?.data;
  return {
    record,
    etag: data?.etag ?? '',
    error,
    refetch,
    because: record === undefined ? undefined : reasonAgainst(record, act),
    /** Shows the record as it is now. */
    done: () => {
      readListsAnew('record', 'records', 'my-work', 'summary');
      go(to.record(id), { replace: true });
    },
  };
}

function reasonAgainst({ acts, temporaryMeasures }: Schemas['Record'], act: 'waive' | 'merge'): string | undefined {
  const found = acts.find((one) => one.act === act);
  if (found === undefined) return 'Your roles do not end records.';
  if (!found.isAllowed) return found.because ?? 'It cannot be ended now.';
  const inForce = temporaryMeasures.filter(({ status }) => status === 'in force').length;
  return inForce === 0 ? undefined : 'A temporary measure of it is in force: it is undone first.';
}
