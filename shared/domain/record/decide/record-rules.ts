import { isSameHuman, type Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import type { PostMortem } from '../post-mortem.ts';

export function mustBeOpen({ status }: PostMortem): void {
  if (status === 'open') return;
  throw new Refusal('wrong state', `the record is ${status}; only an open record can be changed or submitted`);
}

export function mustBeInReview({ status }: PostMortem): void {
  if (status === 'in review') return;
  throw new Refusal('wrong state', `the record is ${status}; it must be submitted and in review`);
}

/** Waived and merged records have come to their end; everything else goes on. */
export function isAlive({ status }: Pick<PostMortem, 'status'>): boolean {
  return status !== 'waived' && status !== 'merged';
}

/** True for a record that was imported as closed and not approved here since: nobody here owes its deadlines. */
export function isHistory({
  importedFrom,
  approvedAt,
  status,
}: Pick<PostMortem, 'importedFrom' | 'approvedAt' | 'status'>): boolean {
  return importedFrom !== undefined && approvedAt === undefined && status === 'closed';
}

export function mustBeAlive({ status, ended }: PostMortem): void {
  if (isAlive({ status })) return;
  const instead = ended?.mergedInto === undefined ? '' : `; go on in ${ended.mergedInto}`;
  throw new Refusal('wrong state', `the record is ${status}${instead}`);
}

/** Four eyes: whoever wrote a part of the record, or submitted it, cannot judge it. */
export function mustNotBeAuthor(record: Pick<PostMortem, 'authors' | 'submittedBy'>, by: Person): void {
  const hands = record.submittedBy === undefined ? record.authors : [...record.authors, record.submittedBy];
  const hasHand = hands.some((author) => author.kind === 'person' && isSameHuman(author, by));
  if (hasHand) throw new Refusal('four eyes', 'you wrote or submitted this record; a second person must judge it');
}
