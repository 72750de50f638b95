import * as z from 'zod';
import { Duration } from '../../words/duration.ts';
import { Instant, PartId } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';
import { HttpLink, STORED, type Words, WRITTEN } from '../../words/words.ts';

/** A lesson learned, and the document that has to say it from now on. */
export const lesson = (words: Words) =>
  z.strictObject({
    statement: words.prose(10, 4_000),
    updates: z.enum(['policy', 'procedure', 'response plan', 'training', 'detection']),
    /** The name of what is updated, as the team calls it. */
    document: words.line,
    ownerTeam: words.prose(1, 100),
    dueAt: Instant,
    /** How often somebody has to look whether it still holds. */
    reviewEvery: Duration.optional(),
  });
export const LessonDraft = lesson(WRITTEN);
export type LessonDraft = z.infer<typeof LessonDraft>;

/** Reference to the updated version: a lesson without it is only a good intention. */
const reference = (words: Words) =>
  z.strictObject({ version: words.line, url: HttpLink.optional(), note: words.line.optional() });
export const LessonReferenceDraft = reference(WRITTEN);
export const LessonReference = reference(STORED);
export type LessonReference = z.infer<typeof LessonReference>;

/** The newest version that says it, who put it there, and when. */
export const inPlace = (words: Words) => z.object({ reference: reference(words), by: Author, at: Instant });

export const Lesson = lesson(STORED).extend({
  id: PartId,
  status: z.enum(['open', 'in place']),
  inPlace: inPlace(STORED).optional(),
  nextReviewAt: Instant.optional(),
  /** The deadline that was announced as passed; a new deadline is announced again. */
  announcedDueAt: Instant.optional(),
});
export type Lesson = z.infer<typeof Lesson>;

/** Next deadline of a lesson: to put it in place, or to review it. Undefined: none any more. */
export function lessonDueAt({ status, dueAt, nextReviewAt }: Lesson): string | undefined {
  return status === 'open' ? dueAt : nextReviewAt;
}
