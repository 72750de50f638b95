import { useEffect, useState } from 'preact/hooks';
import { zone } from '../../shell/preferences.ts';
import { type Editing, editingOf } from './editing.ts';
import type { Entry } from './entries.ts';
import { dropEntry, type EntryDraft, keptEntries } from './entry-draft.ts';

type UseEditing = { record: string; person: string; isOnDevice: boolean; entries: readonly Entry[] };

/** The entry that is written now, and those that were begun and wait: none takes the place or the text of another. */
export function useEditing({ record, person, isOnDevice, entries }: UseEditing) {
  const [editing, setEditing] = useState<Editing>();
  const [begun, setBegun] = useState<ReadonlyMap<string, EntryDraft>>(new Map());
  const readBegun = async () => {
    const kept = await keptEntries({ person, record, isOnDevice });
    setBegun(kept);
    return kept;
  };
  useEffect(() => void readBegun(), [person, record, isOnDevice, editing?.about]);
  return {
    editing,
    /** Those that wait, without the one that is written now. */
    begun: [...begun].filter(([about]) => about !== editing?.about),
    async begin(about: string) {
      if (editing?.about === about) document.querySelector<HTMLElement>('.entry-form textarea')?.focus();
      const next = editingOf(about, (await readBegun()).get(about), entries, zone.value);
      setEditing((now) => (now?.about === about ? now : next));
    },
    /** Lets go what was typed. */
    async forget(about: string) {
      await dropEntry({ person, record }, about);
      await readBegun();
      setEditing((now) => (now?.about === about ? editingOf(about, undefined, entries, zone.value) : now));
    },
    /** The form closes, unless it is of something else by now. */
    close: (about: string) => setEditing((now) => (now?.about === about ? undefined : now)),
  };
}
