import { type InfiniteData, InfiniteQueryObserver, type QueryKey } from '@tanstack/query-core';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { queries } from '../data/query.ts';
import { type GatheredPage, gatherPage, type ServerPage } from './gather-page.ts';
import { joinPages } from './join-pages.ts';

type ListQuery<Line> = {
  key: QueryKey;
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<ServerPage<Line>>;
  keyOf: (line: Line) => string;
};

/** Above this a list is not read again because time went by: that would ask for every page of it. After something was done, it is. */
const MOST_PAGES_READ_AGAIN = 3;

/** A list that is read page by page as far as it is looked at, and is there at once on the way back. */
export function useList<Line>({ key, read, keyOf }: ListQuery<Line>) {
  const options = {
    queryKey: key,
    queryFn: ({ pageParam, signal }: { pageParam: unknown; signal: AbortSignal }): Promise<GatheredPage<Line>> =>
      gatherPage((cursor) => read(cursor, signal), pageParam as string | undefined),
    initialPageParam: undefined as unknown,
    getNextPageParam: (last: GatheredPage<Line>) => last.next,
    refetchOnWindowFocus: false,
    // Comparing all lines with those before takes longer than drawing what is seen.
    structuralSharing: false,
    staleTime: (query: { state: { data: InfiniteData<GatheredPage<Line>> | undefined } }) =>
      (query.state.data?.pages.length ?? 0) > MOST_PAGES_READ_AGAIN ? Number.POSITIVE_INFINITY : 15_000,
  };
  const observer = useMemo(() => new InfiniteQueryObserver(queries, options), []);
  observer.setOptions(options);
  const [, draw] = useState(0);
  useEffect(() => observer.subscribe(() => draw((n) => n + 1)), [observer]);
  const result = observer.getOptimisticResult(
    queries.defaultQueryOptions(options) as Parameters<typeof observer.getOptimisticResult>[0],
  );
  const pages = result.data?.pages;
  const { lines, lookedAt } = useMemo(() => joinPages(pages ?? [], keyOf), [pages]);
  return {
    lines,
    lookedAt,
    isPending: result.isPending,
    isMore: result.hasNextPage,
    isTiring: pages?.at(-1)?.isTiring === true,
    isReadingOn: result.isFetchingNextPage,
    error: result.error,
    /** It was the next page that failed; otherwise what is here could not be read again. */
    isNextMissing: result.isFetchNextPageError,
    readOn: () => {
      if (!observer.getCurrentResult().isFetching) void observer.fetchNextPage();
    },
    readAgain: () => void observer.refetch(),
  };
}
