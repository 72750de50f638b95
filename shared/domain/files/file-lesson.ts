import type * as z from 'zod';
import { inPlace, Lesson, lesson, lessonClaim, lessonReopening } from '../record/content/lesson.ts';
import { type Author, isSameEmail, isSameHuman, type Person } from '../words/person.ts';
import type { Words } from '../words/words.ts';
import { Label, label } from './label.ts';

/** A test names the evidence of its file as other parts name each other: by any word. */
const fileReference = (words: Words) => {
  const { reference } = lessonClaim(words).shape;
  const test = reference.shape.test.unwrap().extend({ evidenceId: Label.optional() });
  return reference.extend({ test: test.optional() });
};

const standing = (words: Words) => {
  const reference = fileReference(words);
  const shape = inPlace(words);
  return shape.extend({ reference, reviewed: shape.shape.reviewed.unwrap().extend({ reference }).optional() });
};

export const fileLesson = (words: Words) =>
  lesson(words).extend({
    ...label,
    status: Lesson.shape.status.prefault('open'),
    claim: lessonClaim(words)
      .extend({ reference: fileReference(words) })
      .optional(),
    inPlace: standing(words).optional(),
    reopened: lessonReopening(words).optional(),
    ...Lesson.pick({ heldUntil: true, nextReviewAt: true }).shape,
  });
export type FileLesson = z.infer<ReturnType<typeof fileLesson>>;

type Reference<Id> = Omit<FileReference, 'test'> & { test?: Omit<FileTest, 'evidenceId'> & { evidenceId?: Id } };
type FileReference = z.infer<ReturnType<typeof fileReference>>;
type FileTest = NonNullable<FileReference['test']>;

/** The same lesson, whose tests name their evidence otherwise, or not at all. */
export function withEvidenceNamed<Id extends string>(
  { claim, inPlace: standingNow, ...lessonOnly }: FileLesson,
  nameOf: (name: string) => Id | undefined,
) {
  const renamed = (reference: FileReference) => withTestNamed(reference, nameOf);
  return {
    ...lessonOnly,
    ...(claim === undefined ? {} : { claim: { ...claim, reference: renamed(claim.reference) } }),
    ...(standingNow === undefined ? {} : { inPlace: inPlaceNamed(standingNow, renamed) }),
  };
}

function inPlaceNamed<Id>(
  { reviewed, ...rest }: NonNullable<FileLesson['inPlace']>,
  renamed: (reference: FileReference) => Reference<Id>,
) {
  return {
    ...rest,
    reference: renamed(rest.reference),
    ...(reviewed === undefined ? {} : { reviewed: { ...reviewed, reference: renamed(reviewed.reference) } }),
  };
}

function withTestNamed<Id extends string>(
  { test, ...rest }: FileReference,
  nameOf: (name: string) => Id | undefined,
): Reference<Id> {
  if (test === undefined) return rest;
  const { evidenceId: before, ...testOnly } = test;
  const evidenceId = before === undefined ? undefined : nameOf(before);
  return { ...rest, test: { ...testOnly, ...(evidenceId === undefined ? {} : { evidenceId }) } };
}

/** `path`: within the lesson. */
type LessonFault = { path: string[]; message: string };

/**
 * What a lesson of a file says against itself. An import takes its status over, so nobody here could confirm or refuse what is not
 * there. What stands in place unconfirmed is no fault: versions before confirmations left it so.
 */
export function lessonFaults(
  { status, claim, inPlace: standingNow }: FileLesson,
  evidence: readonly { id?: string | undefined }[],
): LessonFault[] {
  return [
    ...claimFaults(status, claim),
    ...standingFaults(status, standingNow),
    ...(standingNow === undefined ? [] : confirmationFaults(standingNow)),
    ...unknownEvidence(['claim'], claim?.reference, evidence),
    ...unknownEvidence(['inPlace'], standingNow?.reference, evidence),
    ...unknownEvidence(['inPlace', 'reviewed'], standingNow?.reviewed?.reference, evidence),
  ];
}

function unknownEvidence(
  path: string[],
  reference: FileReference | undefined,
  evidence: readonly { id?: string | undefined }[],
): LessonFault[] {
  const named = reference?.test?.evidenceId;
  if (named === undefined || evidence.some(({ id }) => id === named)) return [];
  const message = `there is no evidence "${named}" in this file`;
  return [{ path: [...path, 'reference', 'test', 'evidenceId'], message }];
}

function claimFaults(status: FileLesson['status'], claim: FileLesson['claim']): LessonFault[] {
  if ((claim !== undefined) === (status === 'claimed')) return [];
  switch (status) {
    case 'claimed':
      return [{ path: ['claim'], message: 'the lesson is claimed; say by whom, when, and what shows it' }];
    case 'open':
      return [{ path: ['claim'], message: 'the lesson is open, so nobody claims that it is in place' }];
    case 'in place':
      return [{ path: ['claim'], message: 'the lesson is in place, so no claim waits for a second person' }];
  }
}

/** What stands may be claimed in another version: both are there then. */
function standingFaults(status: FileLesson['status'], standingNow: FileLesson['inPlace']): LessonFault[] {
  if (status === 'in place' && standingNow === undefined) {
    return [{ path: ['inPlace'], message: 'the lesson is in place; say by whom, since when, and what shows it' }];
  }
  return status === 'open' && standingNow !== undefined
    ? [{ path: ['inPlace'], message: 'the lesson is open, so it is not in place' }]
    : [];
}

function confirmationFaults({ by, at, confirmed }: NonNullable<FileLesson['inPlace']>): LessonFault[] {
  if (confirmed === undefined) return [];
  const message = `${confirmed.at} is before ${at}, when the lesson was put in place`;
  return [
    ...(hasHandIn(by, confirmed.by)
      ? [
          {
            path: ['inPlace', 'confirmed', 'by'],
            message: 'whoever put a lesson in place does not confirm it, nor who answers for the program that did',
          },
        ]
      : []),
    ...(Date.parse(confirmed.at) < Date.parse(at) ? [{ path: ['inPlace', 'confirmed', 'at'], message }] : []),
  ];
}

const hasHandIn = (author: Author, person: Person): boolean =>
  author.kind === 'person'
    ? isSameHuman(author, person)
    : author.owner !== undefined && isSameEmail(author.owner, person.email);
