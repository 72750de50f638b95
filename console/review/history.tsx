import './history.css';
import './reading.css';
import { useState } from 'preact/hooks';
import { api, type Schemas } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { nameOf } from '../fix/told.ts';
import { Time, timeInWords } from '../marks/time.tsx';
import { TlpBand, TlpMark } from '../marks/tlp.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { readTimeline } from '../record/timeline/entries.ts';
import { query, setQuery } from '../router/address.ts';
import type { Params } from '../router/place.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import { Changes, readFieldTurns } from './changes.tsx';
import { entryInWords } from './entry-in-words.ts';
import { RecordReading } from './reading.tsx';
import { type LogEntry, useRecordLog } from './record-log.ts';

type RecordShape = Schemas['Record'];

/** Rows that are drawn at once: a log may have thousands. */
const STEP = 100;

/** What happened in a record, day by day, and what differs between two of its revisions; with `?print` the record to print. */
export function History({ params: { id = '' } }: { params: Params }) {
  const record = useQuery({
    key: ['record', id],
    read: async (signal) => got(await api.GET('/post-mortems/{id}', { params: { path: { id } }, signal })),
  });
  const known = record.data?.data;
  if (known === undefined) {
    return (
      <Page title="History" tab="History">
        {record.error === null ? (
          <Skeleton rows={8} />
        ) : (
          <Problem error={record.error} what="The record" retry={() => void record.refetch()} />
        )}
      </Page>
    );
  }
  return query.value.has('print') ? <Printed record={known} /> : <Told record={known} />;
}

function Told({ record }: { record: RecordShape }) {
  const log = useRecordLog(record.id);
  const entries = log.data?.items ?? [];
  return (
    <Page
      title={`History of ${record.incident.key}`}
      about={
        <span class="row">
          <a href={to.record(record.id)}>
            <bdi>{record.incident.title}</bdi>
          </a>
          <TlpMark tlp={record.tlp} />
          <span>revision {record.revision}</span>
        </span>
      }
      actions={
        <>
          <a class="button" href={`${to.history(record.id)}?print`}>
            To print
          </a>
          <a class="button" href={to.audit(record.id)}>
            Is the log whole?
          </a>
        </>
      }
    >
      <div class="stack">
        <TlpBand tlp={record.tlp} />
        <Compare record={record} log={entries} />
        <section aria-labelledby="log">
          <h2 id="log">What happened</h2>
          <Problem error={log.error} what="The log" retry={() => void log.refetch()} />
          {log.data?.hasMore === true ? (
            <p class="small quiet">The log is long: its newest entries are not in this list.</p>
          ) : null}
          {log.data === undefined && log.error === null ? <Skeleton rows={8} /> : null}
          {log.data !== undefined && entries.length === 0 ? (
            <Empty>Nothing is in the log yet.</Empty>
          ) : (
            <Days entries={entries} record={record} />
          )}
        </section>
      </div>
    </Page>
  );
}

function Days({ entries, record }: { entries: readonly LogEntry[]; record: RecordShape }) {
  const [shown, setShown] = useState(STEP);
  const titles = new Map(record.recommendations.map(({ id, title }) => [id, title]));
  const newest = entries.toReversed().slice(0, shown);
  const days = Map.groupBy(newest, ({ occurredAt }) => timeInWords(occurredAt, 'day'));
  return (
    <>
      {[...days].map(([day, those]) => (
        <div class="history-day" key={day}>
          <h3>{day}</h3>
          <ol>
            {those.map((entry) => (
              <HistoryEntry key={entry.id} entry={entry} titles={titles} />
            ))}
          </ol>
        </div>
      ))}
      {entries.length > shown ? (
        <button type="button" class="button" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, entries.length - shown)} older ones
        </button>
      ) : null}
    </>
  );
}

function HistoryEntry({ entry, titles }: { entry: LogEntry; titles: ReadonlyMap<string, string> }) {
  const { line, said } = entryInWords(entry, titles);
  return (
    <li class="history-entry">
      <Time at={entry.occurredAt} style="clock" />
      <div>
        <p>
          <strong>
            <bdi>{nameOf(entry.actor)}</bdi>
          </strong>{' '}
          <bdi>{line}</bdi>
        </p>
        {said === undefined || said === '' ? null : (
          <p class="history-said small">
            <bdi>{said}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}

/** Revisions that people know by what happened then. */
function namedRevisions(log: readonly LogEntry[], record: RecordShape): { revision: number; words: string }[] {
  const named = log.flatMap(({ type, data, occurredAt }) => {
    const { revision } = data as { revision?: unknown };
    if (typeof revision !== 'number') return [];
    const what = type === 'Post-Mortem Submitted' ? 'handed in' : 'approved';
    return [{ revision, words: `${revision}, ${what} ${timeInWords(occurredAt, 'day')}` }];
  });
  const all = [
    { revision: 1, words: '1, as it was opened' },
    ...named,
    { revision: record.revision, words: `${record.revision}, as it is now` },
  ];
  return [...new Map(all.map((one) => [one.revision, one])).values()].toSorted((a, b) => a.revision - b.revision);
}

function Compare({ record, log }: { record: RecordShape; log: readonly LogEntry[] }) {
  const choices = namedRevisions(log, record);
  const asked = (name: string, otherwise: number) =>
    Math.min(record.revision, Math.max(1, Number(query.value.get(name)) || otherwise));
  const [from, upTo] = [asked('from', choices.at(-2)?.revision ?? 1), asked('to', record.revision)];
  // Whichever way they are asked for, the older one is what the newer one is held to.
  const [older, newer] = [Math.min(from, upTo), Math.max(from, upTo)];
  const isAsked = query.value.has('from') || query.value.has('to');
  const turns = useQuery({
    key: ['record', record.id, 'changes', older, newer],
    read: () => readFieldTurns(record.id, older, newer),
    enabled: isAsked,
  });
  const field = (name: 'from' | 'to', words: string, value: number) => (
    <label>
      <span class="small quiet">{words}</span>
      <input
        class="input"
        type="number"
        min={1}
        max={record.revision}
        list="revisions"
        value={value}
        onChange={(event) => setQuery({ from: String(from), to: String(upTo), [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">What differs</h2>
      <div class="history-compare">
        {field('from', 'From revision', from)}
        {field('to', 'To revision', upTo)}
        <datalist id="revisions">
          {choices.map(({ revision, words }) => (
            <option key={revision} value={revision} label={words} />
          ))}
        </datalist>
        {isAsked ? null : (
          <button type="button" class="button" onClick={() => setQuery({ from: String(from), to: String(upTo) })}>
            Compare
          </button>
        )}
      </div>
      <Problem error={turns.error} what="The differences" retry={() => void turns.refetch()} />
      {!isAsked ? null : turns.data === undefined ? (
        turns.error === null ? (
          <Skeleton rows={3} />
        ) : null
      ) : (
        <Differing found={turns.data} record={record} between={[older, newer]} />
      )}
    </section>
  );
}

type DifferingProps = {
  found: Awaited<ReturnType<typeof readFieldTurns>>;
  record: RecordShape;
  between: readonly [number, number];
};

function Differing({ found: { turns, hasMore }, record, between: [older, newer] }: DifferingProps) {
  return (
    <>
      {hasMore ? (
        <p class="band band-warn">More differs than is shown here: compare revisions that are closer.</p>
      ) : null}
      {turns.length === 0 ? (
        <p class="quiet">
          {older === newer
            ? 'Both are the same revision.'
            : `Nothing that is written or judged differs between revision ${older} and ${newer}.`}
        </p>
      ) : (
        <Changes turns={turns} record={record} />
      )}
    </>
  );
}

/** The record as it is read, and nothing else: for paper. */
function Printed({ record }: { record: RecordShape }) {
  const timeline = useQuery({
    key: ['record', record.id, 'whole timeline'],
    read: (signal) => readTimeline(record.id, signal),
  });
  const whyNot = timeline.data === undefined ? 'Its timeline is not here yet.' : undefined;
  return (
    <Page
      title={`${record.incident.key}: ${record.incident.title}`}
      about={
        <span class="row">
          <TlpMark tlp={record.tlp} />
          <span>
            {record.kind}, {record.severity}, {record.status}, revision {record.revision}, printed{' '}
            <Time at={new Date().toISOString()} />
          </span>
        </span>
      }
      actions={
        <>
          <button
            type="button"
            class="button button-main"
            aria-disabled={whyNot !== undefined}
            title={whyNot}
            onClick={() => {
              if (whyNot === undefined) print();
            }}
          >
            Print
          </button>
          <a class="button" href={to.history(record.id)}>
            Back to its history
          </a>
        </>
      }
    >
      <div class="printed">
        <h2 class="unseen">The record</h2>
        <Problem error={timeline.error} what="Its timeline" retry={() => void timeline.refetch()} />
        {timeline.data === undefined ? (
          <Skeleton rows={8} />
        ) : (
          <RecordReading record={record} timeline={timeline.data} />
        )}
      </div>
    </Page>
  );
}
