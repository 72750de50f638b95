import { isProvenOnce, type Remediation } from '../../remediation/remediation.ts';
import type { RemediationEvent } from '../../remediation/remediation-events.ts';
import { subtractDuration } from '../../words/duration.ts';
import type { PartId } from '../../words/identifiers.ts';
import type { Author } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { openDeadlineOf } from '../content/notification.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import type { PostMortemPolicy } from '../record-policy.ts';
import { isAlive, isHistory, mustBeAlive } from './record-rules.ts';
import { measuresInForce } from './settle-measure.ts';

/** After which a record may be done with, or no longer is: each opens or settles something in it. */
export const MAY_SETTLE = [
  'Post-Mortem Approved',
  // Of logs of earlier versions.
  'Lesson Put In Place',
  'Lesson Confirmed',
  'Lesson No Longer Holds',
  'Temporary Measure Removed',
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
  const [measure] = measuresInForce(record);
  if (measure !== undefined) return `"${measure.what}", which was meant for a while, is in force still`;
  // What was confirmed stands while a later version waits for a second person.
  const lesson = record.lessons.find(
    ({ status, inPlace }) => status === 'open' || (status === 'claimed' && inPlace === undefined),
  );
  if (lesson === undefined) return undefined;
  return lesson.status === 'claimed'
    ? `the lesson for "${lesson.document}" waits for a second person to confirm it`
    : `the lesson for "${lesson.document}" is not in place`;
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
