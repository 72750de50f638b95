import type { Lesson } from '../record/content/lesson.ts';
import { type Author, isSameEmail, isSameHuman, type Person } from '../words/person.ts';

/** `path`: within the lesson. */
export type LessonFault = { path: string[]; message: string };

/**
 * What a lesson of a file says against itself. An import takes its status over, so nobody here could confirm or refuse what is not
 * there. What stands in place unconfirmed is no fault: versions before confirmations left it so.
 */
export function lessonFaults({ status, claim, inPlace }: Pick<Lesson, 'status' | 'claim' | 'inPlace'>): LessonFault[] {
  return [
    ...claimFaults(status, claim),
    ...standingFaults(status, inPlace),
    ...(inPlace === undefined ? [] : confirmationFaults(inPlace)),
  ];
}

function claimFaults(status: Lesson['status'], claim: Lesson['claim']): LessonFault[] {
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
function standingFaults(status: Lesson['status'], inPlace: Lesson['inPlace']): LessonFault[] {
  if (status === 'in place' && inPlace === undefined) {
    return [{ path: ['inPlace'], message: 'the lesson is in place; say by whom, since when, and what shows it' }];
  }
  return status === 'open' && inPlace !== undefined
    ? [{ path: ['inPlace'], message: 'the lesson is open, so it is not in place' }]
    : [];
}

function confirmationFaults({ by, at, confirmed }: NonNullable<Lesson['inPlace']>): LessonFault[] {
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
