import { useState } from 'preact/hooks';
import { api, type Schemas } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { actorInWords } from './event-words.ts';

/** Who read the record while only few may. It is read when somebody asks for it, since that is a look, too. */
export function Looks({ id }: { id: string }) {
  const [isAsked, ask] = useState(false);
  return (
    <section class="chain" aria-labelledby="looks">
      <h2 id="looks">Who looked</h2>
      {isAsked ? (
        <LookList id={id} />
      ) : (
        <>
          <p class="quiet small">
            While a record is AMBER+STRICT or RED, each look at it is kept, in a chain of its own. To read them is a
            look, too.
          </p>
          <button type="button" class="button" onClick={() => ask(true)}>
            Show who looked
          </button>
        </>
      )}
    </section>
  );
}

function LookList({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    key: ['looks', id],
    read: (signal) => allLooks(id, signal),
    staleMs: Number.POSITIVE_INFINITY,
    keptMs: 0,
  });
  if (error !== null) return <Problem error={error} what="The list of looks" retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={3} />;
  if (data.length === 0) return <p>Nobody looked while it was restricted.</p>;
  return (
    <ol class="stack">
      {data.toReversed().map((look) => (
        <li key={look.sequence}>
          <bdi>{actorInWords(look)}</bdi>
          <span class="quiet small">
            {' '}
            <Time at={look.occurredAt} />
            {typeof look.data.what === 'string' ? ` · ${look.data.what}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}

async function allLooks(id: string, signal: AbortSignal): Promise<Schemas['AuditEntry'][]> {
  const found: Schemas['AuditEntry'][] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = got(await api.GET('/post-mortems/{id}/looks', { params: { path: { id }, query }, signal }));
    found.push(...data.looks);
    cursor = data.next;
  } while (cursor !== undefined);
  return found;
}
