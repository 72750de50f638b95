import { createHash } from 'node:crypto';
import type { Arrival } from '../domain/record/evidence/keep-evidence.ts';
import type { StoredFile } from './evidence-files.ts';

/** Reads a file to its end, a piece at a time: its size and SHA-256, of the bytes themselves. */
export async function measure({ versionId, body }: StoredFile): Promise<Arrival> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of body) {
    hash.update(piece);
    bytes += piece.byteLength;
  }
  return { versionId, bytes, sha256: hash.digest('hex') };
}
