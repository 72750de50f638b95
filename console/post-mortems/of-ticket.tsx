import { useEffect } from 'preact/hooks';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got, Refusal } from '../data/refusal.ts';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { go } from '../router/address.ts';
import type { Params } from '../router/place.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';

type Source = 'jira' | 'holdfast-json' | 'pagerduty' | 'incident-io' | 'servicenow' | 'holdfast';

/** Leads from the ticket of an incident to its record. */
export function OfTicket({ params: { source = '', key = '' } }: { params: Params }) {
  const { data, error, refetch } = useQuery({
    key: ['record-of', source, key],
    read: async (signal) => {
      const path = { source: source as Source, key };
      return got(await api.GET('/incident-tickets/{source}/{key}/post-mortem', { params: { path }, signal })).data.id;
    },
  });
  useEffect(() => {
    if (data !== undefined) go(to.record(data), { replace: true });
  }, [data]);
  const isNone = error instanceof Refusal && error.status === 404;
  return (
    <Page title={`Ticket ${key}`}>
      {isNone ? (
        <Empty
          action={
            <a class="button" href={to.postMortems(`?q=${encodeURIComponent(key)}`)}>
              Look for {key} in the records
            </a>
          }
        >
          This ticket has no record, or it is not yours to read. A record opens when the ticket of an incident is
          closed.
        </Empty>
      ) : error === null ? (
        <Skeleton rows={3} />
      ) : (
        <Problem error={error} what="The ticket" retry={() => void refetch()} />
      )}
    </Page>
  );
}
