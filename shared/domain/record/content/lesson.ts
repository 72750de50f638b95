import * as z from 'zod';
import { Duration } from '../../words/duration.ts';
import { Instant, PartId } from '../../words/identifiers.ts';
import { Author, Person } from '../../words/person.ts';
import { HttpLink, STORED, type Words, WRITTEN } from '../../words/words.ts';

/** A lesson learned, and the document that has to say it from now on. */
export const lesson = (words: Words) =>
  z.strictObject({
    statement: words.statement,
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

const AT_LEAST_ONE = 'give the number of people, at least 1';

/** How many people of those whom it is for took part in a training. */
const training = (words: Words) =>
  z.strictObject({
    audience: words.line,
    people: z.int().positive({ error: AT_LEAST_ONE }).max(10_000_000),
    trained: z.int().positive({ error: AT_LEAST_ONE }).max(10_000_000),
    at: Instant,
  });

/** A plan or a training that was tried out, such as by a tabletop exercise. */
const exercise = (words: Words) => z.strictObject({ at: Instant, result: words.line });

/** What was run to see whether a detection fires. */
const detectionTest = (words: Words) =>
  z.strictObject({
    what: words.line,
    at: Instant,
    result: z.enum(['fired', 'did not fire']),
    url: HttpLink.optional(),
    evidenceId: PartId.optional(),
  });

/**
 * Proof that a document says the lesson. What it takes depends on what the lesson updates: `proofProblems` says that. References of
 * earlier versions have at most a version, a link and a note.
 */
const reference = (words: Words) =>
  z.strictObject({
    version: words.line,
    url: HttpLink.optional(),
    /** When this version was published. */
    versionAt: Instant.optional(),
    training: training(words).optional(),
    exercise: exercise(words).optional(),
    test: detectionTest(words).optional(),
    note: words.line.optional(),
  });
export const LessonReferenceDraft = reference(WRITTEN);
export const LessonReference = reference(STORED);
export type LessonReference = z.infer<typeof LessonReference>;

/** Somebody's word that it is in place, until a second person confirms or refuses it. */
export const lessonClaim = (words: Words) =>
  z.object({ reference: reference(words), by: Author, at: Instant, confirmBy: Instant });

/** The version that says it, who put it there, and who reviewed that version last. */
export const inPlace = (words: Words) =>
  z.object({
    reference: reference(words),
    by: Author,
    at: Instant,
    /** Beside what was confirmed, and not in its place: the second person has not read what a review shows. */
    reviewed: z.object({ reference: reference(words), by: Author, at: Instant }).optional(),
    /** Second person who confirmed it. Absent where a version before confirmations put it in place. */
    confirmed: z.object({ by: Person, at: Instant }).optional(),
  });

/**
 * Reason why a lesson is open again, or why a later version than the one in place was refused. Kept until a second person confirms:
 * they ought to know what another one found.
 */
export const lessonReopening = (words: Words) =>
  z.object({ why: z.enum(['claim refused', 'no longer holds']), reason: words.reason, by: Person, at: Instant });

export const Lesson = lesson(STORED).extend({
  id: PartId,
  status: z.enum(['open', 'claimed', 'in place']),
  claim: lessonClaim(STORED).optional(),
  inPlace: inPlace(STORED).optional(),
  reopened: lessonReopening(STORED).optional(),
  /** When a review last found that it did not hold any more. What was there before that shows nothing. */
  heldUntil: Instant.optional(),
  nextReviewAt: Instant.optional(),
  /** The deadline that was announced as passed; a new deadline is announced again. */
  announcedDueAt: Instant.optional(),
});
export type Lesson = z.infer<typeof Lesson>;

/** Next deadline of a lesson: to put it in place, to confirm that it is, or to review it. Undefined: none any more. */
export function lessonDueAt({ status, dueAt, claim, nextReviewAt }: Lesson): string | undefined {
  switch (status) {
    case 'open':
      return dueAt;
    case 'claimed':
      return claim?.confirmBy ?? dueAt;
    case 'in place':
      return nextReviewAt;
  }
}

/** True for the same version in the same place: what a second person has read once. */
export const isSameVersion = (one: LessonReference, other: LessonReference): boolean =>
  one.version === other.version && one.url === other.url;

/** What somebody has to do about a lesson next. */
export const LessonDutyKind = z.enum(['put in place', 'confirm', 'review']);
export type LessonDutyKind = z.infer<typeof LessonDutyKind>;

const DUTIES = { open: 'put in place', claimed: 'confirm', 'in place': 'review' } as const satisfies Record<
  Lesson['status'],
  LessonDutyKind
>;
export const lessonDutyOf = ({ status }: Pick<Lesson, 'status'>): LessonDutyKind => DUTIES[status];
