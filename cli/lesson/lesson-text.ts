import type { Inline } from '../../shared/document/document.ts';
import { instantInWords } from '../../shared/document/time-in-words.ts';
import { type Lesson, lessonDueAt, lessonDutyOf } from '../../shared/domain/record/content/lesson.ts';
import type { Author } from '../../shared/domain/words/person.ts';
import { proofInWords } from '../../shared/export/lesson-proof-words.ts';

/** A lesson for whoever puts it in place, confirms or reviews it: what shows it, whose words these are, and what was said against it. */
export function lessonText(lesson: Lesson): string {
  const { id, status, statement } = lesson;
  return [`lesson ${id} (${status}): ${statement}`, ...lessonLines(lesson).map((line) => `  ${line}`), ''].join('\n');
}

/** All that there is to say of a lesson below its statement. */
function lessonLines(lesson: Lesson): string[] {
  const { updates, document, ownerTeam, claim, inPlace, reopened } = lesson;
  const dueAt = lessonDueAt(lesson);
  const { confirmed, reviewed } = inPlace ?? {};
  return [
    `${updates}: ${document} (${ownerTeam})${dueAt === undefined ? '' : `, to ${lessonDutyOf(lesson)} by ${instantInWords(dueAt)}`}`,
    ...(claim === undefined
      ? []
      : [
          `claimed:${plain(proofInWords(claim.reference))}`,
          `  by ${handOf(claim)}; it waits for a second person to confirm it`,
        ]),
    ...(inPlace === undefined
      ? []
      : [
          `in place:${plain(proofInWords(inPlace.reference))}`,
          `  by ${handOf(inPlace)}, ${confirmed === undefined ? 'not confirmed' : `confirmed by ${handOf(confirmed)}`}`,
        ]),
    ...(reviewed === undefined
      ? []
      : [`reviewed:${plain(proofInWords(reviewed.reference))}`, `  by ${handOf(reviewed)}`]),
    ...(reopened === undefined ? [] : [`${reopened.why}: ${reopened.reason}`, `  by ${handOf(reopened)}`]),
  ];
}

const handOf = ({ by, at }: { by: Author; at: string }): string =>
  `${by.kind === 'person' ? by.name : (by.name ?? by.id)} on ${instantInWords(at)}`;

const plain = (words: readonly Inline[]): string => words.map(plainly).join('');

/** Addresses stand beside their words: a terminal has no links. */
function plainly(one: Inline): string {
  if (typeof one === 'string') return one;
  switch (one.kind) {
    case 'link':
      return `${one.text} <${one.url}>`;
    case 'time':
      return instantInWords(one.at);
    case 'mark':
      return one.text;
  }
}
