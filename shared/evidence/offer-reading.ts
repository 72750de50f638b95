import { addDuration, durationMs } from '../domain/duration.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Reader } from '../domain/evidence-access.ts';
import type { PartId, PostMortemId } from '../domain/identifiers.ts';
import { openEvidence } from '../domain/keep-evidence.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
import type { Cause } from '../domain/recorded-event.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { evidenceIn } from './find-evidence.ts';

export type ReadingDependencies = {
  store: Pick<RecordStore, 'changePostMortem'>;
  evidenceFiles: Pick<EvidenceFiles, 'readLink'>;
  config: Pick<HoldfastConfig, 'evidence'>;
  now: () => string;
};

export type ReadingOffer = Pick<Evidence, 'name' | 'bytes' | 'sha256' | 'versionId'> & {
  url: string;
  expiresAt: string;
};

/**
 * A link to read a piece of evidence. The log comes first: when the link cannot be made, it says that somebody wanted
 * to read what they did not get, and never the other way round.
 *
 * @throws NotFound, Refusal
 */
export async function offerReading(
  { store, evidenceFiles, config, now }: ReadingDependencies,
  id: PostMortemId,
  evidenceId: PartId,
  asked: { reader: Reader; purpose: string },
  cause: Cause,
): Promise<ReadingOffer> {
  const record = await store.changePostMortem(
    id,
    (current) => openEvidence(current, evidenceIn(current, evidenceId), asked.reader, asked.purpose, now()),
    cause,
  );
  const { key, name, bytes, sha256, versionId } = evidenceIn(record, evidenceId);
  if (versionId === undefined) throw new Error(`the evidence ${evidenceId} is held, and nobody knows which version`);
  const { readWithin } = config.evidence;
  const expiresAt = addDuration(now(), readWithin);
  const url = await evidenceFiles.readLink({ key, versionId, name }, durationMs(readWithin));
  return { url, expiresAt, name, bytes, sha256, versionId };
}
