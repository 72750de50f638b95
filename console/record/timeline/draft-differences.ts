import { draftOf, placedOf } from './drafts.ts';
import type { Entry } from './entries.ts';
import type { EntryDraft } from './entry-draft.ts';

const NAMES = {
  what: 'what happened',
  kind: 'its kind',
  precision: 'how exactly its time is known',
  role: 'who did it',
  evidencedBy: 'what shows it',
  milestone: 'what the incident reached',
} as const;

/** In what a draft differs from its entry as it is now, and what stands there: the time first. */
export function draftDifferences(draft: EntryDraft, entry: Entry): { field: string; there: string }[] {
  const words = draftOf(entry, draft.zone);
  const time = placedOf(draft)?.at === entry.at ? [] : [{ field: 'the time', there: entry.at }];
  const others = Object.entries(NAMES).flatMap(([name, field]) => {
    const there = words[name as keyof typeof NAMES];
    return draft[name as keyof typeof NAMES] === there ? [] : [{ field, there }];
  });
  return [...time, ...others];
}
