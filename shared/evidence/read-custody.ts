import { type BrokenLink, firstBrokenLink } from '../domain/history/audit-chain.ts';
import { type CustodyEntry, custodyOf } from '../domain/history/custody.ts';
import type { PartId, PostMortemId } from '../domain/words/identifiers.ts';
import { sha256 } from '../sha256.ts';
import { NotFound } from '../store/errors.ts';
import type { RecordStore } from '../store/records/record-store.ts';

export type Custody = {
  custody: CustodyEntry[];
  /** State of the whole audit log: an entry that is missing may be one of this evidence. */
  chain: { isWhole: boolean; entries: number; lastHash: string; broken?: BrokenLink };
};

/**
 * Everything that ever happened to a piece of evidence, also when it was taken out of the record.
 *
 * @throws NotFound when the log never heard of it
 */
export async function readCustody(
  store: Pick<RecordStore, 'events'>,
  id: PostMortemId,
  evidenceId: PartId,
): Promise<Custody> {
  const log = await store.events(id);
  const custody = custodyOf(log, evidenceId);
  const last = log.at(-1);
  if (last === undefined || custody.length === 0) throw new NotFound(`evidence ${evidenceId} in post-mortem ${id}`);
  const broken = firstBrokenLink(log, sha256);
  const chain = { isWhole: broken === undefined, entries: log.length, lastHash: last.hash };
  return { custody, chain: broken === undefined ? chain : { ...chain, broken } };
}
