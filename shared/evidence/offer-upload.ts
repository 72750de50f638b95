import { addDuration, durationMs } from '../domain/duration.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
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
  evidence: Evidence,
): Promise<UploadOffer> {
  const { uploadWithin } = config.evidence;
  const expiresAt = addDuration(now(), uploadWithin);
  return { ...(await evidenceFiles.uploadLink(evidence, durationMs(uploadWithin))), expiresAt };
}
