import { parseEvent } from '../events/events.ts';
import type { ChainedEvent } from '../events/recorded-event.ts';
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
    default:
      return undefined;
  }
}
