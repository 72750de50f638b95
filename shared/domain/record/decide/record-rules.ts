import { type Author, isSameEmail, isSameHuman, type Person } from '../../words/person.ts';
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

/** True for a record that was imported as closed and not approved here since: nobody here owes its deadlines, but those of temporary measures in force. */
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

/** Four eyes: whoever wrote a part of the record, or submitted it, or answers for a program that wrote in it, cannot judge it. */
export function mustNotBeAuthor(record: Pick<PostMortem, 'authors' | 'submittedBy'>, by: Person): void {
  const hands = record.submittedBy === undefined ? record.authors : [...record.authors, record.submittedBy];
  mustNotHaveHand(hands, by, {
    did: 'wrote or submitted this record',
    programDid: 'wrote in this record',
    wanted: 'a second person must judge it',
  });
}

/** What a refusal says of the hands that somebody had in it. */
type HandWords = { did: string; programDid: string; wanted: string };

/** Four eyes: whoever did it, or answers for a program that did, is not the second person. */
export function mustNotHaveHand(hands: readonly Author[], by: Person, words: HandWords): void {
  const hasHand = hands.some((author) => author.kind === 'person' && isSameHuman(author, by));
  if (hasHand) throw new Refusal('four eyes', `you ${words.did}; ${words.wanted}`);
  for (const author of hands) mustNotOwn(author, by, words);
}

/** A program's owner is known by an e-mail address alone. */
function mustNotOwn(author: Author, { email }: Person, { programDid, wanted }: HandWords): void {
  if (author.kind === 'person' || author.owner === undefined) return;
  const program = `the program ${author.name ?? author.id}`;
  if (email === undefined) {
    throw new Refusal(
      'four eyes',
      `${program} ${programDid}, and your sign-in has no verified e-mail address, so it cannot be shown that you do not ` +
        'answer for it; ask an admin to set your e-mail address in the user pool',
    );
  }
  if (!isSameEmail(email, author.owner)) return;
  throw new Refusal('four eyes', `you answer for ${program}, which ${programDid}; ${wanted}`);
}
