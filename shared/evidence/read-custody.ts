import * as z from 'zod';
import { type BrokenLink, brokenLinkAfter, ChainHead, GENESIS } from '../domain/history/audit-chain.ts';
import { type CustodyEntry, custodyOf } from '../domain/history/custody.ts';
import type { PartId, PostMortemId } from '../domain/words/identifiers.ts';
import { sha256 } from '../sha256.ts';
import { NotFound } from '../store/errors.ts';
import type { RecordStore } from '../store/records/record-store.ts';

/** How far a log was read for the custody of a piece of evidence, and what holds of it up to there. */
export const CustodySoFar = z.object({
  last: ChainHead,
  broken: z.object({ sequence: z.int(), because: z.string() }).optional(),
  /** The log has told of it. */
  isKnown: z.boolean(),
});
export type CustodySoFar = z.infer<typeof CustodySoFar>;

export type Custody = {
  /** What these pages of the log tell. */
  custody: CustodyEntry[];
  /** State of the whole audit log: an entry that is missing may be one of this evidence. Undefined before its end. */
  chain: { isWhole: boolean; entries: number; lastHash: string; broken?: BrokenLink } | undefined;
  /** Position from which to read on; undefined at the end. */
  next: CustodySoFar | undefined;
};

const NOTHING: CustodySoFar = { last: { sequence: 0, lastHash: GENESIS }, isKnown: false };
/** Entries of a page, which ends at DynamoDB's 1 MB where they are long. */
const PAGE_ENTRIES = 500;

/**
 * Everything that ever happened to a piece of evidence, also when it was taken out of the record.
 *
 * @param pages of the log that are read at the most
 * @throws NotFound when the log never heard of it, at its end
 */
export async function readCustody(
  store: Pick<RecordStore, 'eventsPage' | 'logHead'>,
  id: PostMortemId,
  evidenceId: PartId,
  pages: number,
  before: CustodySoFar = NOTHING,
): Promise<Custody> {
  const custody: CustodyEntry[] = [];
  // Before the log: it only grows, so one that ends before this was cut.
  const head = await store.logHead(id);
  let soFar = before;
  for (let read = 0; read < pages; read += 1) {
    const { events, next } = await store.eventsPage(id, { after: soFar.last.sequence, limit: PAGE_ENTRIES });
    const broken = soFar.broken ?? brokenLinkAfter(soFar.last, events, sha256);
    const newest = events.at(-1);
    custody.push(...custodyOf(events, evidenceId));
    soFar = {
      last: newest === undefined ? soFar.last : { sequence: newest.sequence, lastHash: newest.hash },
      isKnown: soFar.isKnown || custody.length > 0,
      ...(broken === undefined ? {} : { broken }),
    };
    if (next === undefined) return atTheEnd(id, evidenceId, custody, heldTo(head, soFar));
  }
  return { custody, chain: undefined, next: soFar };
}

/** @param head where the log has to reach at least */
function heldTo(head: ChainHead | undefined, soFar: CustodySoFar): CustodySoFar {
  const { sequence } = soFar.last;
  if (soFar.broken !== undefined || (head !== undefined && head.sequence <= sequence)) return soFar;
  const because = head === undefined ? 'the record has no head' : `entries are missing up to ${head.sequence}`;
  return { ...soFar, broken: { sequence: sequence + 1, because } };
}

function atTheEnd(
  id: PostMortemId,
  evidenceId: PartId,
  custody: CustodyEntry[],
  { last, broken, isKnown }: CustodySoFar,
): Custody {
  if (!isKnown) throw new NotFound(`evidence ${evidenceId} in post-mortem ${id}`);
  const chain = { isWhole: broken === undefined, entries: last.sequence, lastHash: last.lastHash };
  return { custody, chain: broken === undefined ? chain : { ...chain, broken }, next: undefined };
}
