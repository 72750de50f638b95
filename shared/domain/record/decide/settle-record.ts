import { isProvenOnce, type Remediation } from '../../remediation/remediation.ts';
import type { RemediationEvent } from '../../remediation/remediation-events.ts';
import { addDuration, subtractDuration } from '../../words/duration.ts';
import type { PartId } from '../../words/identifiers.ts';
import type { Author } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { type Lesson, type LessonReference, lessonDueAt } from '../content/lesson.ts';
import { openDeadlineOf } from '../content/notification.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import type { PostMortemPolicy } from '../record-policy.ts';
import { isAlive, isHistory, mustBeAlive } from './record-rules.ts';

/** After which a record may be done with, or no longer is: each opens or settles something in it. */
export const MAY_SETTLE = [
  'Post-Mortem Approved',
  'Lesson Put In Place',
  'Remediation Verified',
  'Remediation Cancelled',
  'Risk Accepted',
  'Recommendation Approved',
  'Remediation Ineffective',
  'Remediation Regressed',
  'Remediation Reopened',
  'Remediation Follow-Up Wanted',
  'Risk Acceptance Expired',
] as const satisfies readonly (RecordEvent | RemediationEvent)['type'][];

/**
 * Closes an approved record that is done with, or resumes a closed one that no longer is. No event where the status is right.
 *
 * @param remediations all of the record's, read no earlier than the record
 */
export function settle(record: PostMortem, remediations: readonly Remediation[], now: string): RecordEvent[] {
  const open = unsettled(record, remediations);
  if (record.status === 'approved' && open === undefined) {
    return [{ type: 'Post-Mortem Closed', data: { postMortemId: record.id, at: now } }];
  }
  if (record.status === 'closed' && open !== undefined && !isHistory(record)) {
    // Evidence that grows old, or a fail that is not confirmed, reopens at most the fix.
    const broken = unsettled(
      record,
      remediations.filter((fix) => !isProvenOnce(fix)),
    );
    if (broken === undefined) return [];
    return [{ type: 'Post-Mortem Resumed', data: { postMortemId: record.id, at: now, because: broken } }];
  }
  return [];
}

/** Reason why a record stays open, in words; undefined when there is none. */
function unsettled(record: PostMortem, remediations: readonly Remediation[]): string | undefined {
  const fix = remediations.find(({ state }) => state !== 'verified' && state !== 'accepted' && state !== 'cancelled');
  if (fix !== undefined) return `the remediation "${fix.title}" is ${fix.state}`;
  const lesson = record.lessons.find(({ status }) => status === 'open');
  return lesson === undefined ? undefined : `the lesson for "${lesson.document}" is not in place`;
}

/** The document says it now. Said again after a review, it still does. */
export function putLessonInPlace(
  record: PostMortem,
  lessonId: PartId,
  reference: LessonReference,
  by: Author,
  now: string,
): RecordEvent[] {
  mustBeAlive(record);
  const { reviewEvery } = lessonIn(record, lessonId);
  const nextReviewAt = reviewEvery === undefined ? undefined : addDuration(now, reviewEvery);
  return [
    {
      type: 'Lesson Put In Place',
      data: {
        postMortemId: record.id,
        lessonId,
        reference,
        ...(nextReviewAt === undefined ? {} : { nextReviewAt }),
        by,
        at: now,
      },
    },
  ];
}

/** The deadline of a lesson passed. Told once for each deadline. */
export function lessonDue(record: PostMortem, lessonId: PartId, now: string): RecordEvent[] {
  const lesson = isAlive(record) ? record.lessons.find(({ id }) => id === lessonId) : undefined;
  const dueAt = lesson === undefined ? undefined : lessonDueAt(lesson);
  if (lesson === undefined || dueAt === undefined) return [];
  if (Date.parse(dueAt) > Date.parse(now) || lesson.announcedDueAt === dueAt) return [];
  const { document, ownerTeam } = lesson;
  return [{ type: 'Lesson Due', data: { postMortemId: record.id, lessonId, document, ownerTeam, dueAt } }];
}

/** Time runs out for somebody who has to be told. Said once for each deadline, early enough to do something about it. */
export function notificationDue(
  record: PostMortem,
  notificationId: PartId,
  now: string,
  { postMortem }: { postMortem: PostMortemPolicy },
): RecordEvent[] {
  const notification = isAlive(record) ? record.notifications.find(({ id }) => id === notificationId) : undefined;
  const dueAt = notification === undefined ? undefined : openDeadlineOf(notification);
  if (notification === undefined || dueAt === undefined || notification.announcedDueAt === dueAt) return [];
  if (Date.parse(subtractDuration(dueAt, postMortem.notificationWarning)) > Date.parse(now)) return [];
  const { regime, stage } = notification;
  return [{ type: 'Notification Due', data: { postMortemId: record.id, notificationId, regime, stage, dueAt } }];
}

export function notificationSent(
  record: PostMortem,
  notificationId: PartId,
  sent: { sentAt: string; reference?: string | undefined; url?: string | undefined },
  by: Author,
): RecordEvent[] {
  mustBeAlive(record);
  if (!record.notifications.some(({ id }) => id === notificationId)) {
    throw new Refusal('unknown part', `there is no notification ${notificationId} in this record`);
  }
  return [{ type: 'Notification Sent', data: { postMortemId: record.id, notificationId, ...sent, by } }];
}

function lessonIn(record: PostMortem, id: PartId): Lesson {
  const lesson = record.lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new Refusal('unknown part', `there is no lesson ${id} in this record`);
  return lesson;
}
