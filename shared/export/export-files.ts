/** The bucket of exports that are too long for an answer. What is put there is gone after a day. */
export type ExportFiles = {
  /** Writes a file, piece by piece: it may be longer than there is memory for. */
  put: (file: { key: string; contentType: string }, pieces: Iterable<Uint8Array>) => Promise<void>;
  /** Address at which the file can be read as a download, for a while, by whoever has it. */
  readLink: (file: { key: string; name: string }, validForMs: number) => Promise<string>;
};

export const EXPORT_PREFIX = 'exports/';
