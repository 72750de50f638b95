import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Problem } from '../parts/problem.tsx';
import type { ReadLog } from './use-log.ts';
import { verdictsDiffer } from './verdicts-differ.ts';

const shortHash = (hash: string): string => `…${hash.slice(-4)}`;
const counted = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`;

const isComputed = ({ events, isRead, followed: { fault, entries } }: ReadLog): boolean =>
  isRead && (fault !== undefined || entries === events.length);

/** What this browser computed of the chain: how far it is, and how it ends. */
export function ChainVerdict({ log, again }: { log: ReadLog; again: () => void }) {
  const { events, followed, error, hasStopped } = log;
  const { fault, entries, head } = followed;
  const isDone = isComputed(log);
  const canBegin = isDone || hasStopped || error !== undefined;
  return (
    <section class="chain" aria-labelledby="computed-here">
      <h2 id="computed-here">Computed here</h2>
      <progress
        aria-label="Entries whose hash was computed"
        max={Math.max(events.length, 1)}
        value={isDone && fault === undefined ? Math.max(events.length, 1) : entries}
      />
      <div role="status">
        {fault !== undefined ? (
          <p class="chain-says">
            <strong class="mark tone-bad">
              <Broken />
              Broken at entry {fault.sequence.toLocaleString('en')}
            </strong>
            : {fault.because}.
          </p>
        ) : isDone ? (
          <p class="chain-says">
            <strong class="mark tone-good">
              <Whole />
              {counted(entries)}, whole
            </strong>
            , head <code title={head}>{shortHash(head)}</code>
          </p>
        ) : hasStopped ? (
          <p class="chain-says">
            This browser stopped computing after {counted(entries)}. Nothing is said of the others.
          </p>
        ) : (
          <p class="chain-says">{counted(entries)} computed so far …</p>
        )}
      </div>
      {fault === undefined ? null : (
        <dl class="terms">
          <dt>{fault.because === 'its content was changed' ? 'The entry says' : 'It follows'}</dt>
          <dd>
            <code>{fault.says}</code>
          </dd>
          <dt>{fault.because === 'its content was changed' ? 'Its content gives' : 'It should follow'}</dt>
          <dd>
            <code>{fault.is}</code>
          </dd>
        </dl>
      )}
      {fault === undefined ? (
        <p class="quiet small">
          Each SHA-256 is computed by this browser, over what the API told, and covers the entry before.
        </p>
      ) : (
        <p class="quiet small">
          The {counted(entries)} before it hold. Of those after it, nothing can be said. Tell whoever runs Holdfast, and
          have <code>holdfast verify-chain</code> compare it with the anchors.
        </p>
      )}
      <Problem error={error} what="The log" retry={again} />
      <button
        type="button"
        class="button"
        aria-disabled={!canBegin}
        onClick={() => {
          if (canBegin) again();
        }}
      >
        Compute again
      </button>
    </section>
  );
}

type Verdict = { isWhole: boolean | undefined; entries: number; head: string; findings: readonly Finding[] };
type Finding = { kind: string; where: string; what: string };

/** What the server says of the same log, which knows the state as well; and who knows the anchors. */
export function ServerVerdict({ id, round, log }: { id: string; round: number; log: ReadLog }) {
  const { data, error, refetch } = useQuery({
    key: ['log-verdict', id, round],
    read: (signal) => verdictOf(id, signal),
    staleMs: Number.POSITIVE_INFINITY,
    // A verdict from before would be taken for one on the log as it is now.
    keptMs: 0,
  });
  const isComparable = isComputed(log) && log.followed.fault === undefined && data?.isWhole === true;
  const differing = isComparable ? verdictsDiffer(log.followed, data) : undefined;
  return (
    <section class="chain" aria-labelledby="server-says">
      <h2 id="server-says">The server says</h2>
      <div role="status">
        {data === undefined ? (
          error === null ? (
            <p class="chain-says quiet">It looks …</p>
          ) : null
        ) : data.isWhole === true ? (
          <p class="chain-says">
            <strong class="mark tone-good">
              <Whole />
              {counted(data.entries)}, whole
            </strong>
            , head <code title={data.head}>{shortHash(data.head)}</code>
          </p>
        ) : (
          <p class="chain-says">
            <strong class="mark tone-bad">
              <Broken />
              Not whole
            </strong>{' '}
            after {counted(data.entries)}
          </p>
        )}
      </div>
      {differing === undefined ? null : (
        <p class={`band ${differing.isGrave ? 'band-bad' : 'band-warn'}`} role="alert">
          {differing.words}
        </p>
      )}
      <Problem error={error} what="The server’s verdict" retry={() => void refetch()} />
      {data === undefined || data.findings.length === 0 ? null : (
        <ul class="stack">
          {data.findings.map(({ kind, where, what }) => (
            <li key={`${where}${what}`}>
              <strong>{kind}</strong> <code>{where}</code> <bdi>{what}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet small">
        It holds the log, its head and the record together: the record has to be what the log leads to.
      </p>
      <p class="quiet small">
        Anchors are kept where nobody can change them, and no page may read them. The command line compares with them:{' '}
        <code>holdfast verify-chain {id}</code>
      </p>
    </section>
  );
}

async function verdictOf(id: string, signal: AbortSignal): Promise<Verdict> {
  let cursor: string | undefined;
  for (;;) {
    const query = cursor === undefined ? {} : { cursor };
    const { data } = got(
      await api.GET('/post-mortems/{id}/events/verification', { params: { path: { id }, query }, signal }),
    );
    if (data.state === 'done' || data.next === undefined) {
      return { ...data, isWhole: data.isWhole, head: data.head?.lastHash ?? '' };
    }
    cursor = data.next;
  }
}

const Whole = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="7" fill="currentColor" />
    <path d="M4.6 8.300l2.3 2.3 4.4-4.9" fill="none" stroke="var(--ground)" stroke-width="1.9" stroke-linecap="round" />
  </svg>
);

const Broken = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.100L1 10.9V5.100z" fill="currentColor" />
    <path d="M5.3 5.300l5.4 5.400m0-5.4-5.4 5.4" fill="none" stroke="var(--ground)" stroke-width="1.9" />
  </svg>
);
