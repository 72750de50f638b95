import { QueryClient, type QueryKey, QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { NotSignedIn } from '../session/token.ts';
import { Refusal } from './refusal.ts';

/** Longest that a place shows what it knows without asking again, in milliseconds. */
const FRESH_MS = 15_000;
const RETRY_MS = [1_000, 3_000];
/** Longest that nothing is said of a reading that failed and is tried again by itself. A person then decides about the rest. */
const LONGEST_WAIT_MS = 10_000;

/** What was read, by key. Nothing of it outlives the page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Without a network a reading fails, which is said, rather than to wait for one without a word.
      networkMode: 'always',
      refetchOnReconnect: true,
      refetchOnWindowFocus: true,
      retry: (failures, error) =>
        failures < RETRY_MS.length && isPassing(error) && waitAfter(failures, error) <= LONGEST_WAIT_MS,
      retryDelay: waitAfter,
    },
  },
});
queries.mount();

/** @returns milliseconds; as long as the API asks for, where it does */
function waitAfter(failures: number, error: Error): number {
  if (error instanceof Refusal && error.retryAfter !== undefined) return error.retryAfter * 1_000;
  return RETRY_MS[failures] ?? LONGEST_WAIT_MS;
}

/** Whether the same call may be answered better in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NotSignedIn) return false;
  return !(error instanceof Refusal) || error.status === 429 || error.status >= 500;
}

export type Query<Data> = {
  key: QueryKey;
  read: (signal: AbortSignal) => Promise<Data>;
  enabled?: boolean;
  /** Milliseconds after which it is read again while it is shown. */
  everyMs?: number;
  staleMs?: number;
  /** Milliseconds for which it is remembered once nobody shows it. */
  keptMs?: number;
};

/** Reads, and draws again when the answer is there or has changed. What is known is kept on while it is read again. */
export function useQuery<Data>({
  key,
  read,
  enabled = true,
  everyMs,
  staleMs,
  keptMs,
}: Query<Data>): QueryObserverResult<Data, Error> {
  const options = {
    queryKey: key,
    queryFn: ({ signal }: { signal: AbortSignal }) => read(signal),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
    ...(keptMs === undefined ? {} : { gcTime: keptMs }),
  };
  const observer = useMemo(() => new QueryObserver<Data, Error>(queries, options), []);
  observer.setOptions(options);
  const [, draw] = useState(0);
  useEffect(() => observer.subscribe(() => draw((n) => n + 1)), [observer]);
  return observer.getOptimisticResult(queries.defaultQueryOptions(options));
}
