import './timeline.css';
import { useMemo, useState } from 'preact/hooks';
import { useQuery } from '../../data/query.ts';
import { timeInWords } from '../../marks/time.tsx';
import { isKeptClose } from '../../marks/tlp.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useKeys } from '../../shell/keys.ts';
import { type Tlp, useMe } from '../../shell/me.ts';
import { zone } from '../../shell/preferences.ts';
import {
  addEntry,
  changeEntry,
  type Entry,
  newKey,
  readTimeline,
  removeEntry,
  timelineKey,
  writtenOf,
} from './entries.ts';
import { dropEntry, type EntryDraft, keepEntry, keptEntry } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryRow } from './entry-row.tsx';
import { between, gapBetween } from './gaps.ts';
import { KINDS, KindMark } from './kinds.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { wallTime } from './wall-time.ts';

type TimelineProps = { id: string; tlp: Tlp; mayWrite: boolean };
/** `corrects` is the entry of the ticket that the new one sets right. */
type Editing = { kind: 'new'; draft: EntryDraft; corrects?: Entry } | { kind: 'change'; entry: Entry };

/** What happened, by time: read, typed, pasted and set right. */
export function Timeline({ id, tlp, mayWrite }: TimelineProps) {
  const { me } = useMe();
  const person = me?.author.id ?? '';
  const {
    data: entries,
    error,
    refetch,
  } = useQuery({ key: timelineKey(id), read: (signal) => readTimeline(id, signal) });
  const [editing, setEditing] = useState<Editing>();
  const [isPasting, setIsPasting] = useState(false);
  const [hidden, setHidden] = useState<readonly string[]>([]);

  const begin = async (at?: string) => {
    const kept = at === undefined ? await keptEntry(person, id) : undefined;
    setEditing({ kind: 'new', draft: kept ?? emptyDraft(at ?? entries?.at(-1)?.at ?? new Date().toISOString()) });
  };
  useKeys(
    useMemo(
      () =>
        mayWrite
          ? [
              { keys: 'E', words: 'New entry of the timeline', run: () => void begin() },
              { keys: 'P', words: 'Paste a chat into the timeline', run: () => setIsPasting(true) },
            ]
          : [],
      [mayWrite, entries, person],
    ),
  );
  const shown = entries?.filter(({ kind }) => !hidden.includes(kind)) ?? [];
  return (
    <section aria-labelledby="timeline-title" class="timeline" id="timeline">
      <TimelineHead
        count={entries?.length}
        hidden={hidden}
        setHidden={setHidden}
        {...(mayWrite ? { onNew: () => void begin(), onPaste: () => setIsPasting(true) } : {})}
      />
      <Problem error={error} what="The timeline" retry={() => void refetch()} />
      {entries === undefined && error === null ? <Skeleton rows={5} /> : null}
      {editing === undefined ? null : (
        <Editor
          key={editing.kind === 'change' ? editing.entry.id : 'new'}
          editing={editing}
          {...{ id, person, isOnDevice: !isKeptClose(tlp) }}
          onDone={() => {
            setEditing(undefined);
            document.getElementById('timeline-new')?.focus();
          }}
        />
      )}
      {entries?.length === 0 ? (
        <Empty>Nothing is here yet. Type an entry, or paste the chat of that night; its times become entries.</Empty>
      ) : null}
      <ol class="timeline-list">
        {shown.map((entry, at) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            day={isNewDay(shown[at - 1], entry) ? timeInWords(entry.at, 'day') : undefined}
            gap={before(shown[at - 1], entry)}
            {...(mayWrite
              ? {
                  onBetween: () => void begin(middle(shown[at - 1], entry)),
                  onChange: () =>
                    setEditing(
                      entry.origin === 'ticket'
                        ? { kind: 'new', draft: draftOf(entry), corrects: entry }
                        : { kind: 'change', entry },
                    ),
                  onRemove: () => void remove(id, entry),
                }
              : {})}
          />
        ))}
      </ol>
      {isPasting ? <PasteDialog {...{ id, existing: entries ?? [], onClose: () => setIsPasting(false) }} /> : null}
    </section>
  );
}

type EditorProps = { editing: Editing; id: string; person: string; isOnDevice: boolean; onDone: () => void };

function Editor({ editing, id, person, isOnDevice, onDone }: EditorProps) {
  // One key for one entry, however often it is sent.
  const key = useMemo(newKey, []);
  if (editing.kind === 'change') {
    const { entry } = editing;
    return (
      <EntryForm
        title="Correct this entry"
        first={draftOf(entry)}
        onTyped={() => undefined}
        save={(written) =>
          changeEntry(id, entry, { ...written, ...(entry.corrects === undefined ? {} : { corrects: entry.corrects }) })
        }
        onDone={onDone}
      />
    );
  }
  return (
    <EntryForm
      title={editing.corrects === undefined ? 'New entry' : 'Set the entry of the ticket right, beside it'}
      first={editing.draft}
      onTyped={(draft) => void keepEntry(person, id, draft, isOnDevice)}
      save={async (written) => {
        const entry = await addEntry(id, { ...written, ...correctsOf(editing.corrects) }, key);
        await dropEntry(person, id);
        toast('Entry added', () => void removeEntry(id, entry).catch(sayFailed));
        return entry;
      }}
      onDone={onDone}
    />
  );
}

const correctsOf = (entry: Entry | undefined) =>
  entry === undefined ? {} : { corrects: { at: entry.at, id: entry.id } };

type HeadProps = {
  count: number | undefined;
  hidden: readonly string[];
  setHidden: (hidden: readonly string[]) => void;
  onNew?: () => void;
  onPaste?: () => void;
};

function TimelineHead({ count, hidden, setHidden, onNew, onPaste }: HeadProps) {
  return (
    <div class="row row-apart timeline-head">
      <h2 id="timeline-title">
        Timeline {count === undefined ? null : <span class="quiet">{count}</span>}
        <span class="quiet small"> times in {zone.value}</span>
      </h2>
      <div class="row">
        <fieldset class="row timeline-kinds">
          <legend class="unseen">Kinds that are shown</legend>
          {KINDS.map((kind) => (
            <label key={kind} class="tag">
              <input
                type="checkbox"
                checked={!hidden.includes(kind)}
                onChange={() =>
                  setHidden(hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind])
                }
              />
              <KindMark kind={kind} isWordShown />
            </label>
          ))}
        </fieldset>
        {onPaste === undefined ? null : (
          <button type="button" class="button" onClick={onPaste}>
            Paste or file
          </button>
        )}
        {onNew === undefined ? null : (
          <button type="button" id="timeline-new" class="button button-main" onClick={onNew}>
            New entry
          </button>
        )}
      </div>
    </div>
  );
}

async function remove(id: string, entry: Entry): Promise<void> {
  try {
    await removeEntry(id, entry);
  } catch (error) {
    sayFailed(error);
    return;
  }
  const key = newKey();
  toast('Entry removed; the log keeps what it said', () => void addEntry(id, writtenOf(entry), key).catch(sayFailed));
}

const sayFailed = (error: unknown) => toast(error instanceof Error ? error.message : String(error));

const isNewDay = (last: Entry | undefined, entry: Entry) =>
  last === undefined || timeInWords(last.at, 'day') !== timeInWords(entry.at, 'day');
const before = (last: Entry | undefined, entry: Entry) => (last === undefined ? undefined : gapBetween(last, entry));
const middle = (last: Entry | undefined, entry: Entry) => (last === undefined ? entry.at : between(last, entry));

const emptyDraft = (at: string): EntryDraft => ({
  wall: wallTime(at, zone.value).slice(0, 16),
  zone: zone.value,
  what: '',
  kind: 'action',
  precision: '',
  role: '',
  evidencedBy: '',
  milestone: '',
});

const draftOf = ({ at, what, kind, precision, role, evidencedBy, milestone }: Entry): EntryDraft => ({
  wall: wallTime(at, zone.value),
  zone: zone.value,
  what,
  kind,
  precision: precision ?? '',
  role: role ?? '',
  evidencedBy: evidencedBy ?? '',
  milestone: milestone ?? '',
});
