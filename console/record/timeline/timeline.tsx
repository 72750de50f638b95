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
import { draftOf, emptyDraft } from './drafts.ts';
import { addEntry, type Entry, newKey, readTimeline, removeEntry, timelineKey, writtenOf } from './entries.ts';
import { keptEntry } from './entry-draft.ts';
import { type Editing, EntryEditor } from './entry-editor.tsx';
import { EntryRow } from './entry-row.tsx';
import { between, gapBetween } from './gaps.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { sayFailed } from './say-failed.ts';
import { TimelineHead } from './timeline-head.tsx';

type TimelineProps = { id: string; tlp: Tlp; mayWrite: boolean };
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
        <EntryEditor
          key={editing.kind === 'change' ? editing.entry.id : 'new'}
          editing={editing}
          {...{ id, person, isOnDevice: !isKeptClose(tlp) }}
          onDone={() => {
            setEditing(undefined);
            focusNew();
          }}
        />
      )}
      {entries?.length === 0 ? (
        <Empty>Nothing is here yet. Type an entry, or paste the chat of that night; its times become entries.</Empty>
      ) : null}
      {entries === undefined ? null : (
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
                    onRemove: () => void remove(id, entry).then(focusNew),
                  }
                : {})}
            />
          ))}
        </ol>
      )}
      {isPasting ? <PasteDialog {...{ id, existing: entries ?? [], onClose: () => setIsPasting(false) }} /> : null}
    </section>
  );
}

const focusNew = () => document.getElementById('timeline-new')?.focus();

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

const isNewDay = (last: Entry | undefined, entry: Entry) =>
  last === undefined || timeInWords(last.at, 'day') !== timeInWords(entry.at, 'day');
const before = (last: Entry | undefined, entry: Entry) => (last === undefined ? undefined : gapBetween(last, entry));
const middle = (last: Entry | undefined, entry: Entry) => (last === undefined ? entry.at : between(last, entry));
