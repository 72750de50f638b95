import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { go, query, setQuery } from '../router/address.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import './audit.css';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const STATUSES = ['open', 'in review', 'approved', 'closed', 'waived', 'merged'] as const;

/** Where somebody picks the record whose log they want to look at. */
export function Audit() {
  const words = query.value.get('q') ?? '';
  const { data, error, refetch } = useQuery({
    key: ['audit-records', words],
    read: async (signal) =>
      words === ''
        ? got(
            await api.GET('/post-mortems', {
              params: { query: { limit: 50, status: [...STATUSES], sort: 'changed' } },
              signal,
            }),
          ).data.postMortems
        : got(await api.GET('/search', { params: { query: { q: words, limit: 50 } }, signal })).data.postMortems,
  });
  return (
    <Page
      title="Audit"
      about="Each record has a log that only grows. Each entry carries the hash of the one before, so that a change of any of them shows."
    >
      <form
        class="filter"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const asked = String(new FormData(event.currentTarget).get('q') ?? '').trim();
          if (ULID.test(asked)) go(`/audit/${asked}`);
          else setQuery({ q: asked });
        }}
      >
        <label class="row">
          Record
          <input class="input" name="q" type="search" defaultValue={words} placeholder="Key, words or id" />
        </label>
        <button type="submit" class="button">
          Find
        </button>
        {words === '' ? null : (
          <button type="button" class="button button-plain" onClick={() => setQuery({ q: undefined })}>
            Show the latest
          </button>
        )}
      </form>
      <h2>{words === '' ? 'Changed last' : 'Found'}</h2>
      <Problem error={error} what="The list" retry={() => void refetch()} />
      {data === undefined ? (
        error === null ? (
          <Skeleton rows={8} />
        ) : null
      ) : data.length === 0 ? (
        <Empty>
          {words === '' ? (
            <>
              There is no record yet, and so no log. The log of each is followed here in your browser, from its first
              entry to its last, and on the command line with <code>npx holdfast verify-chain</code>.
            </>
          ) : (
            'No record has these words.'
          )}
        </Empty>
      ) : (
        <ul class="log-pick">
          {data.map((line) => (
            <li key={line.id}>
              <a href={to.audit(line.id)}>
                {'incident' in line ? (
                  <>
                    <strong>{line.incident.key}</strong> <bdi>{line.incident.title}</bdi>
                  </>
                ) : (
                  <code>{line.id}</code>
                )}
              </a>
              <span class="row small">
                <WordMark words={line.status} tone={line.status} />
                <TlpMark tlp={line.tlp} />
                {'openedAt' in line ? (
                  <span class="quiet">
                    opened <Time at={line.openedAt} style="day" />
                  </span>
                ) : (
                  <span class="quiet">your look will be in the log</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
