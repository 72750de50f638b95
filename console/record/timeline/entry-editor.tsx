import { useMemo } from 'preact/hooks';
import { toast } from '../../parts/toasts.tsx';
import { draftOf } from './drafts.ts';
import { addEntry, changeEntry, type Entry, newKey, removeEntry } from './entries.ts';
import { dropEntry, type EntryDraft, keepEntry } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { sayFailed } from './say-failed.ts';

/** `corrects` is the entry of the ticket that the new one sets right. */
export type Editing = { kind: 'new'; draft: EntryDraft; corrects?: Entry } | { kind: 'change'; entry: Entry };

type EditorProps = { editing: Editing; id: string; person: string; isOnDevice: boolean; onDone: () => void };

/** The form of one entry, and where what it says is sent. */
export function EntryEditor({ editing, id, person, isOnDevice, onDone }: EditorProps) {
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
