import { createHash } from 'node:crypto';
import type { EvidenceFiles } from '../../../shared/evidence/evidence-files.ts';

type Version = { versionId: string; content: Buffer; isHashedByS3: boolean };

/** A versioned bucket in memory, and links that say what they would allow. */
export function evidenceBucket() {
  const versions = new Map<string, Version[]>();
  const opened: string[] = [];
  const newestOf = (key: string) => versions.get(key)?.at(-1);

  const files: EvidenceFiles = {
    uploadLink: ({ key, mediaType, bytes, sha256 }, validForMs) =>
      Promise.resolve({
        method: 'PUT',
        url: `https://bucket.test/${key}?valid-for=${validForMs}`,
        headers: { 'content-type': mediaType, 'content-length': String(bytes), 'x-amz-checksum-sha256': sha256 },
      }),
    readLink: ({ key, versionId, name }, validForMs) =>
      Promise.resolve(`https://bucket.test/${key}?version=${versionId}&as=${name}&valid-for=${validForMs}`),
    newest: (key) => {
      const found = newestOf(key);
      if (found === undefined) return Promise.resolve(undefined);
      const { versionId, content, isHashedByS3 } = found;
      return Promise.resolve({ versionId, bytes: content.length, sha256: isHashedByS3 ? hashOf(content) : undefined });
    },
    open: (key, versionId) => {
      opened.push(versionId);
      const found = versions.get(key)?.find((version) => version.versionId === versionId);
      return Promise.resolve(found && { versionId, body: inPieces(found.content) });
    },
  };

  return {
    files,
    /** The versions that were read, in order. */
    opened: (): readonly string[] => opened,
    /** @returns what S3 tells of it */
    put(key: string, content: string, { isHashedByS3 = true } = {}) {
      const before = versions.get(key) ?? [];
      const versionId = `v${before.length + 1}`;
      versions.set(key, [...before, { versionId, content: Buffer.from(content), isHashedByS3 }]);
      return { key, versionId };
    },
    /** Powers of an administrator over a bucket of a trial. */
    remove: (key: string) => void versions.delete(key),
  };
}

export const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

async function* inPieces(content: Buffer): AsyncGenerator<Uint8Array> {
  const half = Math.ceil(content.length / 2);
  yield content.subarray(0, half);
  yield content.subarray(half);
}
