import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { Evidence } from '../domain/record/content/evidence.ts';
import { ownKey } from '../domain/record/evidence/evidence-key.ts';
import { addDuration, durationMs } from '../domain/words/duration.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import type { EvidenceFiles, UploadRequest } from './evidence-files.ts';

export type UploadOffer = UploadRequest & { expiresAt: string };

export type OfferDependencies = {
  evidenceFiles: Pick<EvidenceFiles, 'uploadLink'>;
  config: Pick<HoldfastConfig, 'evidence'>;
  now: () => string;
};

/** A request that puts the announced bytes, and no others, where they belong. */
export async function offerUpload(
  { evidenceFiles, config, now }: OfferDependencies,
  record: PostMortemId,
  evidence: Evidence,
): Promise<UploadOffer> {
  const key = ownKey(record, evidence);
  const { uploadWithin } = config.evidence;
  const expiresAt = addDuration(now(), uploadWithin);
  return { ...(await evidenceFiles.uploadLink({ ...evidence, key }, durationMs(uploadWithin))), expiresAt };
}
