import { useEffect, useState } from 'preact/hooks';
import { queries } from '../../data/query.ts';
import { toast } from '../../parts/toasts.tsx';
import { zone } from '../../shell/preferences.ts';
import { type Editing, editingOf } from './editing.ts';
import { type Entry, timelineKey } from './entries.ts';
import { dropEntry, type EntryDraft, keepEntry, keptEntries } from './entry-draft.ts';
import { holdEntries } from './hold-entries.ts';

type UseEditing = { record: string; person: string; isOnDevice: boolean; entries: readonly Entry[] };

/** The entry that is written now, and those that were begun and wait: none takes the place or the text of another. */
export function useEditing({ record, person, isOnDevice, entries }: UseEditing) {
  const [editing, setEditing] = useState<Editing>();
  const [begun, setBegun] = useState<ReadonlyMap<string, EntryDraft>>(new Map());
  // What was read last, also where this was not drawn with it yet.
  const now = () => queries.getQueryData<Entry[]>(timelineKey(record)) ?? entries;
  const readBegun = async () => {
    const kept = await keptEntries({ person, record, isOnDevice });
    setBegun(kept);
    return kept;
  };
  const takeBack = async (about: string, draft: EntryDraft): Promise<boolean> => {
    const isFree = !(await readBegun()).has(about);
    if (isFree) await keepEntry({ person, record, isOnDevice }, about, draft);
    else toast('Something else was begun in its place, and stays');
    await readBegun();
    return isFree;
  };
  useEffect(holdEntries, []);
  useEffect(() => void readBegun(), [person, record, isOnDevice, editing?.about]);
  return {
    editing,
    /** Those that wait, without the one that is written now. */
    begun: [...begun].filter(([about]) => about !== editing?.about),
    async begin(about: string) {
      if (editing?.about === about) document.querySelector<HTMLElement>('.entry-form textarea')?.focus();
      const next = editingOf(about, (await readBegun()).get(about), now(), zone.value);
      setEditing((open) => (open?.about === about ? open : next));
    },
    /** Lets go what was typed, until it is taken back. */
    async forget(about: string) {
      const kept = (await readBegun()).get(about);
      await dropEntry({ person, record }, about);
      await readBegun();
      const again = (draft?: EntryDraft) =>
        setEditing((open) => (open?.about === about ? editingOf(about, draft, now(), zone.value) : open));
      again();
      if (kept === undefined) return;
      toast('What was begun is let go', () => void takeBack(about, kept).then((isBack) => isBack && again(kept)));
    },
    /** The form closes, unless it is of something else by now, or was opened anew. */
    close: (one: Editing) => setEditing((open) => (open === one ? undefined : open)),
  };
}
