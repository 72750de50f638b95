import { lessonDueAt } from '../../domain/record/content/lesson.ts';
import { openDeadlineOf } from '../../domain/record/content/notification.ts';
import { type Part, type PartKind, partsIn } from '../../domain/record/content/parts.ts';
import { measureDueAt } from '../../domain/record/content/temporary-measure.ts';
import { isAlive, isHistory } from '../../domain/record/decide/record-rules.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { DISMISSED_HINTS, keys, queueShard, sectionPart } from '../keys.ts';
import type { Item } from '../table.ts';

/** How a part's kind stands in its sort key. Never changed: it is where the parts are found. */
export const PART_KEY: Record<PartKind, string> = {
  'root cause': 'CAUSE',
  'contributing factor': 'FACTOR',
  observation: 'OBSERVATION',
  recommendation: 'RECOMMENDATION',
  lesson: 'LESSON',
  notification: 'NOTIFICATION',
  evidence: 'EVIDENCE',
  correction: 'CORRECTION',
  'temporary measure': 'MEASURE',
};

/**
 * A record as items: the head, and one item for every section and part. A pure function of the record, so a change
 * writes the difference of two of these, and never the whole.
 */
export function partsOf(record: PostMortem): Map<string, Item> {
  const parts: [string, Record<string, unknown>][] = [
    ...Object.entries(record.sections).map(([name, content]) => named(sectionPart(name), { name, content })),
    // Only where there are any: most records never have this item.
    ...(record.dismissedHints.length === 0 ? [] : [named(DISMISSED_HINTS, { dismissedHints: record.dismissedHints })]),
    ...partsIn(record).map((part) =>
      named(`${PART_KEY[part.kind]}#${part.content.id}`, { part, ...partDeadline(record, part) }),
    ),
  ];
  return new Map(parts.map(([name, content]) => [name, { ...keys.part(record.id, name), ...content }]));
}

/** The head carries what every read wants, and the place of the record in the queue of reviews to finish. */
export function headFields(record: PostMortem): Record<string, unknown> {
  const {
    sections: _,
    rootCauses: _r,
    contributingFactors: _c,
    observations: _o,
    recommendations: _n,
    lessons: _l,
    notifications: _t,
    evidence: _e,
    corrections: _k,
    temporaryMeasures: _m,
    dismissedHints: _d,
    ...head
  } = record;
  return { head };
}

type Deadline = { deadlineQueue: string; deadlineAt: string };

export function reviewDeadline(record: PostMortem): Deadline | undefined {
  if (record.status === 'approved') {
    return { deadlineQueue: queueShard('approved', record.id), deadlineAt: record.approvedAt ?? record.openedAt };
  }
  if (record.status !== 'open' && record.status !== 'in review') return undefined;
  return { deadlineQueue: queueShard('review', record.id), deadlineAt: record.dueAt };
}

/**
 * Lessons, accepted risks, temporary measures and notifications wait for their day in the queues of people, as remediations do. What was
 * announced waits apart from what is to be announced: a sweep never meets the same one twice, a report reads both.
 * Of a past incident nobody owes what was to be done then; a temporary measure in force is to be undone all the same.
 */
function partDeadline(record: PostMortem, part: Part): Deadline | undefined {
  const isFollowed = isAlive(record) && (part.kind === 'temporary measure' || !isHistory(record));
  const at = isFollowed ? dueAtOf(record, part) : undefined;
  if (at === undefined) return undefined;
  const isAnnounced = 'announcedDueAt' in part.content && part.content.announcedDueAt === at;
  const queue = isAnnounced ? `announced ${part.kind}` : part.kind;
  return { deadlineQueue: queueShard(queue, part.content.id), deadlineAt: at };
}

function dueAtOf({ status }: PostMortem, { kind, content }: Part): string | undefined {
  if (kind === 'lesson') return lessonDueAt(content);
  if (kind === 'notification') return openDeadlineOf(content);
  if (kind === 'temporary measure') return measureDueAt(content);
  const isWaiting = kind === 'recommendation' && content.status === 'risk accepted';
  return isWaiting && (status === 'approved' || status === 'closed') ? content.acceptance?.until : undefined;
}

function named(name: string, content: Record<string, unknown>): [string, Record<string, unknown>] {
  return [name, content];
}
