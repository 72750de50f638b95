import * as z from 'zod';
import { Instant, PartId, PostMortemId } from '../domain/words/identifiers.ts';
import { HttpLink } from '../domain/words/words.ts';

/** Where a lesson stands. `not confirmed`: in place since before a second person had to confirm it. */
export const LessonStanding = z.enum([
  'open',
  'claim refused',
  'no longer holds',
  'claimed',
  'in place',
  'not confirmed',
  'review due',
]);
export type LessonStanding = z.infer<typeof LessonStanding>;

/** A lesson with the document that has to say it, or that says it. */
export const ListedLesson = z.object({
  postMortemId: PostMortemId,
  lessonId: PartId,
  /** The document, and what it is. */
  what: z.string(),
  ownerTeam: z.string(),
  standing: LessonStanding,
  version: z.string().optional(),
  url: HttpLink.optional(),
  /** What else shows it, in short. */
  proof: z.string().optional(),
  dueAt: Instant,
  claimedAt: Instant.optional(),
  confirmedAt: Instant.optional(),
});
export type ListedLesson = z.infer<typeof ListedLesson>;
