import { draftOf, isOwnTime } from './drafts.ts';
import type { Entry } from './entries.ts';
import type { EntryDraft } from './entry-draft.ts';

/**
 * A correction that was begun, on the entry as it is now: what somebody typed stays, and all else is what the entry says by now.
 * Sent as it was begun, it would put old times and words back over newer ones.
 */
export function rebasedDraft(draft: EntryDraft, entry: Entry): EntryDraft {
  const { was, base } = draft;
  if (was === undefined || base === entry.etag) return draft;
  const { wall, own, was: words = was } = draftOf(entry, draft.zone);
  const untouched = Object.fromEntries(
    Object.entries(words).filter(([field]) => {
      const name = field as keyof typeof words;
      return draft[name] === was[name];
    }),
  );
  const time = isOwnTime(draft) && own !== undefined ? { wall, own } : {};
  return { ...draft, ...untouched, ...time, was: { ...was, ...untouched } };
}
