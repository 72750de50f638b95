import type { PartId, PostMortemId } from '../domain/identifiers.ts';
import { type Arrival, receiveEvidence } from '../domain/keep-evidence.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import type { Cause } from '../domain/recorded-event.ts';
import { Refusal } from '../domain/refusal.ts';
import { NotFound } from '../store/errors.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { evidenceIn } from './find-evidence.ts';
import { measure } from './measure.ts';

export type CheckDependencies = {
  store: Pick<RecordStore, 'postMortem' | 'changePostMortem'>;
  evidenceFiles: Pick<EvidenceFiles, 'newest' | 'open'>;
  now: () => string;
};

/**
 * Looks now whether an upload is here, and does not wait for S3 to tell: S3's event may be late, or lost. The same rule
 * decides as when it comes, on the newest version.
 *
 * @throws NotFound, Refusal when nothing has arrived
 */
export async function checkReceived(
  { store, evidenceFiles, now }: CheckDependencies,
  id: PostMortemId,
  evidenceId: PartId,
  cause: Cause,
): Promise<PostMortem> {
  const record = await store.postMortem(id);
  if (record === undefined) throw new NotFound(`post-mortem ${id}`);
  const { status, key } = evidenceIn(record, evidenceId);
  if (status === 'held') return record;
  const arrival = await newestArrival(evidenceFiles, key);
  if (arrival === undefined) {
    throw new Refusal('wrong state', 'nothing has arrived yet; upload the file, with a new link where the old is over');
  }
  return store.changePostMortem(id, (current) => receiveEvidence(current, evidenceId, arrival, now()), cause);
}

/** S3 has compared every upload through a link of ours with its hash; what came on another way is read to its end. */
async function newestArrival(files: CheckDependencies['evidenceFiles'], key: string): Promise<Arrival | undefined> {
  const newest = await files.newest(key);
  if (newest === undefined) return undefined;
  const { versionId, bytes, sha256 } = newest;
  if (sha256 !== undefined) return { versionId, bytes, sha256 };
  const file = await files.open(key, versionId);
  return file === undefined ? undefined : measure(file);
}
