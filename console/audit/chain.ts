import { canonicalJson } from './canonical-json.ts';

/** An entry of a log, as far as its chain goes. */
export type Link = { sequence: number; previousHash: string; hash: string; postMortemId: string };

/** Where a chain does not hold: what the entry says, and what it should say. */
export type Fault = { sequence: number; because: string; says: string; is: string };

/** How far a chain was followed: entries that hold, and the hash of the last of them. */
export type Followed = { entries: number; head: string; fault?: Fault };

/** Before the first entry. */
export const NOTHING_FOLLOWED: Followed = { entries: 0, head: '0'.repeat(64) };

type Rules = {
  /** The record of which every entry has to be. */
  id: string;
  /** 64 hexadecimal digits of a text. */
  sha256: (text: string) => Promise<string>;
};

/** Follows a chain over its next entries, up to the first that does not hold. Of those after it, nothing is said. */
export async function followed(before: Followed, entries: readonly Link[], { id, sha256 }: Rules): Promise<Followed> {
  if (before.fault !== undefined) return before;
  let so = before;
  for (const { hash, ...rest } of entries) {
    const fault = misplaced(so, rest, id);
    if (fault !== undefined) return { ...so, fault };
    const is = await sha256(canonicalJson(rest));
    if (is !== hash) {
      return { ...so, fault: { sequence: rest.sequence, because: 'its content was changed', says: hash, is } };
    }
    so = { entries: rest.sequence, head: hash };
  }
  return so;
}

function misplaced(
  { entries, head }: Followed,
  { sequence, previousHash, postMortemId }: Omit<Link, 'hash'>,
  id: string,
): Fault | undefined {
  const hashes = { says: previousHash, is: head };
  if (sequence !== entries + 1) {
    return { sequence: entries + 1, because: `entry missing: the next one is ${sequence}`, ...hashes };
  }
  if (previousHash !== head) return { sequence, because: 'it does not follow the entry before it', ...hashes };
  if (postMortemId !== id) return { sequence, because: `it is of another record, ${postMortemId}`, ...hashes };
  return undefined;
}
