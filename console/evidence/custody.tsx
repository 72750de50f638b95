import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';

/** Everything that happened to a file, from the log, and whether that log is whole. */
export function Custody({ id, part }: { id: string; part: string }) {
  const { data, error } = useQuery({
    key: ['custody', id, part],
    read: (signal) => readCustody(id, part, signal),
    staleMs: 0,
  });
  if (data === undefined) return error === null ? <Skeleton rows={3} /> : <Problem error={error} what="The custody" />;
  const { custody, chain } = data;
  return (
    <div class="stack">
      <ol class="evidence-custody">
        {custody.map(({ what, at, sequence, by }) => (
          <li key={sequence}>
            <Time at={at} /> <strong>{what}</strong> {byWords(by)}{' '}
            <span class="quiet small">entry {sequence} of the log</span>
          </li>
        ))}
      </ol>
      {chain === undefined ? null : (
        <p class="small">
          {chain.isWhole
            ? `The log is whole: ${chain.entries} entries.`
            : `The log is not whole from entry ${chain.broken?.sequence ?? '?'} on: ${chain.broken?.because ?? ''}`}
        </p>
      )}
    </div>
  );
}

function byWords(by: unknown) {
  if (typeof by !== 'object' || by === null) return null;
  const { name, id } = by as { name?: unknown; id?: unknown };
  const words = typeof name === 'string' ? name : typeof id === 'string' ? id : undefined;
  return words === undefined ? null : <bdi>{words}</bdi>;
}

async function readCustody(id: string, part: string, signal: AbortSignal) {
  const page = async (cursor: string | undefined) => {
    const params = { path: { id, part }, query: cursor === undefined ? {} : { cursor } };
    return got(await api.GET('/post-mortems/{id}/evidence/{part}/custody', { params, signal })).data;
  };
  let last = await page(undefined);
  const custody = [...last.custody];
  while (last.next !== undefined) {
    last = await page(last.next);
    custody.push(...last.custody);
  }
  return { custody, chain: last.chain };
}
