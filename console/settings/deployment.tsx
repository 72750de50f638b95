import { useSignal } from '@preact/signals';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { chaptersOf, settingInWords, settingValueInWords } from './setting-words.ts';

/** What is configured, chapter by chapter, with the place in the file that changes it. */
export function Deployment() {
  const words = useSignal('');
  const isOwnOnly = useSignal(false);
  const { data, error, refetch } = useQuery({
    key: ['settings'],
    read: async (signal) => got(await api.GET('/settings', { signal })).data.settings,
    staleMs: Number.POSITIVE_INFINITY,
  });
  const asked = words.value.trim().toLowerCase();
  const found = (data ?? []).filter(
    ({ path, value, isDefault }) =>
      !(isOwnOnly.value && isDefault) &&
      `${path} ${settingInWords(path)} ${settingValueInWords(value)}`.toLowerCase().includes(asked),
  );
  return (
    <section class="settings-part" aria-labelledby="deployed">
      <h2 id="deployed">Configuration</h2>
      <p class="quiet">
        From <code>holdfast.config.ts</code>, as it was deployed. Credentials are in Secrets Manager, and not here.
      </p>
      <Problem error={error} what="The configuration" retry={() => void refetch()} />
      {data === undefined ? (
        error === null ? (
          <Skeleton rows={8} />
        ) : null
      ) : (
        <>
          <div class="filter">
            <label class="row">
              Find
              <input
                class="input"
                type="search"
                value={words.value}
                onInput={(event) => {
                  words.value = event.currentTarget.value;
                }}
              />
            </label>
            <label class="row">
              <input
                type="checkbox"
                checked={isOwnOnly.value}
                onChange={(event) => {
                  isOwnOnly.value = event.currentTarget.checked;
                }}
              />
              Only what is set otherwise than by default
            </label>
          </div>
          {found.length === 0 ? <Empty>No setting has these words.</Empty> : null}
          {chaptersOf(found).map(({ name, title, settings }) => (
            <details key={name} class="settings-chapter" open={asked !== '' || isOwnOnly.value}>
              <summary>
                <h3>{title}</h3>
                <span class="quiet small">{settings.length}</span>
              </summary>
              <table class="table settings-table">
                <thead>
                  <tr>
                    <th scope="col">Setting</th>
                    <th scope="col">Is</th>
                    <th scope="col">Line of holdfast.config.ts</th>
                  </tr>
                </thead>
                <tbody>
                  {settings.map(({ path, value, isDefault }) => (
                    <tr key={path}>
                      <th scope="row">{settingInWords(path)}</th>
                      <td title={typeof value === 'string' ? value : undefined}>
                        <bdi>{settingValueInWords(value)}</bdi>
                        {isDefault ? <span class="quiet small"> default</span> : null}
                      </td>
                      <td>
                        <code class="quiet">{path}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          ))}
        </>
      )}
    </section>
  );
}
