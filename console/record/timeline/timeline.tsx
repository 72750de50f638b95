import './timeline.css';
import { useMemo, useState } from 'preact/hooks';
import { useQuery } from '../../data/query.ts';
import { isKeptClose } from '../../marks/kept-close.ts';
import type { Tlp } from '../../marks/tlp-order.ts';
import { Empty } from '../../parts/empty.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useKeys } from '../../shell/keys.ts';
import { useMe } from '../../shell/me.ts';
import { BegunEntries } from './begun-entries.tsx';
import { BulkBarOnDemand } from './bulk/bulk-bar-on-demand.tsx';
import { useChoosing } from './bulk/use-choosing.ts';
import { aboutEntry, aboutNew } from './editing.ts';
import { addEntry, changed, type Entry, newKey, readTimeline, takeOutEntry, timelineKey } from './entries.ts';
import { EntryEditor } from './entry-editor.tsx';
import { focusNew } from './focus-new.ts';
import { useMoveKeys } from './moving/use-move-keys.ts';
import { useMoving } from './moving/use-moving.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { removeOnce } from './remove-once.ts';
import { sayFailed } from './say-failed.ts';
import { TimelineHead } from './timeline-head.tsx';
import { TimelineRows } from './timeline-rows.tsx';
import { useEditing } from './use-editing.ts';
import { writtenOf } from './written-of.ts';

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
  const isOnDevice = !isKeptClose(tlp);
  const { editing, begun, begin, forget, close } = useEditing({
    record: id,
    person,
    isOnDevice,
    entries: entries ?? [],
  });
  const [isPasting, setIsPasting] = useState(false);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const moving = useMoving({
    ...{ record: id, entries: entries ?? [], hidden },
    inForm: editing?.kind === 'change' ? editing.entry.id : undefined,
  });
  const choosing = useChoosing(moving.shown);
  const stopChoosing = () => {
    choosing.stop();
    document.getElementById('timeline-select')?.focus();
  };
  useMoveKeys(mayWrite && !choosing.isOn, moving.step);
  useKeys(
    useMemo(
      () =>
        mayWrite
          ? [
              { keys: 'E', words: 'New entry of the timeline', run: () => void begin(aboutNew()) },
              { keys: 'P', words: 'Paste a chat into the timeline', run: () => setIsPasting(true) },
            ]
          : [],
      [mayWrite, entries, person, isOnDevice, editing],
    ),
  );
  return (
    <section aria-labelledby="timeline-title" class="timeline" id="timeline">
      <TimelineHead
        count={entries?.length}
        hidden={hidden}
        setHidden={setHidden}
        isSelecting={choosing.isOn}
        {...(mayWrite
          ? {
              onNew: () => void begin(aboutNew()),
              onPaste: () => setIsPasting(true),
              onSelect: choosing.isOn ? stopChoosing : () => void moving.settle().then(choosing.start),
            }
          : {})}
      />
      <Problem error={error} what="The timeline" retry={() => void refetch()} />
      {entries === undefined && error === null ? <Skeleton rows={5} /> : null}
      {mayWrite && entries !== undefined ? (
        <BegunEntries begun={begun} onGoOn={(about) => void begin(about)} onForget={(about) => void forget(about)} />
      ) : null}
      {editing === undefined ? null : (
        <EntryEditor
          // Begun afresh, it is another form.
          key={`${editing.about} ${editing.isKept}`}
          {...{ editing, id, person, isOnDevice }}
          onForget={() => void forget(editing.about)}
          onDone={(form) => {
            close(editing);
            focusNew(form);
          }}
        />
      )}
      {entries?.length === 0 ? (
        <Empty>
          Nothing is here yet.
          {mayWrite ? ' Type an entry, or paste the chat of that night; its times become entries.' : null}
        </Empty>
      ) : null}
      {mayWrite && choosing.isOn ? <BulkBarOnDemand {...{ id, choosing, onClose: stopChoosing }} /> : null}
      {entries === undefined ? null : (
        <TimelineRows
          {...{ hidden, choosing, moving, onStopChoosing: stopChoosing }}
          {...(mayWrite
            ? {
                acts: {
                  begin: (at) => void begin(aboutNew(at)),
                  change: (entry) => void begin(aboutEntry(entry)),
                  remove: (entry) =>
                    void remove(id, entry).then(() => focusNew(document.getElementById(`entry-${entry.id}`))),
                },
              }
            : {})}
        />
      )}
      <p class="unseen" role="status">
        {moving.said}
      </p>
      {isPasting ? <PasteDialog {...{ id, existing: entries ?? [], onClose: () => setIsPasting(false) }} /> : null}
    </section>
  );
}

/** In milliseconds. */
const LONGEST_READING_MS = 10_000;

async function remove(id: string, entry: Entry): Promise<void> {
  try {
    await removeOnce(entry, {
      remove: (one) => takeOutEntry(id, one),
      read: () => readTimeline(id, AbortSignal.timeout(LONGEST_READING_MS)),
    });
  } catch (error) {
    sayFailed(error);
    return;
  } finally {
    await changed(id);
  }
  const key = newKey();
  toast('Entry removed; the log keeps what it said', () => void addEntry(id, writtenOf(entry), key).catch(sayFailed));
}
