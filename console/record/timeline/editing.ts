import { draftOf, emptyDraft } from './drafts.ts';
import type { Entry } from './entries.ts';
import type { EntryDraft } from './entry-draft.ts';
import { rebasedDraft } from './rebased-draft.ts';

/** An entry that is written: a new one, one beside an entry of the ticket that it sets right, or a change. */
export type Editing = {
  /** What it is about, by which its text is kept. */
  about: string;
  draft: EntryDraft;
  /** The text was begun earlier. */
  isKept: boolean;
} & ({ kind: 'new'; corrects?: Entry } | { kind: 'change'; entry: Entry });

/** A new entry, or one between two others: of them there may be several at a time. */
export const aboutNew = (at?: string): string => (at === undefined ? 'new' : `new ${at}`);

/** An entry as it came from the ticket stays; another one beside it sets it right. */
export const aboutEntry = ({ origin, id }: Entry): string => `${origin === 'ticket' ? 'corrects' : 'change'} ${id}`;

/** @param kept what was typed of it before */
export function editingOf(
  about: string,
  kept: EntryDraft | undefined,
  entries: readonly Entry[],
  zone: string,
): Editing {
  const [kind = '', which] = about.split(' ');
  const isKept = kept !== undefined;
  const entry = kind === 'new' ? undefined : entries.find(({ id }) => id === which);
  if (entry === undefined) {
    const last = entries.at(-1)?.at ?? new Date().toISOString();
    // Where no time is meant, nobody knows its seconds.
    const at = (kind === 'new' ? which : undefined) ?? `${last.slice(0, 16)}:00.000Z`;
    return { kind: 'new', about, draft: kept ?? emptyDraft(at, zone), isKept };
  }
  const draft = kept === undefined ? draftOf(entry, zone) : rebasedDraft(kept, entry);
  return kind === 'change'
    ? { kind, about, draft, isKept, entry }
    : { kind: 'new', about, draft, isKept, corrects: entry };
}
