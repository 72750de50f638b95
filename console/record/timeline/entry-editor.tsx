import { useRef } from 'preact/hooks';
import { queries } from '../../data/query.ts';
import { timeInWords } from '../../marks/time.tsx';
import { startOf } from '../../parts/start-of.ts';
import { toast } from '../../parts/toasts.tsx';
import { addOnce } from './add-once.ts';
import { changeOnce } from './change-once.ts';
import { draftDifferences } from './draft-differences.ts';
import type { Editing } from './editing.ts';
import {
  addEntry,
  changeEntry,
  type Entry,
  newKey,
  readTimeline,
  removeEntry,
  timelineKey,
  type Written,
} from './entries.ts';
import { dropEntry, type EntryDraft, keepEntry } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { sayFailed } from './say-failed.ts';
import { writtenOf } from './written-of.ts';

type EditorProps = {
  editing: Editing;
  id: string;
  person: string;
  isOnDevice: boolean;
  onForget: () => void;
  onDone: (form: HTMLFormElement | null) => void;
};

/** The form of one entry, and where what it says is sent. */
export function EntryEditor({ editing, id, person, isOnDevice, onForget, onDone }: EditorProps) {
  const { about, draft } = editing;
  const whose = { person, record: id, isOnDevice };
  const latest = useRef(draft);
  const keep = (change: Partial<EntryDraft>) => {
    latest.current = { ...latest.current, ...change };
    return keepEntry(whose, about, latest.current);
  };
  const save = (written: Written): Promise<Entry> => {
    if (editing.kind === 'change') {
      const { entry } = editing;
      const corrects = entry.corrects === undefined ? {} : { corrects: entry.corrects };
      return changeOnce(
        entry,
        { ...written, ...corrects },
        {
          change: (old, next) => changeEntry(id, old, next),
          find: (which) => queries.getQueryData<Entry[]>(timelineKey(id))?.find((one) => one.id === which),
        },
      );
    }
    return addOnce({ ...written, ...correctsOf(editing.corrects) }, latest.current.sent, {
      add: (entry, key) => addEntry(id, entry, key),
      change: (old, entry) => changeEntry(id, old, entry),
      find: async (which) => (await readTimeline(id, AbortSignal.timeout(10_000))).find((one) => one.id === which),
      newKey,
      now: Date.now,
      keep: async (sent) => {
        const { sent: _, ...rest } = latest.current;
        latest.current = rest;
        await keep(sent === undefined ? {} : { sent });
      },
    });
  };
  return (
    <EntryForm
      title={titleOf(editing)}
      note={<BegunNote editing={editing} onForget={onForget} />}
      first={draft}
      onTyped={(change) => void keep(change)}
      save={async (written) => {
        // What was begun may have been put on a newer entry since it was kept; it is this text that is let go then.
        if (editing.isKept) await keep({});
        const entry = await save(written);
        await dropEntry(whose, about, latest.current);
        if (editing.kind === 'new') toast('Entry added', () => void removeEntry(id, entry).catch(sayFailed));
        else toast('Entry corrected', () => void changeEntry(id, entry, writtenOf(editing.entry)).catch(sayFailed));
        return entry;
      }}
      onDone={onDone}
    />
  );
}

function titleOf(editing: Editing): string {
  if (editing.kind === 'change') return 'Correct this entry';
  return editing.corrects === undefined ? 'New entry' : 'Set the entry of the ticket right, beside it';
}

/** Says that the text is of earlier, and what became meanwhile of what it is about. */
function BegunNote({ editing, onForget }: Pick<EditorProps, 'editing' | 'onForget'>) {
  if (!editing.isKept) return null;
  const { about, draft, kind } = editing;
  const entry = kind === 'change' ? editing.entry : editing.corrects;
  const isGone = entry === undefined && !about.startsWith('new');
  return (
    <div class="row quiet">
      <span>
        What you began is here again.
        {draft.sent === undefined ? '' : ' It was sent, and no answer came: look whether it is in the timeline.'}
        {isGone ? ' The entry that it was about is gone: this would be a new one.' : ''}
        {entry === undefined || draft.base === entry.etag
          ? ''
          : ` Somebody changed the entry since. ${differing(draft, entry)}`}
      </span>
      <button type="button" class="button button-plain" onClick={onForget}>
        Forget it, and begin afresh
      </button>
    </div>
  );
}

/** What would be written over, by its name and as it stands there. */
function differing(draft: EntryDraft, entry: Entry): string {
  const all = draftDifferences(draft, entry).map(({ field, there }) => {
    const said = field === 'the time' ? timeInWords(there) : there === '' ? 'nothing' : `“${startOf(there, 200)}”`;
    return `${field} (there: ${said})`;
  });
  return all.length === 0 ? 'This says the same.' : `This differs in ${all.join(', ')}.`;
}

const correctsOf = (entry: Entry | undefined) =>
  entry === undefined ? {} : { corrects: { at: entry.at, id: entry.id } };
