import * as z from 'zod';
import type { ChainedEvent } from '../events/recorded-event.ts';
import { canonicalJson } from '../words/canonical-json.ts';

/** Previous hash of the first entry of every chain. */
export const GENESIS = '0'.repeat(64);

export const ChainHead = z.object({ sequence: z.int().nonnegative(), lastHash: z.string() });
export type ChainHead = z.infer<typeof ChainHead>;

/** SHA-256 of a text as 64 hexadecimal digits. An argument, so that the domain needs no platform. */
export type Sha256 = (text: string) => string;

type Unchained = Omit<ChainedEvent, 'sequence' | 'previousHash' | 'hash'>;

/** Adds an event to a chain. */
export function chained(head: ChainHead, event: Unchained, sha256: Sha256): ChainedEvent {
  const entry = { ...event, sequence: head.sequence + 1, previousHash: head.lastHash };
  return { ...entry, hash: sha256(canonicalJson(entry)) };
}

export type BrokenLink = { sequence: number; because: string };

/** The first entry of a log that was changed, removed or put in between; undefined when the chain is whole. */
export const firstBrokenLink = (log: readonly ChainedEvent[], sha256: Sha256): BrokenLink | undefined =>
  brokenLinkAfter({ sequence: 0, lastHash: GENESIS }, log, sha256);

/** The same for a part of a log. @param before the entry that the part must follow */
export function brokenLinkAfter(
  before: ChainHead,
  part: readonly ChainedEvent[],
  sha256: Sha256,
): BrokenLink | undefined {
  let previous = before;
  for (const { hash, ...entry } of part) {
    if (entry.sequence !== previous.sequence + 1) {
      return { sequence: previous.sequence + 1, because: `entry missing: the next one is ${entry.sequence}` };
    }
    if (entry.previousHash !== previous.lastHash) {
      return { sequence: entry.sequence, because: 'it does not follow the entry before it' };
    }
    if (sha256(canonicalJson(entry)) !== hash) return { sequence: entry.sequence, because: 'its content was changed' };
    previous = { sequence: entry.sequence, lastHash: hash };
  }
  return undefined;
}
