/** Request that a client sends with its upload. S3 refuses the request when one of these differs from what was signed. */
export type UploadRequest = { method: 'PUT'; url: string; headers: Record<string, string> };

/** Bytes in the bucket: one version of one key. */
export type StoredFile = { versionId: string; body: AsyncIterable<Uint8Array> };

/** The evidence bucket, as far as the program needs it. Times are milliseconds, hashes SHA-256 in hex. */
export type EvidenceFiles = {
  /** Takes exactly these bytes, for a while. */
  uploadLink: (
    file: { key: string; mediaType: string; bytes: number; sha256: string },
    validForMs: number,
  ) => Promise<UploadRequest>;
  /** Opens exactly this version, for a while, as a download under its name. */
  readLink: (file: { key: string; versionId: string; name: string }, validForMs: number) => Promise<string>;
  /** The newest version of a key. `sha256` is there when S3 computed it on arrival. */
  newest: (key: string) => Promise<{ versionId: string; bytes: number; sha256: string | undefined } | undefined>;
  open: (key: string, versionId: string) => Promise<StoredFile | undefined>;
};
