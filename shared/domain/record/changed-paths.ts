import { LIST_OF, type PartKind } from './content/parts.ts';
import type { RecordEvent } from './events/record-events.ts';

const part = (kind: PartKind, id: string): string => `${LIST_OF[kind]}.${id}`;
const entry = ({ id }: { id: string }): string => `timeline.${id}`;

/** Paths of a record that an event changed. They name things and tell nothing of what stands there. */
export function changedPaths(event: RecordEvent): string[] {
  switch (event.type) {
    case 'Section Written':
      return [`sections.${event.data.section}`];
    case 'Timeline Entry Added':
    case 'Timeline Entry Changed':
    case 'Timeline Entry Removed':
      return [entry(event.data.entry)];
    case 'Timeline Entries Added':
      return event.data.entries.map(entry);
    case 'Root Cause Added':
      return [part('root cause', event.data.rootCause.id)];
    case 'Contributing Factor Added':
      return [part('contributing factor', event.data.factor.id)];
    case 'Recommendation Proposed':
    case 'Recommendation Risk Accepted':
    case 'Recommendation Declined':
    case 'Recommendation Approved':
      return [part('recommendation', event.data.recommendation.id)];
    case 'Part Added':
    case 'Part Changed':
      return [part(event.data.part.kind, event.data.part.content.id)];
    case 'Part Removed':
      return [part(event.data.kind, event.data.partId)];
    case 'Lesson Claimed':
    case 'Lesson Confirmed':
    case 'Lesson Claim Refused':
    case 'Lesson Reviewed':
    case 'Lesson No Longer Holds':
    case 'Lesson Put In Place':
    case 'Lesson Due':
      return [part('lesson', event.data.lessonId)];
    case 'Temporary Measure Removed':
    case 'Temporary Measure Extended':
    case 'Temporary Measure Due':
      return [part('temporary measure', event.data.measureId)];
    case 'Notification Sent':
    case 'Notification Due':
      return [part('notification', event.data.notificationId)];
    case 'Evidence Received':
    case 'Evidence Refused':
      return [part('evidence', event.data.evidenceId)];
    case 'Comment Added':
    case 'Comment Changed':
    case 'Comment Resolved':
    case 'Comment Reopened':
      return [`comments.${event.data.commentId}`];
    case 'Hints Dismissed':
    case 'Hints Reopened':
      return ['dismissedHints'];
    case 'Record Classified':
      return (['kind', 'category', 'severity', 'tlp', 'dueAt'] as const).filter(
        (field) => event.data[field] !== undefined,
      );
    case 'Approval Given':
      return ['approvals'];
    case 'Incident Ticket Linked':
      return ['isLinkedToTicket'];
    case 'Post-Mortem Absorbed':
      return ['absorbed'];
    case 'Post-Mortem Returned':
      return ['returnedBecause', 'status'];
    case 'Post-Mortem Carried On':
      return [...(event.data.dueAt === undefined ? [] : ['dueAt']), 'status'];
    case 'Post-Mortem Waived':
    case 'Post-Mortem Merged':
      return ['ended', 'status'];
    case 'Post-Mortem Opened':
    case 'Post-Mortem Submitted':
    case 'Post-Mortem Approved':
    case 'Post-Mortem Closed':
    case 'Post-Mortem Resumed':
    case 'Import Finished':
      return ['status'];
    case 'Evidence Opened':
    case 'Record Read':
      return [];
  }
}
