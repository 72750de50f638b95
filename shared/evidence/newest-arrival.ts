import type { Arrival } from '../domain/record/evidence/keep-evidence.ts';
import { Refusal } from '../domain/words/refusal.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { measure } from './measure.ts';

/**
 * Looks under a key now, without waiting until S3 tells: its message may be late, or lost. S3 has compared
 * every upload through a link of ours with its hash; what came on another way is read to its end.
 *
 * @throws Refusal when nothing has arrived
 */
export async function newestArrival(files: Pick<EvidenceFiles, 'newest' | 'open'>, key: string): Promise<Arrival> {
  const newest = await files.newest(key);
  if (newest?.sha256 !== undefined) {
    const { versionId, bytes, sha256 } = newest;
    return { versionId, bytes, sha256 };
  }
  const file = newest && (await files.open(key, newest.versionId));
  if (file !== undefined) return measure(file);
  throw new Refusal('wrong state', 'nothing has arrived yet; upload the file, with a new link where the old is over');
}
