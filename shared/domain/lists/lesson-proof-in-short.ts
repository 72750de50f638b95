import type { LessonReference } from '../record/content/lesson.ts';
import { shortened } from '../words/shorten.ts';

/** What a result may take of a line: it may be a paragraph, and the record has all of it. */
const RESULT_LENGTH = 80;

/**
 * What shows that a lesson is in place, besides the name of its version, in the room of a line. Undefined: nothing besides it does.
 *
 *     dated 2027-01-15; exercise of 2027-01-20: All were called within an hour.
 *     18 of 20 people (90 %) by 2027-01-15
 *     tested on 2027-01-15: fired
 */
export function proofInShort({ versionAt, training, exercise, test }: LessonReference): string | undefined {
  const parts = [
    versionAt === undefined ? undefined : `dated ${dayOf(versionAt)}`,
    training === undefined ? undefined : `${shareInWords(training)} by ${dayOf(training.at)}`,
    exercise === undefined
      ? undefined
      : `exercise of ${dayOf(exercise.at)}: ${shortened(exercise.result, RESULT_LENGTH)}`,
    test === undefined ? undefined : `tested on ${dayOf(test.at)}: ${test.result}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** `18 of 20 people (90 %)`. */
export const shareInWords = ({ trained, people }: NonNullable<LessonReference['training']>): string =>
  `${trained} of ${people} people (${Math.floor((100 * trained) / people)} %)`;

const dayOf = (at: string): string => at.slice(0, 10);
