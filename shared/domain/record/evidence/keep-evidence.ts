import type { Claimant } from '../../access/access.ts';
import type { PartId } from '../../words/identifiers.ts';
import type { Author } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import type { Evidence, EvidenceDraft } from '../content/evidence.ts';
import { mustBeAlive } from '../decide/record-rules.ts';
import { addPart } from '../decide/write-record.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import { evidenceTlp, mayOpenEvidence } from './evidence-access.ts';
import { evidenceKey, ownKey } from './evidence-key.ts';
import type { EvidencePolicy } from './evidence-policy.ts';

/** One version of an uploaded object, measured. */
export type Arrival = { versionId: string; bytes: number; sha256: string };

/** Names a file before it travels: from here on only these bytes count. */
export function announceEvidence(
  record: PostMortem,
  id: PartId,
  draft: EvidenceDraft,
  by: Author,
  now: string,
  rules: { evidence: EvidencePolicy },
): RecordEvent[] {
  mustBeTaken(draft, rules);
  const key = evidenceKey(record.id, id);
  const content: Evidence = { ...draft, id, status: 'expected', key, addedBy: by, addedAt: now };
  return addPart(record, { kind: 'evidence', content }, by);
}

/** True while an upload may still come: nothing came, or not what was announced. */
export const isAwaited = ({ status }: Pick<Evidence, 'status'>): boolean =>
  status === 'expected' || status === 'refused';

/** @throws Refusal when the bytes are here or elsewhere, or nothing more happens in this record */
export function mustWaitForUpload(record: PostMortem, evidence: Evidence): void {
  mustBeAlive(record);
  if (isAwaited(evidence)) return;
  const where = evidence.status === 'elsewhere' ? 'held where its record came from' : 'held';
  throw new Refusal('wrong state', `this evidence is ${where}; announce another file as another piece of evidence`);
}

/**
 * Holds an upload to its announcement. In every state of the record: what arrived, arrived. Said once for each version,
 * and never again once one is held.
 */
export function receiveEvidence(record: PostMortem, evidenceId: PartId, arrival: Arrival, now: string): RecordEvent[] {
  const evidence = record.evidence.find(({ id }) => id === evidenceId);
  if (evidence === undefined || !isAwaited(evidence)) return [];
  const { versionId } = arrival;
  const because = differenceTo(evidence, arrival);
  const data = { postMortemId: record.id, evidenceId, versionId, at: now };
  if (because === undefined) return [{ type: 'Evidence Received', data: { ...data, sha256: arrival.sha256 } }];
  return evidence.refusedBecause === because ? [] : [{ type: 'Evidence Refused', data: { ...data, because } }];
}

/** Written down before anybody gets a link: who opens the evidence, and what for. */
export function openEvidence(
  record: PostMortem,
  evidence: Evidence,
  reader: Claimant,
  purpose: string,
  now: string,
): RecordEvent[] {
  if (!mayOpenEvidence(record, evidence, reader)) {
    const mark = evidenceTlp(record, evidence);
    throw new Refusal(
      'tlp mark',
      `this evidence is TLP:${mark}, and your part in the record does not reach to open it`,
    );
  }
  if (evidence.status !== 'held') {
    throw new Refusal('wrong state', `this evidence is ${evidence.status}; there is nothing to open before it is held`);
  }
  const { id: evidenceId } = evidence;
  ownKey(record.id, evidence);
  return [
    { type: 'Evidence Opened', data: { postMortemId: record.id, evidenceId, purpose, by: reader.author, at: now } },
  ];
}

function mustBeTaken({ bytes, mediaType }: EvidenceDraft, { evidence }: { evidence: EvidencePolicy }): void {
  if (bytes > evidence.maxBytes) {
    const message = `${bytes} bytes are too many: the limit is ${evidence.maxBytes}; split the file, or compress it`;
    throw new Refusal('limit', message, [{ path: 'bytes', message }]);
  }
  if (!evidence.mediaTypes.includes(mediaType)) {
    const message = `${mediaType} is not taken; pack the file, or choose of ${evidence.mediaTypes.join(', ')}`;
    throw new Refusal('limit', message, [{ path: 'mediaType', message }]);
  }
}

function differenceTo(announced: Evidence, { versionId, bytes, sha256 }: Arrival): string | undefined {
  if (bytes !== announced.bytes) {
    return `version ${versionId} has ${bytes} bytes; ${announced.bytes} were announced`;
  }
  if (sha256 !== announced.sha256) {
    return `version ${versionId} has the SHA-256 ${sha256}; ${announced.sha256} was announced`;
  }
  return undefined;
}
