import { useEffect, useState } from 'preact/hooks';
import { queries } from '../../data/query.ts';
import { zone } from '../../shell/preferences.ts';
import { type Editing, editingOf } from './editing.ts';
import { type Entry, timelineKey } from './entries.ts';
import { dropEntry, type EntryDraft, keptEntries } from './entry-draft.ts';

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
    /** Lets go what was typed. */
    async forget(about: string) {
      await dropEntry({ person, record }, about);
      await readBegun();
      setEditing((open) => (open?.about === about ? editingOf(about, undefined, now(), zone.value) : open));
    },
    /** The form closes, unless it is of something else by now. */
    close: (about: string) => setEditing((now) => (now?.about === about ? undefined : now)),
  };
}
