import { type Claimant, type Guarded, may } from './access.ts';
import type { Evidence } from './evidence.ts';
import type { PostMortem } from './post-mortem.ts';
import { stricterTlp, type Tlp } from './tlp.ts';

/** Who wants to open evidence, and the team of the review, which counts at TLP:RED. */
export type Reader = Claimant & Pick<Guarded, 'team'>;

/** The mark that counts: the stricter one of the evidence's own and its record's. */
export const evidenceTlp = (record: Pick<PostMortem, 'tlp'>, evidence: Pick<Evidence, 'tlp'>): Tlp =>
  evidence.tlp === undefined ? record.tlp : stricterTlp(record.tlp, evidence.tlp);

/**
 * Whether somebody may open a piece of evidence. That it exists, its hash and its custody log are for everybody who may
 * read the record; this is about the bytes, and asks the one table of access with the mark that counts.
 */
export function mayOpenEvidence(
  record: Pick<PostMortem, 'tlp' | 'authors'>,
  evidence: Pick<Evidence, 'tlp'>,
  { team, ...claimant }: Reader,
): boolean {
  const { authors } = record;
  return may(claimant, 'open evidence', { authors, team, tlp: evidenceTlp(record, evidence) });
}
