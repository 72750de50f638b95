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
  const { me, may } = useMe();
  const mayWrite = may('write records');
  const open = useOpenRecords(mayWrite);
  // Drawn together, so that nothing moves under somebody's hand.
  const isWhole = me !== undefined && (!mayWrite || open.data !== undefined || open.error !== null);
  const groups = work.data === undefined || !isWhole ? undefined : workGroups(work.data);
  const toBegin = work.data === undefined ? [] : recordsToBegin(work.data, open.data ?? []);
  const isEmpty = summary?.postMortems.length === 0 && groups?.length === 0;
  return (
    <Page
      title="Today"
      about={<span role="status">{groups === undefined ? ' ' : isEmpty ? '' : countOf(groups)}</span>}
    >
      <div class="today">
        {groups === undefined ? (
          work.error === null ? (
            <Skeleton rows={5} />
          ) : (
            <Problem error={work.error} what="Your work" retry={() => void work.refetch()} />
          )
        ) : isEmpty ? (
          <EmptySystem />
        ) : (
          <WorkCard groups={groups} toBegin={toBegin} />
        )}
        {isEmpty || (groups === undefined && work.error === null) ? null : <HoldsCard />}
      </div>
    </Page>
  );
}

function countOf(groups: readonly WorkGroup[]): string {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const isMore = groups.some((group) => group.isMore);
  if (count === 0) return 'Nothing needs you.';
  if (isMore) return `More than ${count} things need you.`;
  return count === 1 ? 'One thing needs you.' : `${count} things need you.`;
}

function EmptySystem() {
  const { may } = useMe();
  return (
    <Empty
      action={
        may('open records') ? (
          <a class="button button-main" href={to.newRecord()}>
            Open one by hand
          </a>
        ) : undefined
      }
    >
      No incident has closed yet. Close the ticket of one in Jira, and its post-mortem opens here by itself; or open one
      by hand.
    </Empty>
  );
}
