import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Schemas } from '../data/api.ts';
import { Time } from '../marks/time.tsx';
import { Empty } from '../parts/empty.tsx';
import { query, setQuery } from '../router/address.ts';
import { aboutEvent, actorInWords, eventInWords } from './event-words.ts';

/** Rows that are drawn at once: a log may have thousands. */
const STEP = 100;

type EntryListProps = { events: readonly Schemas['AuditEntry'][]; isRead: boolean; brokenAt: number | undefined };

/** The entries of a log in words, the newest first, by kind and by person. */
export function EntryList({ events, isRead, brokenAt }: EntryListProps) {
  const shown = useSignal(STEP);
  const [kind, who] = [query.value.get('kind') ?? '', query.value.get('who') ?? ''];
  const found = events
    .filter((event) => (kind === '' || event.type === kind) && (who === '' || actorInWords(event) === who))
    .toReversed();
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">Entries</h2>
      <div class="filter">
        <Chosen
          label="Kind"
          name="kind"
          value={kind}
          options={[...new Set(events.map(({ type }) => type))].map((type) => [type, eventInWords({ type })])}
        />
        <Chosen
          label="Person"
          name="who"
          value={who}
          options={[...new Set(events.map(actorInWords))].map((name) => [name, name])}
        />
        <span class="quiet" role="status">
          {found.length === events.length
            ? `${events.length.toLocaleString('en')}${isRead ? '' : ' so far'}`
            : `${found.length.toLocaleString('en')} of ${events.length.toLocaleString('en')}${isRead ? '' : ' so far'}`}
        </span>
      </div>
      {isRead && found.length === 0 ? (
        <Empty
          action={
            <button type="button" class="button" onClick={() => setQuery({ kind: undefined, who: undefined })}>
              Show all entries
            </button>
          }
        >
          No entry is of this kind and by this person.
        </Empty>
      ) : (
        <ol class="log">
          {found.slice(0, shown.value).map((event) => (
            <Entry key={event.sequence} event={event} isBroken={event.sequence === brokenAt} />
          ))}
        </ol>
      )}
      {found.length > shown.value ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            shown.value += STEP;
          }}
        >
          Show {Math.min(STEP, found.length - shown.value)} older ones
        </button>
      ) : null}
    </section>
  );
}

function Entry({ event, isBroken }: { event: Schemas['AuditEntry']; isBroken: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const about = aboutEvent(event);
  return (
    <li class={isBroken ? 'log-entry log-broken' : 'log-entry'}>
      <span class="quiet log-number">{event.sequence}</span>
      <div>
        <p>
          <strong>{eventInWords(event)}</strong> <span class="quiet">by</span> <bdi>{actorInWords(event)}</bdi>
          {isBroken ? <strong class="mark tone-bad"> the chain breaks here</strong> : null}
        </p>
        {about === '' ? null : (
          <p class="quiet">
            <bdi>{about}</bdi>
          </p>
        )}
        <details onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
          <summary class="small">
            Whole entry<span class="unseen"> {event.sequence}</span>
          </summary>
          {isOpen ? <pre class="log-json">{JSON.stringify(event, null, 2)}</pre> : null}
        </details>
      </div>
      <div class="small">
        <Time at={event.occurredAt} />
        <br />
        <code class="quiet" title={event.hash}>
          …{event.hash.slice(-4)}
        </code>
      </div>
    </li>
  );
}

type ChosenProps = { label: string; name: string; value: string; options: (readonly [string, string])[] };

function Chosen({ label, name, value, options }: ChosenProps) {
  const sorted = options.toSorted(([, a], [, b]) => a.localeCompare(b));
  const isKnown = value === '' || sorted.some(([one]) => one === value);
  return (
    <label class="row">
      {label}
      <select class="select" value={value} onChange={(event) => setQuery({ [name]: event.currentTarget.value })}>
        <option value="">All</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {sorted.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
