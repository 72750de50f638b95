import { isAboutTicketAlone } from '../record/content/correction.ts';
import { LIST_OF, type Part } from '../record/content/parts.ts';
import { type FileLesson, withEvidenceNamed } from './file-lesson.ts';
import { endStatus, type Import } from './import.ts';
import type { ImportIds } from './import-ids.ts';
import type { PostMortemFile } from './post-mortem-file.ts';

/** The parts that a file brings, each with its id and its place in the file, such as `lessons.0`. */
export function importedPartsByPath(wanted: Import, ids: ImportIds): [path: string, part: Part][] {
  const byList = Map.groupBy(importedParts(wanted, ids), ({ kind }) => LIST_OF[kind]);
  return [...byList].flatMap(([list, all]) => all.map((part, index): [string, Part] => [`${list}.${index}`, part]));
}

/** In the order of the record's lists. */
function importedParts(wanted: Import, ids: ImportIds): Part[] {
  const { file, by, at } = wanted;
  const isOpen = endStatus(wanted) === 'open';
  return [
    ...file.rootCauses.map(({ worksWith: _, ...rest }, index): Part => {
      return { kind: 'root cause', content: { ...rest, id: ids.cause(index) } };
    }),
    ...file.contributingFactors.map((rest, index): Part => {
      return { kind: 'contributing factor', content: { ...rest, id: ids.factor(index) } };
    }),
    ...file.observations.map((rest, index): Part => {
      return { kind: 'observation', content: { ...rest, id: ids.observation(index) } };
    }),
    ...file.recommendations.map((rest, index): Part => {
      const { answers, ...draft } = isOpen ? toBeJudgedHere(rest) : rest;
      const { remediation, ...content } = draft;
      const previousStatus = remediation === undefined ? {} : { stood: remediation };
      return {
        kind: 'recommendation',
        content: { ...content, ...previousStatus, answers: answers.map(ids.named), id: ids.recommendation(index) },
      };
    }),
    ...file.lessons.map((rest, index): Part => {
      const lesson = isOpen ? toBePutInPlaceHere(rest) : rest;
      return { kind: 'lesson', content: { ...withEvidenceNamed(lesson, ids.evidenceNamed), id: ids.lesson(index) } };
    }),
    ...file.notifications.map((rest, index): Part => {
      return { kind: 'notification', content: { ...rest, id: ids.notification(index) } };
    }),
    ...file.evidence.map((rest, index): Part => {
      const added = { addedBy: rest.addedBy ?? by, addedAt: rest.addedAt ?? at };
      return { kind: 'evidence', content: { ...rest, ...added, id: ids.evidence(index), status: 'elsewhere' } };
    }),
    ...file.temporaryMeasures.map((rest, index): Part => {
      return { kind: 'temporary measure', content: { ...rest, id: ids.measure(index) } };
    }),
    // People and techniques of a ticket stay behind with it, and so does what was wrong about them.
    ...file.corrections.flatMap((rest, index): Part[] => {
      if (isAboutTicketAlone(rest.of)) return [];
      return [{ kind: 'correction', content: { ...rest, id: ids.correction(index) } }];
    }),
  ];
}

/**
 * A recommendation that was approved elsewhere has no remediation here: it is proposed again, without the date of that
 * remediation. A proposed one keeps the date that its author set.
 */
function toBeJudgedHere(one: PostMortemFile['recommendations'][number]): PostMortemFile['recommendations'][number] {
  if (one.status === 'draft' || one.status === 'proposed' || one.status === 'declined') return one;
  const { dueAt: _, acceptance: _a, ...rest } = one;
  return { ...rest, status: 'proposed' };
}

/** A file names anybody as the two people who claimed and confirmed a lesson: what is worked on here is claimed and confirmed here. */
function toBePutInPlaceHere({ claim: _, inPlace: _i, nextReviewAt: _n, ...rest }: FileLesson): FileLesson {
  return { ...rest, status: 'open' };
}
