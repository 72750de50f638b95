import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { Evidence } from '../domain/record/content/evidence.ts';
import { ownKey } from '../domain/record/evidence/evidence-key.ts';
import { addDuration, durationMs } from '../domain/words/duration.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import type { EvidenceFiles } from './evidence-files.ts';

export type ReadingDependencies = {
  evidenceFiles: Pick<EvidenceFiles, 'readLink'>;
  config: Pick<HoldfastConfig, 'evidence'>;
  now: () => string;
};

/** A link to exactly the version that is held. That somebody opens it has to be in the log before. */
export async function offerReading(
  { evidenceFiles, config, now }: ReadingDependencies,
  record: PostMortemId,
  evidence: Evidence,
) {
  const { id, name, bytes, sha256, versionId } = evidence;
  const key = ownKey(record, evidence);
  if (versionId === undefined) throw new Error(`the evidence ${id} is held, and nobody knows which version`);
  const { readWithin } = config.evidence;
  const expiresAt = addDuration(now(), readWithin);
  const url = await evidenceFiles.readLink({ key, versionId, name }, durationMs(readWithin));
  return { url, expiresAt, name, bytes, sha256, versionId };
}
