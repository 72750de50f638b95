import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { gatherPage } from '../lists/gather-page.ts';
import { Problem } from '../parts/problem.tsx';
import { to } from '../router/to.ts';

/** Fixes that are named; all of them are in the list. */
const MOST = 8;

/** Fixes that were said to be done, and did not hold. */
export function CameBack() {
  const { data, error, refetch } = useQuery({
    key: ['fixes', 'came back'],
    read: async (signal) => {
      // Few came back of many that are under way: a page may be empty and not the last.
      return gatherPage(async (cursor) => {
        const query = { cameBack: 'true' as const, limit: MOST, ...(cursor === undefined ? {} : { cursor }) };
        const { data: page } = got(await api.GET('/remediations', { params: { query }, signal }));
        return { lines: page.remediations, next: page.next, looked: page.looked };
      }, undefined);
    },
  });
  if (error !== null && data === undefined)
    return <Problem error={error} what="What came back" retry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.lines.length === 0 && data.next !== undefined) {
    return (
      <p class="quiet">
        None of the first {data.lookedAt.toLocaleString('en')} came back.{' '}
        <a href={to.remediations('?cameBack=true')}>Look through all</a>
      </p>
    );
  }
  if (data.lines.length === 0) return <p class="quiet">No fix is open again because evidence said so.</p>;
  return (
    <p>
      Came back:{' '}
      {data.lines.slice(0, MOST).map((line, at) => (
        <span key={line.id}>
          {at === 0 ? '' : ', '}
          <a href={to.fix(line.postMortemId, line.id)}>
            {'title' in line ? (line.ticket?.key ?? line.incident) : `TLP:${line.tlp}`}
            {'title' in line ? <span class="unseen"> {line.title}</span> : <span class="unseen"> {line.id}</span>}
          </a>
        </span>
      ))}
      {data.next === undefined && data.lines.length <= MOST ? null : (
        <>
          , <a href={to.remediations('?cameBack=true')}>and more</a>
        </>
      )}
    </p>
  );
}
