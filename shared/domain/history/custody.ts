import { parseEvent } from '../events/events.ts';
import type { ChainedEvent } from '../events/recorded-event.ts';
import { isRecordEvent } from '../record/events/record-events.ts';
import type { PartId } from '../words/identifiers.ts';
import type { Actor } from '../words/person.ts';

/** One thing that happened to a piece of evidence: when, by whom, and which entry of the audit log says so. */
export type CustodyEntry = { at: string; by: Actor; sequence: number; hash: string } & (
  | { what: 'announced'; name: string; mediaType: string; bytes: number; sha256: string }
  | { what: 'described' }
  | { what: 'received'; sha256: string; versionId?: string | undefined }
  | { what: 'refused'; because: string; versionId?: string | undefined }
  | { what: 'opened'; purpose: string }
  | { what: 'removed' }
);

/** The chain of custody of one piece of evidence, in order. Empty when the log never heard of it. */
export function custodyOf(log: readonly ChainedEvent[], evidenceId: PartId): CustodyEntry[] {
  return log.flatMap((event) => {
    const happened = happenedTo(evidenceId, event);
    if (happened === undefined) return [];
    const { occurredAt: at, actor: by, sequence, hash } = event;
    return [{ at, by, sequence, hash, ...happened }];
  });
}

type Happened = CustodyEntry extends infer Entry
  ? Entry extends CustodyEntry
    ? Omit<Entry, 'at' | 'by' | 'sequence' | 'hash'>
    : never
  : never;

function happenedTo(evidenceId: PartId, { type, data }: ChainedEvent): Happened | undefined {
  const event = parseEvent(type, data);
  if (!isRecordEvent(event)) return undefined;
  switch (event.type) {
    case 'Part Added': {
      const { kind, content } = event.data.part;
      if (kind !== 'evidence' || content.id !== evidenceId) return undefined;
      const { name, mediaType, bytes, sha256 } = content;
      return { what: 'announced', name, mediaType, bytes, sha256 };
    }
    case 'Part Changed':
      return event.data.part.content.id === evidenceId ? { what: 'described' } : undefined;
    case 'Part Removed':
      return event.data.partId === evidenceId ? { what: 'removed' } : undefined;
    case 'Evidence Received': {
      const { sha256, versionId } = event.data;
      return event.data.evidenceId === evidenceId ? { what: 'received', sha256, versionId } : undefined;
    }
    case 'Evidence Refused': {
      const { because, versionId } = event.data;
      return event.data.evidenceId === evidenceId ? { what: 'refused', because, versionId } : undefined;
    }
    case 'Evidence Opened':
      return event.data.evidenceId === evidenceId ? { what: 'opened', purpose: event.data.purpose } : undefined;
    case 'Post-Mortem Opened':
    case 'Incident Ticket Linked':
    case 'Record Classified':
    case 'Post-Mortem Submitted':
    case 'Approval Given':
    case 'Post-Mortem Returned':
    case 'Post-Mortem Approved':
    case 'Post-Mortem Closed':
    case 'Post-Mortem Resumed':
    case 'Post-Mortem Carried On':
    case 'Post-Mortem Waived':
    case 'Post-Mortem Absorbed':
    case 'Post-Mortem Merged':
    case 'Import Finished':
    case 'Lesson Claimed':
    case 'Lesson Confirmed':
    case 'Lesson Claim Refused':
    case 'Lesson Reviewed':
    case 'Lesson No Longer Holds':
    case 'Lesson Put In Place':
    case 'Temporary Measure Removed':
    case 'Temporary Measure Extended':
    case 'Temporary Measure Due':
    case 'Notification Sent':
    case 'Notification Due':
    case 'Lesson Due':
    case 'Section Written':
    case 'Timeline Entry Added':
    case 'Timeline Entries Added':
    case 'Timeline Entry Changed':
    case 'Timeline Entry Removed':
    case 'Root Cause Added':
    case 'Contributing Factor Added':
    case 'Recommendation Proposed':
    case 'Recommendation Risk Accepted':
    case 'Recommendation Declined':
    case 'Comment Added':
    case 'Comment Changed':
    case 'Comment Resolved':
    case 'Comment Reopened':
    case 'Hints Dismissed':
    case 'Hints Reopened':
    case 'Record Read':
    case 'Recommendation Approved':
      return undefined;
  }
}
