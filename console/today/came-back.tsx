import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Problem } from '../parts/problem.tsx';
import { to } from '../router/to.ts';

/** Fixes that are named; all of them are in the list. */
const MOST = 8;

/** Fixes that were said to be done, and did not hold. */
export function CameBack() {
  const { data, error, refetch } = useQuery({
    key: ['fixes', 'came back'],
    read: async (signal) => {
      const query = { cameBack: 'true' as const, limit: MOST };
      return got(await api.GET('/remediations', { params: { query }, signal })).data;
    },
  });
  if (error !== null && data === undefined)
    return <Problem error={error} what="What came back" retry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.remediations.length === 0)
    return (
      <p class="quiet">Nothing came back: every fix that did not hold is said to be done again, or there is none.</p>
    );
  return (
    <p>
      Came back:{' '}
      {data.remediations.map((line, at) => (
        <span key={line.id}>
          {at === 0 ? '' : ', '}
          <a href={to.fix(line.postMortemId, line.id)}>
            {'title' in line ? (line.ticket?.key ?? line.incident) : `TLP:${line.tlp}`}
            {'title' in line ? <span class="unseen"> {line.title}</span> : <span class="unseen"> {line.id}</span>}
          </a>
        </span>
      ))}
      {data.next === undefined ? null : (
        <>
          , <a href={to.remediations('?cameBack=true')}>and more</a>
        </>
      )}
    </p>
  );
}
