import * as z from 'zod';
import { Duration } from './duration.ts';
import { Instant, PartId } from './identifiers.ts';
import { Author } from './person.ts';
import { HttpLink, Line } from './words.ts';

/** What somebody learned, and the document that has to say it from now on. */
export const LessonDraft = z.strictObject({
  statement: z.string().min(10).max(4_000),
  updates: z.enum(['policy', 'procedure', 'response plan', 'training', 'detection']),
  /** The name of what is updated, as the team calls it. */
  document: Line,
  ownerTeam: z.string().min(1).max(100),
  dueAt: Instant,
  /** How often somebody has to look whether it still holds. */
  reviewEvery: Duration.optional(),
});
export type LessonDraft = z.infer<typeof LessonDraft>;

/** Where the updated version is: a lesson without it is only a good intention. */
export const LessonReference = z.strictObject({ version: Line, url: HttpLink.optional(), note: Line.optional() });
export type LessonReference = z.infer<typeof LessonReference>;

export const Lesson = LessonDraft.extend({
  id: PartId,
  status: z.enum(['open', 'in place']),
  /** The newest version that says it, who put it there, and when. */
  inPlace: z.object({ reference: LessonReference, by: Author, at: Instant }).optional(),
  nextReviewAt: Instant.optional(),
  /** The deadline that was announced as passed; a new deadline is announced again. */
  announcedDueAt: Instant.optional(),
});
export type Lesson = z.infer<typeof Lesson>;

/** When somebody has to do something about it: put it in place, or review it. Undefined: never again. */
export function lessonDueAt({ status, dueAt, nextReviewAt }: Lesson): string | undefined {
  return status === 'open' ? dueAt : nextReviewAt;
}
