import { isSameHint } from '../record/content/dismissed-hint.ts';
import { submit } from '../record/decide/review-record.ts';
import type { RecordEvent } from '../record/events/record-events.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { Author } from '../words/person.ts';
import { Refusal } from '../words/refusal.ts';
import type { Hint } from './hint.ts';
import { hintsOf } from './hints-of.ts';

/** Hints that a refusal names; whoever has more reads them page by page. */
const NAMED = 50;

/**
 * Submits a record that is complete, and whose hints are answered or dismissed. A hint is answered when its words are there no
 * longer. This is the door for people: a record knows no hints, so that `submit` looks at its completeness alone.
 */
export function handIn(record: PostMortem, by: Author, rules: Parameters<typeof submit>[2]): RecordEvent[] {
  const events = submit(record, by, rules);
  mustHaveAnswers(openHints(record));
  return events;
}

/**
 * Hints about the record itself that are neither answered nor dismissed. Its timeline is read page by page, and the words of other
 * records change by other hands: hints about them are shown, and nothing waits for them.
 */
export const openHints = (record: PostMortem): Hint[] =>
  hintsOf(record).filter((hint) => !record.dismissedHints.some((known) => isSameHint(known, hint)));

function mustHaveAnswers(open: readonly Hint[]): void {
  if (open.length === 0) return;
  const more = open.length - NAMED;
  const named = open.slice(0, NAMED).map(({ path, about, excerpt, suggestion }) => ({
    path,
    message: `"${excerpt}" (${about}). ${suggestion}`,
  }));
  throw new Refusal(
    'open hints',
    `${open.length === 1 ? 'one hint is' : `${open.length} hints are`} neither answered nor dismissed: write it in other words, or ` +
      'dismiss it with a word (POST …/hints/dismiss, holdfast hint dismiss)' +
      (more > 0 ? `; ${more} more than are named here` : ''),
    named,
  );
}
