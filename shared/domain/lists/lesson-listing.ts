import * as z from 'zod';
import { Lesson, lessonDueAt, lessonReopening } from '../record/content/lesson.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import { Instant, PostMortemId } from '../words/identifiers.ts';
import { Author } from '../words/person.ts';
import { Tlp } from '../words/tlp.ts';
import { STORED } from '../words/words.ts';
import { proofInShort } from './lesson-proof-in-short.ts';
import { type ListEntry, type Listing, type ListPath, listing } from './list-entry.ts';

const OF_LESSON = Lesson.pick({
  id: true,
  statement: true,
  updates: true,
  document: true,
  ownerTeam: true,
  status: true,
});

/** What a list says of why a lesson is open again: the reason in words stands in the record. */
export const LessonReopened = lessonReopening(STORED).shape.why;
type LessonReopened = z.infer<typeof LessonReopened>;

/**
 * A lesson as a line of a list. Unlike a lesson that somebody writes it is not strict: a list says less of restricted ones, and a reader
 * of an earlier version passes over what it does not know.
 */
export const LessonLine = z.object(OF_LESSON.shape).extend({
  postMortemId: PostMortemId,
  dueAt: Instant.describe(
    'By when it has to be in place; once it is claimed, by when somebody confirms it; once it is in place, by when it is reviewed, if it is',
  ),
  version: z.string().optional().describe('The newest version of the document that says it'),
  url: z.string().optional().describe('Address of that version, or of the result of the test'),
  proof: z
    .string()
    .optional()
    .describe(
      'What else shows it, in short: date of the version, share of the people who were trained, exercise, test',
    ),
  claimed: z
    .object({ by: Author, at: Instant })
    .optional()
    .describe('Who put it in place and when, while it waits for a second person'),
  confirmedAt: Instant.optional().describe('When a second person confirmed that it is in place'),
  reopened: LessonReopened.optional().describe('Why it is open again'),
  incident: z.string().describe('Key of the incident that it came of'),
  tlp: Tlp.describe('Mark of its record'),
});
export type LessonLine = z.infer<typeof LessonLine>;

/** Lists of lessons, the earliest due first. */
export const lessonLists = {
  status: (status: Lesson['status'], team?: string): ListPath => [
    'lesson',
    status,
    ...(team === undefined ? [] : [team]),
  ],
  /** Those in place that are looked at again, by the date of that. Others keep the date that they were to be in place by. */
  review: (team?: string): ListPath => ['lesson review', ...(team === undefined ? [] : [team])],
  /** Those that are open again because of that. They stand in the list of open ones, and are counted here. */
  reopened: (why: LessonReopened, team?: string): ListPath => [
    'lesson reopened',
    why,
    ...(team === undefined ? [] : [team]),
  ],
};

/** What the lists of lessons say of those of a record. */
export function lessonListing({ id: postMortemId, lessons, incident, tlp, status }: PostMortem): Listing {
  // A waived or merged record teaches nothing of its own.
  const counting = status === 'waived' || status === 'merged' ? [] : lessons;
  const entries = counting.flatMap((lesson): ListEntry[] => {
    const { id, statement, updates, document, ownerTeam } = lesson;
    const dueAt = lessonDueAt(lesson) ?? lesson.dueAt;
    const { claim, inPlace, reopened } = lesson;
    const reference = (claim ?? inPlace)?.reference;
    const url = reference?.url ?? reference?.test?.url;
    const proof = reference && proofInShort(reference);
    // Said of the version that the line names: one that is claimed was not confirmed, whatever was before it.
    const confirmedAt = claim === undefined ? inPlace?.confirmed?.at : undefined;
    const line: LessonLine = {
      ...{ id, postMortemId, status: lesson.status, statement, updates, document, ownerTeam, dueAt },
      ...(reference === undefined ? {} : { version: reference.version }),
      ...(url === undefined ? {} : { url }),
      ...(proof === undefined ? {} : { proof }),
      ...(claim === undefined ? {} : { claimed: { by: claim.by, at: claim.at } }),
      ...(confirmedAt === undefined ? {} : { confirmedAt }),
      ...(lesson.status !== 'open' || reopened === undefined ? {} : { reopened: reopened.why }),
      ...{ incident: incident.key, tlp },
    };
    const isReviewed = lesson.status === 'in place' && lesson.nextReviewAt !== undefined;
    const lists = [
      ...[lessonLists.status(lesson.status), lessonLists.status(lesson.status, ownerTeam)],
      ...(isReviewed ? [lessonLists.review(), lessonLists.review(ownerTeam)] : []),
    ];
    return lists.map((list) => ({ list, at: dueAt, id, line }));
  });
  const reopened = counting.flatMap(({ status: standing, reopened: again, ownerTeam }) =>
    standing === 'open' && again !== undefined
      ? [lessonLists.reopened(again.why), lessonLists.reopened(again.why, ownerTeam)]
      : [],
  );
  return listing(entries, tlp, reopened);
}
