import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, type Schemas } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { type Followed, NOTHING_FOLLOWED } from './chain.ts';
import { followChain } from './follow-chain.ts';

const PAGE = 100;

/** A log as far as it was read, and how far its chain holds. */
export type ReadLog = {
  events: readonly Schemas['AuditEntry'][];
  isRead: boolean;
  followed: Followed;
  /** Nothing more of it is computed. */
  hasStopped: boolean;
  error: Error | undefined;
};

const UNREAD: ReadLog = { events: [], isRead: false, followed: NOTHING_FOLLOWED, hasStopped: false, error: undefined };

/** Reads the log of a record from its first entry on, page by page, while a worker follows its chain. @param round another one reads it anew */
export function useLog(id: string, round: number): ReadLog {
  const log = useSignal(UNREAD);
  useEffect(() => {
    let isOver = false;
    log.value = UNREAD;
    const change = (part: Partial<ReadLog>) => {
      if (!isOver) log.value = { ...log.peek(), ...part };
    };
    const chain = followChain(id, {
      tell: (followed) => change({ followed }),
      fail: () => change({ hasStopped: true }),
    });
    readAll(
      id,
      () => isOver,
      (events) => {
        change({ events: [...log.peek().events, ...events] });
        chain.follow(events);
      },
    ).then(
      () => change({ isRead: true }),
      (error: Error) => change({ error }),
    );
    return () => {
      isOver = true;
      chain.stop();
    };
  }, [id, round]);
  return log.value;
}

async function readAll(id: string, isOver: () => boolean, take: (events: Schemas['AuditEntry'][]) => void) {
  let cursor: string | undefined;
  do {
    const { data } = await queries.fetchQuery({
      queryKey: ['log', id, cursor ?? ''],
      queryFn: async ({ signal }) =>
        got(
          await api.GET('/post-mortems/{id}/events', {
            params: { path: { id }, query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
            signal,
          }),
        ),
      staleTime: 0,
      gcTime: 0,
    });
    if (isOver()) return;
    take(data.events);
    cursor = data.next;
  } while (cursor !== undefined);
}
