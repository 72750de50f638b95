import { type Inline, inlineLink } from '../document/document.ts';
import { shareInWords } from '../domain/lists/lesson-proof-in-short.ts';
import type { LessonReference } from '../domain/record/content/lesson.ts';

/** What shows that a lesson is in place: the version and where it is, who was trained, how an exercise or a test went. */
export function proofInWords(reference: LessonReference | undefined): Inline[] {
  if (reference === undefined) return [];
  const { version, url, versionAt, training, exercise, test, note } = reference;
  return [
    ' ',
    url === undefined ? version : inlineLink(version, url),
    ...(versionAt === undefined ? [] : [` of ${dayOf(versionAt)}`]),
    ...(training === undefined ? [] : [`; ${trainedInWords(training)}`]),
    ...(exercise === undefined ? [] : [`; exercise of ${dayOf(exercise.at)}: ${exercise.result}`]),
    ...(test === undefined ? [] : testInWords(test)),
    ...(note === undefined ? [] : [`; ${note}`]),
  ];
}

/** `18 of 20 people (90 %) of payroll by 2027-01-15`. */
function trainedInWords(training: NonNullable<LessonReference['training']>): string {
  return `${shareInWords(training)} of ${training.audience} by ${dayOf(training.at)}`;
}

function testInWords({ what, at, result, url, evidenceId }: NonNullable<LessonReference['test']>): Inline[] {
  const shown = url === undefined ? [] : [', ', inlineLink('result', url)];
  const held = evidenceId === undefined ? [] : [`, evidence ${evidenceId}`];
  return [`; tested on ${dayOf(at)}: ${what}, ${result}`, ...shown, ...held];
}

const dayOf = (at: string): string => at.slice(0, 10);
