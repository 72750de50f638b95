import * as z from 'zod';
import { Recommendation } from '../../remediation/recommendation.ts';
import { ContributingFactor, Observation, RootCause } from './causes.ts';
import { Correction } from './correction.ts';
import { Evidence } from './evidence.ts';
import { Lesson } from './lesson.ts';
import { Notification } from './notification.ts';
import { TemporaryMeasure } from './temporary-measure.ts';

/** Kinds of parts: a record has several of each, every one with an id of its own. */
export const PART_KINDS = [
  'root cause',
  'contributing factor',
  'observation',
  'recommendation',
  'lesson',
  'notification',
  'evidence',
  'correction',
  'temporary measure',
] as const;
export const PartKind = z.enum(PART_KINDS);
export type PartKind = z.infer<typeof PartKind>;

export const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('root cause'), content: RootCause }),
  z.object({ kind: z.literal('contributing factor'), content: ContributingFactor }),
  z.object({ kind: z.literal('observation'), content: Observation }),
  z.object({ kind: z.literal('recommendation'), content: Recommendation }),
  z.object({ kind: z.literal('lesson'), content: Lesson }),
  z.object({ kind: z.literal('notification'), content: Notification }),
  z.object({ kind: z.literal('evidence'), content: Evidence }),
  z.object({ kind: z.literal('correction'), content: Correction }),
  z.object({ kind: z.literal('temporary measure'), content: TemporaryMeasure }),
]);
export type Part = z.infer<typeof Part>;

/** The lists of a record. */
export const PartLists = z.object({
  rootCauses: z.array(RootCause),
  contributingFactors: z.array(ContributingFactor),
  observations: z.array(Observation),
  recommendations: z.array(Recommendation),
  lessons: z.array(Lesson),
  notifications: z.array(Notification),
  evidence: z.array(Evidence),
  corrections: z.array(Correction).prefault([]),
  temporaryMeasures: z.array(TemporaryMeasure).prefault([]),
});
export type PartLists = z.infer<typeof PartLists>;

export const LIST_OF = {
  'root cause': 'rootCauses',
  'contributing factor': 'contributingFactors',
  observation: 'observations',
  recommendation: 'recommendations',
  lesson: 'lessons',
  notification: 'notifications',
  evidence: 'evidence',
  correction: 'corrections',
  'temporary measure': 'temporaryMeasures',
} as const satisfies Record<PartKind, keyof PartLists>;

/**
 * DynamoDB takes 100 items in a transaction. An approval writes three for each recommendation and three more; the end of a
 * record takes all its lessons and notifications out of their queues at once: 45 + 45, and five beside them. Temporary measures
 * are not among those: a record does not end while one is in force, and one of a past incident keeps its deadline
 * (test/unit/store/record-items.test.ts).
 */
export const PART_LIMITS: Record<PartKind, number> = {
  'root cause': 50,
  'contributing factor': 100,
  observation: 200,
  recommendation: 30,
  lesson: 45,
  notification: 45,
  evidence: 500,
  correction: 200,
  'temporary measure': 45,
};

/**
 * A record that is carried on keeps what was approved, and takes more. What was approved has its remediation, and is no part
 * of the next approval: the limit above counts what is still to be judged, or may be judged again.
 */
export const RECOMMENDATIONS_IN_ALL = 100;

/** The list of the part's kind, with it: in the place of the one with its id, or added in the order of ids. */
export function withPart(lists: PartLists, part: Part): Partial<PartLists> {
  switch (part.kind) {
    case 'root cause':
      return { rootCauses: put(lists.rootCauses, part.content) };
    case 'contributing factor':
      return { contributingFactors: put(lists.contributingFactors, part.content) };
    case 'observation':
      return { observations: put(lists.observations, part.content) };
    case 'recommendation':
      return { recommendations: put(lists.recommendations, part.content) };
    case 'lesson':
      return { lessons: put(lists.lessons, part.content) };
    case 'notification':
      return { notifications: put(lists.notifications, part.content) };
    case 'evidence':
      return { evidence: put(lists.evidence, part.content) };
    case 'correction':
      return { corrections: put(lists.corrections, part.content) };
    case 'temporary measure':
      return { temporaryMeasures: put(lists.temporaryMeasures, part.content) };
  }
}

/** The list of the kind without the part of this id. */
export function withoutPart(lists: PartLists, kind: PartKind, id: string): Partial<PartLists> {
  const list = LIST_OF[kind];
  return { [list]: lists[list].filter((one) => one.id !== id) };
}

/** Every part of a record with its kind, in the order of its lists. */
export function partsIn(lists: PartLists): Part[] {
  return [
    ...lists.rootCauses.map((content): Part => ({ kind: 'root cause', content })),
    ...lists.contributingFactors.map((content): Part => ({ kind: 'contributing factor', content })),
    ...lists.observations.map((content): Part => ({ kind: 'observation', content })),
    ...lists.recommendations.map((content): Part => ({ kind: 'recommendation', content })),
    ...lists.lessons.map((content): Part => ({ kind: 'lesson', content })),
    ...lists.notifications.map((content): Part => ({ kind: 'notification', content })),
    ...lists.evidence.map((content): Part => ({ kind: 'evidence', content })),
    ...lists.corrections.map((content): Part => ({ kind: 'correction', content })),
    ...lists.temporaryMeasures.map((content): Part => ({ kind: 'temporary measure', content })),
  ];
}

function put<One extends { id: string }>(all: readonly One[], one: One): One[] {
  const others = all.filter(({ id }) => id !== one.id);
  return [...others, one].toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}
