import { may, type Role } from './access.ts';
import type { Evidence } from './evidence.ts';
import { isSameHuman, type Person } from './person.ts';
import type { PostMortem } from './post-mortem.ts';
import { stricterTlp, type Tlp } from './tlp.ts';

export type Reader = { person: Person; roles: readonly Role[] };

/** The mark that counts: the stricter one of the evidence's own and its record's. */
export const evidenceTlp = (record: Pick<PostMortem, 'tlp'>, evidence: Pick<Evidence, 'tlp'>): Tlp =>
  evidence.tlp === undefined ? record.tlp : stricterTlp(record.tlp, evidence.tlp);

/**
 * Whether somebody may open a piece of evidence. That it exists, its hash and its custody log are for everybody who may
 * read the record; this is about the bytes. https://www.first.org/tlp/
 *
 * | mark | who |
 * | --- | --- |
 * | CLEAR, GREEN, AMBER | whoever may read records |
 * | AMBER+STRICT | whoever needs to know, because they work on records: not auditors |
 * | RED | the recipients who are named: who wrote in the record or submitted it, and who may judge it |
 */
export function mayOpenEvidence(record: PostMortem, evidence: Evidence, { person, roles }: Reader): boolean {
  if (!may(roles, 'read records')) return false;
  switch (evidenceTlp(record, evidence)) {
    case 'CLEAR':
    case 'GREEN':
    case 'AMBER':
      return true;
    case 'AMBER+STRICT':
      return may(roles, 'write records');
    case 'RED':
      return may(roles, 'judge records') || (may(roles, 'write records') && hasHandIn(record, person));
  }
}

function hasHandIn({ authors, submittedBy }: PostMortem, person: Person): boolean {
  const hands = submittedBy === undefined ? authors : [...authors, submittedBy];
  return hands.some((author) => author.kind === 'person' && isSameHuman(author, person));
}
