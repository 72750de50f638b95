import { ChainedEvent } from '../events/recorded-event.ts';
import type { PostMortemId } from '../words/identifiers.ts';
import type { AnchoredHead } from './anchor.ts';
import { type ChainHead, firstBrokenLink, type Sha256 } from './audit-chain.ts';

/** A contradiction between log, state and anchors, and the item or file that shows it. */
export type RecordFinding = {
  kind: 'missing record' | 'broken chain' | 'head' | 'anchor' | 'state' | 'unreadable';
  where: string;
  what: string;
};

/** A head that somebody wrote down at the time, and where. */
export type Witness = AnchoredHead & { where: string };

/** A chain of a record as it is stored. What may have been changed by another hand is unknown. */
export type StoredChain = {
  id: PostMortemId;
  /** Undefined when there is none. */
  head: ChainHead | undefined;
  entries: readonly unknown[];
  /** Item names of the head and of the entries, as findings tell them. */
  names: { head: string; entry: (sequence: number) => string };
};

/** With the fields that nobody knows: they would be no part of the hash that was computed. */
const LogEntry = ChainedEvent.loose();

/**
 * Holds a chain to its hashes, its head and its witnesses.
 *
 * @param witnesses heads of this chain, the oldest first
 * @returns what was found, and the entries when every link between them holds
 */
export function examineChain(
  chain: StoredChain,
  witnesses: readonly Witness[],
  sha256: Sha256,
): { findings: RecordFinding[]; whole: ChainedEvent[] | undefined } {
  const entries = readEntries(chain);
  if ('kind' in entries) return { findings: [entries], whole: undefined };
  const broken = brokenLink(chain, entries, sha256);
  const rewritten = rewrittenSince(entries, witnesses);
  const findings = [broken ?? headFinding(chain, entries), rewritten].filter((one) => one !== undefined);
  return { findings, whole: broken === undefined ? entries : undefined };
}

function readEntries({ entries, names }: StoredChain): ChainedEvent[] | RecordFinding {
  const read: ChainedEvent[] = [];
  for (const entry of entries) {
    const parsed = LogEntry.safeParse(entry);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
      const what = `it is no entry of a log: ${fields}`;
      return { kind: 'broken chain', where: names.entry(read.length + 1), what };
    }
    read.push(parsed.data);
  }
  return read;
}

function brokenLink(
  { id, names }: StoredChain,
  entries: readonly ChainedEvent[],
  sha256: Sha256,
): RecordFinding | undefined {
  const broken = firstBrokenLink(entries, sha256);
  if (broken !== undefined) {
    return { kind: 'broken chain', where: names.entry(broken.sequence), what: broken.because };
  }
  const foreign = entries.find(({ postMortemId }) => postMortemId !== id);
  if (foreign === undefined) return undefined;
  const what = `it is of another record, ${foreign.postMortemId}`;
  return { kind: 'broken chain', where: names.entry(foreign.sequence), what };
}

function headFinding({ head, names }: StoredChain, entries: readonly ChainedEvent[]): RecordFinding | undefined {
  const last = entries.at(-1);
  if (head === undefined && last === undefined) return undefined;
  if (head === undefined) return { kind: 'head', where: names.head, what: 'the log is there, the head is gone' };
  if (head.sequence === last?.sequence && head.lastHash === last.hash) return undefined;
  const what = `it names entry ${head.sequence} (${short(head.lastHash)}), the log ends with ${last?.sequence ?? 0} (${short(last?.hash ?? '')})`;
  return { kind: 'head', where: names.head, what };
}

/** A chain that is whole can still be another one: whoever changed an entry can compute all hashes after it anew. */
function rewrittenSince(entries: readonly ChainedEvent[], witnesses: readonly Witness[]): RecordFinding | undefined {
  const agrees = ({ sequence, hash }: Witness) => entries[sequence - 1]?.hash === hash;
  const against = witnesses.find((witness) => !agrees(witness));
  if (against === undefined) return undefined;
  const { where, sequence, hash } = against;
  const found = entries[sequence - 1]?.hash;
  const lastGood = witnesses.slice(0, witnesses.indexOf(against)).at(-1)?.sequence ?? 0;
  const now = found === undefined ? `the log ends with entry ${entries.length}` : `it has ${short(found)} now`;
  const what = `entry ${sequence} had the hash ${short(hash)}, ${now}: the log was rewritten after entry ${lastGood}`;
  return { kind: 'anchor', where, what };
}

const short = (hash: string) => `${hash.slice(0, 12)}…`;
