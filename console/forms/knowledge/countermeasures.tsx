import { useState } from 'preact/hooks';
import { api } from '../../data/api.ts';
import { useQuery } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';

/** The name of a technique, what it serves, and what MITRE names against it: suggestions, and shown as such. */
export function Countermeasures({ technique }: { technique: string }) {
  const [isOpen, setOpen] = useState(false);
  const { data, isError } = useQuery({
    key: ['knowledge', 'technique', technique],
    read: async (signal) => {
      const found = await api.GET('/knowledge/techniques/{technique}', { params: { path: { technique } }, signal });
      return got(found).data;
    },
    enabled: technique !== '',
    staleMs: HOUR_MS,
  });
  if (isError) return <p class="form-told">What is known of {technique} cannot be read now.</p>;
  if (data === undefined) return null;
  const { name, tactics, isRetired, replacedBy, countermeasures, about } = data;
  return (
    <>
      <p>
        <strong>{name}</strong> <span class="form-quiet">{tactics.map((tactic) => tactic.name).join(', ')}</span>
      </p>
      {isRetired ? (
        <p class="form-told">
          MITRE has retired it{replacedBy === undefined ? '' : `: ${replacedBy.id} ${replacedBy.name} took its place`}.
        </p>
      ) : null}
      {countermeasures.length === 0 ? null : (
        <details class="form-details" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Against it: {countermeasures.length} suggested</summary>
          <p class="form-help">{about}</p>
          <ul class="form-suggestions">
            {countermeasures.map(({ mitigation, name: words, d3fend }) => (
              <li key={mitigation}>
                <code>{mitigation}</code> {words}
                {d3fend.length === 0 ? null : (
                  <span class="form-quiet"> · {d3fend.map((one) => `${one.id} ${one.name}`).join(', ')}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
/** It changes with a release. */
const HOUR_MS = 3_600_000;
