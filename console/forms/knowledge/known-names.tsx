import { api } from '../../data/api.ts';
import { useQuery } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';

type KnownNamesProps = {
  /** Of the list, by which its input names it. */
  id: string;
  of: 'teams' | 'categories' | 'sources';
};

/** Names that the configuration knows, offered while one types. Another one may be written: what is taken, the API decides. */
export function KnownNames({ id, of }: KnownNamesProps) {
  const { data } = useQuery({
    key: ['vocabulary'],
    read: async (signal) => got(await api.GET('/vocabulary', { signal })).data,
    staleMs: HOUR_MS,
  });
  return (
    <datalist id={id}>
      {(data?.[of] ?? []).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
/** It changes with a deployment. */
const HOUR_MS = 3_600_000;
