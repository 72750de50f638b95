import type { ExportFiles } from '../../../shared/export/export-files.ts';

/** A bucket of exports in memory, and links that say what they would allow. */
export function exportBucket() {
  const stored = new Map<string, { contentType: string; text: string }>();
  const files: ExportFiles = {
    put: ({ key, contentType }, pieces) => {
      stored.set(key, { contentType, text: Buffer.concat([...pieces]).toString() });
      return Promise.resolve();
    },
    readLink: ({ key, name }, validForMs) =>
      Promise.resolve(`https://exports.test/${key}?as=${name}&valid-for=${validForMs}`),
  };
  /** The file that a link leads to. */
  const at = (url: string) => stored.get(new URL(url).pathname.slice(1));
  return { files, at };
}
