import * as z from 'zod';
import { Instant } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';
import { STORED } from '../../words/words.ts';
import { RecordPath } from './record-path.ts';

/** Dismissed hints that a record holds. They lie in one item of the table, which takes 400 KB. */
export const DISMISSED_HINTS_LIMIT = 200;

/** Longest excerpt of a text that a hint shows, in UTF-16 code units. */
export const EXCERPT_LIMIT = 200;

/** Longest reason for a dismissal: one word will do, and all of a record lie in one item. */
export const REASON_LIMIT = 200;

/** Longest name of a subject: another release may know others. */
export const SUBJECT_LIMIT = 100;

/** What a hint is told by: its place, its subject and the words there. In other words it is another hint. */
export const HintName = z.object({
  path: RecordPath,
  about: STORED.prose(1, SUBJECT_LIMIT),
  excerpt: STORED.prose(1, EXCERPT_LIMIT),
});
export type HintName = z.infer<typeof HintName>;

/** Hint that stays unanswered, and why. */
export const DismissedHint = z.object({
  ...HintName.shape,
  because: STORED.prose(1, REASON_LIMIT),
  by: Author,
  at: Instant,
});
export type DismissedHint = z.infer<typeof DismissedHint>;

/** Any hint, as far as its name goes. */
type Named = { path: string; about: string; excerpt: string };

export const isSameHint = (one: Named, other: Named): boolean =>
  one.path === other.path && one.about === other.about && one.excerpt === other.excerpt;
