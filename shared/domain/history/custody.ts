import { canonicalJson } from './audit-chain.ts';
import { parseEvent } from '../events/events.ts';
import type { Evidence } from '../record/content/evidence.ts';
import type { PartId } from '../words/identifiers.ts';
import type { Part } from '../record/content/parts.ts';
import type { Actor } from '../words/person.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { ChainedEvent } from '../events/recorded-event.ts';
import { Refusal } from '../words/refusal.ts';

/** What people may still correct once a piece of evidence was announced. Everything else is its custody. */
const DESCRIPTIVE = ['description', 'tlp', 'collectedAt', 'collectedBy'] as const satisfies (keyof Evidence)[];

/** Evidence is not rewritten: name, size, hash, place and status are what the log says that they are. */
export function mustKeepItsCustody({ evidence }: PostMortem, { kind, content }: Part): void {
  if (kind !== 'evidence') return;
  const before = evidence.find(({ id }) => id === content.id);
  if (before !== undefined && canonicalJson(custodyIn(before)) === canonicalJson(custodyIn(content))) return;
  throw new Refusal(
    'wrong state',
    `of evidence only ${DESCRIPTIVE.join(', ')} can be changed; announce another file as another piece of evidence`,
  );
}

function custodyIn(evidence: Evidence): Record<string, unknown> {
  return Object.fromEntries(Object.entries(evidence).filter(([field]) => !DESCRIPTIVE.some((one) => one === field)));
}

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
