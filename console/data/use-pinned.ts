import { useRef } from 'preact/hooks';
import { type Query, useQuery } from './query.ts';

/**
 * What somebody decides about, as it was when they began, read anew for it: while they read and type, it does not change under
 * their hands. What changes meanwhile, the API refuses by the ETag.
 */
export function usePinned<Data>(query: Query<Data>) {
  const { data, error, isFetchedAfterMount, refetch } = useQuery({ ...query, staleMs: 0 });
  const pinned = useRef<Data | undefined>(undefined);
  if (error === null && isFetchedAfterMount) pinned.current ??= data;
  return { data: pinned.current, error: pinned.current === undefined ? error : null, refetch };
}
