import * as z from 'zod';
import { ChainedEvent } from '../events/recorded-event.ts';
import type { PostMortemId } from '../words/identifiers.ts';
import { brokenLinkAfter, ChainHead, GENESIS, type Sha256 } from './audit-chain.ts';
import { RecordFinding, type Witness } from './record-finding.ts';

/** State of the examination of a chain that is read page by page: what the next page must follow, and the first faults so far. */
export const ChainSoFar = z.object({
  /** Entries that were read. */
  entries: z.int().nonnegative(),
  /** The newest of them, as it names itself. */
  last: ChainHead,
  /** The first entry that is none. Nothing is said of those after it. */
  unreadable: RecordFinding.optional(),
  /** The first link that does not hold. */
  broken: RecordFinding.optional(),
  /** The first witness that says something else, and the newest entry that one before it agreed on. */
  against: RecordFinding.optional(),
  witnessed: z.int().nonnegative(),
});
export type ChainSoFar = z.infer<typeof ChainSoFar>;

export const NO_CHAIN: ChainSoFar = { entries: 0, last: { sequence: 0, lastHash: GENESIS }, witnessed: 0 };

/** What a chain is held to. */
export type ChainRules = {
  /** Record of which every entry must be. */
  id: PostMortemId;
  /** Item names of the head and of the entries, as findings tell them. */
  names: { head: string; entry: (sequence: number) => string };
  /** Heads of this chain, the oldest first. */
  witnesses: readonly Witness[];
  sha256: Sha256;
};

/** With the fields that nobody knows: they would be no part of the hash that was computed. */
const LogEntry = ChainedEvent.loose();

/**
 * Follows a chain over its next entries.
 *
 * @param stored as they are stored: what may have been changed by another hand is unknown
 * @returns the chain so far, and those entries when every link up to them holds
 */
export function followChain(
  before: ChainSoFar,
  stored: readonly unknown[],
  rules: ChainRules,
): { chain: ChainSoFar; whole: ChainedEvent[] } {
  if (before.unreadable !== undefined) return { chain: before, whole: [] };
  const { read, unreadable } = readEntries(stored, before.entries, rules);
  const newest = read.at(-1);
  const last = newest === undefined ? before.last : { sequence: newest.sequence, lastHash: newest.hash };
  const broken = before.broken ?? brokenLink(before.last, read, rules);
  const chain = { ...before, ...witnessed(before, read, rules), entries: before.entries + read.length, last };
  const found = { ...(broken === undefined ? {} : { broken }), ...(unreadable === undefined ? {} : { unreadable }) };
  return { chain: { ...chain, ...found }, whole: isWhole({ ...chain, ...found }) ? read : [] };
}

/** True when no link of it is broken so far. */
export const isWhole = ({ unreadable, broken }: ChainSoFar): boolean =>
  unreadable === undefined && broken === undefined;

/** What a chain shows that was read to its end. @param head undefined when there is none */
export function chainFindings(chain: ChainSoFar, head: ChainHead | undefined, rules: ChainRules): RecordFinding[] {
  if (chain.unreadable !== undefined) return [chain.unreadable];
  const found = [chain.broken ?? headFinding(chain, head, rules), chain.against ?? cutOff(chain, rules)];
  return found.filter((one) => one !== undefined);
}

function readEntries(
  stored: readonly unknown[],
  before: number,
  { names }: ChainRules,
): { read: ChainedEvent[]; unreadable?: RecordFinding } {
  const read: ChainedEvent[] = [];
  for (const entry of stored) {
    const parsed = LogEntry.safeParse(entry);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
      const what = `it is no entry of a log: ${fields}`;
      const where = names.entry(before + read.length + 1);
      return { read, unreadable: { kind: 'broken chain', where, what } };
    }
    read.push(parsed.data);
  }
  return { read };
}

function brokenLink(
  before: ChainHead,
  entries: readonly ChainedEvent[],
  { id, names, sha256 }: ChainRules,
): RecordFinding | undefined {
  const broken = brokenLinkAfter(before, entries, sha256);
  if (broken !== undefined) {
    return { kind: 'broken chain', where: names.entry(broken.sequence), what: broken.because };
  }
  const foreign = entries.find(({ postMortemId }) => postMortemId !== id);
  if (foreign === undefined) return undefined;
  const what = `it is of another record, ${foreign.postMortemId}`;
  return { kind: 'broken chain', where: names.entry(foreign.sequence), what };
}

/** A chain that is whole can still be another one: whoever changed an entry can compute all hashes after it anew. */
function witnessed(
  before: ChainSoFar,
  entries: readonly ChainedEvent[],
  { witnesses }: ChainRules,
): Pick<ChainSoFar, 'against' | 'witnessed'> {
  if (before.against !== undefined) return { against: before.against, witnessed: before.witnessed };
  let lastGood = before.witnessed;
  for (const witness of witnesses) {
    const found = entries[witness.sequence - 1 - before.entries];
    if (found === undefined) continue;
    if (found.hash !== witness.hash) {
      return { against: rewritten(witness, `it has ${short(found.hash)} now`, lastGood), witnessed: lastGood };
    }
    lastGood = witness.sequence;
  }
  return { witnessed: lastGood };
}

/** A witness of an entry that is not there. */
function cutOff({ entries, witnessed }: ChainSoFar, { witnesses }: ChainRules): RecordFinding | undefined {
  const witness = witnesses.find(({ sequence }) => sequence > entries);
  return witness === undefined ? undefined : rewritten(witness, `the log ends with entry ${entries}`, witnessed);
}

function rewritten({ where, sequence, hash }: Witness, now: string, lastGood: number): RecordFinding {
  const what = `entry ${sequence} had the hash ${short(hash)}, ${now}: the log was rewritten after entry ${lastGood}`;
  return { kind: 'anchor', where, what };
}

function headFinding(
  { last }: ChainSoFar,
  head: ChainHead | undefined,
  { names }: ChainRules,
): RecordFinding | undefined {
  if (head === undefined && last.sequence === 0) return undefined;
  if (head === undefined) return { kind: 'head', where: names.head, what: 'the log is there, the head is gone' };
  if (head.sequence === last.sequence && head.lastHash === last.lastHash) return undefined;
  const what = `it names entry ${head.sequence} (${short(head.lastHash)}), the log ends with ${last.sequence} (${short(last.lastHash)})`;
  return { kind: 'head', where: names.head, what };
}

const short = (hash: string) => `${hash.slice(0, 12)}…`;
