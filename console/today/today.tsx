import '../lists/lists.css';
import './today.css';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { HoldsCard } from './holds-card.tsx';
import { useOpenRecords } from './use-open-records.ts';
import { useSummary } from './use-summary.ts';
import { WorkCard } from './work-card.tsx';
import { recordsToBegin, type WorkGroup, workGroups } from './work-groups.ts';

/** What waits for the person, and whether what was done holds. */
export function Today() {
  const work = useQuery({
    key: ['my-work'],
    everyMs: 120_000,
    read: async (signal) => got(await api.GET('/my-work', { signal })).data,
  });
  const { data: summary } = useSummary();
  const { me, may, error: unknown, refetch: readMeAgain } = useMe();
  const mayWrite = may('write records');
  const open = useOpenRecords(mayWrite);
  // Drawn together, so that nothing moves under somebody's hand.
  const isWhole = me !== undefined && (!mayWrite || open.data !== undefined || open.error !== null);
  const groups = work.data === undefined || !isWhole ? undefined : workGroups(work.data);
  const toBegin = work.data === undefined ? [] : recordsToBegin(work.data, open.data ?? []);
  const isOpenUnread = open.data === undefined && open.error !== null;
  const failed =
    work.data === undefined && work.error !== null
      ? { error: work.error, what: 'Your work', retry: () => void work.refetch() }
      : me === undefined && unknown !== null
        ? { error: unknown, what: 'Who you are here', retry: () => void readMeAgain() }
        : undefined;
  const isEmpty = summary?.postMortems.length === 0 && groups?.length === 0;
  return (
    <Page
      title="Today"
      about={<span role="status">{groups === undefined ? ' ' : isEmpty ? '' : countOf(groups, isOpenUnread)}</span>}
    >
      <div class="today">
        {groups === undefined ? (
          failed === undefined ? (
            <Skeleton rows={5} />
          ) : (
            <Problem {...failed} />
          )
        ) : isEmpty ? (
          <EmptySystem />
        ) : (
          <div class="stack">
            <WorkCard groups={groups} toBegin={toBegin} />
            {isOpenUnread ? (
              <Problem error={open.error} what="The open records" retry={() => void open.refetch()} />
            ) : null}
          </div>
        )}
        {isEmpty || (groups === undefined && failed === undefined) ? null : <HoldsCard />}
      </div>
    </Page>
  );
}

function countOf(groups: readonly WorkGroup[], isOpenUnread: boolean): string {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const isMore = groups.some((group) => group.isMore);
  if (count === 0) return isOpenUnread ? '' : 'Nothing needs you.';
  if (isMore) return `More than ${count} things need you.`;
  return count === 1 ? 'One thing needs you.' : `${count} things need you.`;
}

function EmptySystem() {
  const { may } = useMe();
  return (
    <Empty
      action={
        <div class="row">
          {may('open records') ? (
            <a class="button button-main" href={to.newRecord()}>
              Open one by hand
            </a>
          ) : null}
          {may('import records') ? (
            <a class="button" href={to.importRecords()}>
              Take past incidents in
            </a>
          ) : null}
        </div>
      }
    >
      No post-mortem is here yet. Close the ticket of an incident in Jira: its post-mortem opens by itself, and waits
      here for whoever writes it. What you have to write, to judge or to prove is on this page from then on.
    </Empty>
  );
}
