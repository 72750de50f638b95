import type { Cause } from '../domain/events/recorded-event.ts';
import { custodyOf } from '../domain/history/custody.ts';
import type { Evidence } from '../domain/record/content/evidence.ts';
import { namedBy } from '../domain/record/evidence/evidence-key.ts';
import { type Arrival, receiveEvidence } from '../domain/record/evidence/keep-evidence.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import type { PartId, PostMortemId } from '../domain/words/identifiers.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { measure } from './measure.ts';

export type ReceiveDependencies = {
  store: Pick<RecordStore, 'postMortem' | 'events' | 'changePostMortem'>;
  evidenceFiles: Pick<EvidenceFiles, 'open'>;
  now: () => string;
};

/**
 * Takes in an upload.
 *
 * - `repeated`: this version was judged before
 * - `copy`: the bytes that are held, once more: a client that got no answer sends them again
 * - `second version`: other bytes than those that are held; these stay what they are
 * - `unknown`: no record announced it here, or it was taken out again
 * - `gone`: an administrator deleted it before it was read
 */
export type Received = 'held' | 'refused' | 'repeated' | 'copy' | 'second version' | 'unknown' | 'gone';

/**
 * Judges one version of one key. The key only says what to look up: what counts is the announcement in the record and
 * the bytes in the bucket. What no record knows is left where it is.
 */
export async function receiveUpload(
  { store, evidenceFiles, now }: ReceiveDependencies,
  { key, versionId }: { key: string; versionId: string },
  cause: Cause,
): Promise<Received> {
  const named = namedBy(key);
  if (named === undefined) return 'unknown';
  const { postMortemId, evidenceId } = named;
  const before = evidenceOf(await store.postMortem(postMortemId), evidenceId);
  if (before === undefined || before.status === 'elsewhere') return 'unknown';
  if (before.status !== 'expected' && (await isJudged(store, postMortemId, evidenceId, versionId))) return 'repeated';

  const file = await evidenceFiles.open(key, versionId);
  if (file === undefined) return 'gone';
  const arrival = await measure(file);
  if (before.status === 'held') return besideHeld(before, arrival);
  const record = await store.changePostMortem(
    postMortemId,
    (current) => receiveEvidence(current, evidenceId, arrival, now()),
    cause,
  );
  return outcomeOf(evidenceOf(record, evidenceId), arrival);
}

const evidenceOf = (record: PostMortem | undefined, evidenceId: PartId): Evidence | undefined =>
  record?.evidence.find(({ id }) => id === evidenceId);

/** Events come more than once, and late: that of a version that was refused may come after another one is held. */
async function isJudged(
  store: Pick<RecordStore, 'events'>,
  id: PostMortemId,
  evidenceId: PartId,
  versionId: string,
): Promise<boolean> {
  return custodyOf(await store.events(id), evidenceId).some(
    (entry) => (entry.what === 'received' || entry.what === 'refused') && entry.versionId === versionId,
  );
}

/** Somebody may have been faster: with the same version, or with another one. */
function outcomeOf(evidence: Evidence | undefined, arrival: Arrival): Received {
  if (evidence === undefined) return 'unknown';
  if (evidence.status !== 'held') return 'refused';
  return evidence.versionId === arrival.versionId ? 'held' : besideHeld(evidence, arrival);
}

const besideHeld = (held: Evidence, { sha256 }: Arrival): Received =>
  held.sha256 === sha256 ? 'copy' : 'second version';
