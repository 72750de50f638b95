import { type Claimant, type Guarded, may } from '../../access/access.ts';
import { stricterTlp, type Tlp } from '../../words/tlp.ts';
import type { Evidence } from '../content/evidence.ts';
import type { PostMortem } from '../post-mortem.ts';

/** The mark that counts: the stricter one of the evidence's own and its record's. */
export const evidenceTlp = (record: Pick<PostMortem, 'tlp'>, evidence: Pick<Evidence, 'tlp'>): Tlp =>
  evidence.tlp === undefined ? record.tlp : stricterTlp(record.tlp, evidence.tlp);

/**
 * True when somebody may open a piece of evidence: as if the whole record had the stricter mark. That it exists, its hash
 * and its custody log are for everybody who may read the record; this is about the bytes.
 */
export function mayOpenEvidence(record: PostMortem, evidence: Evidence, reader: Claimant): boolean {
  return may(reader, 'open evidence', { tlp: evidenceTlp(record, evidence), ...involvedIn(record, evidence) });
}

/**
 * People involved, for access to evidence. Its own mark counts more than a hand in the record: any analyst can write in a record that is less
 * strict, and raise its mark to that of the evidence afterwards. Only whoever brought the evidence is named by it.
 */
function involvedIn(record: PostMortem, evidence: Evidence): Omit<Guarded, 'tlp'> {
  const isItsOwn = evidence.tlp !== undefined && evidence.tlp === evidenceTlp(record, evidence);
  if (isItsOwn) return { authors: [evidence.addedBy], team: [] };
  return { authors: record.authors, team: record.sections.framework?.team ?? [] };
}
