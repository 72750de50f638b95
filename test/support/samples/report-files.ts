import { createHash } from 'node:crypto';
import type { ReportFiles } from '../../../shared/report/report-files.ts';

/** The bucket of the reports in memory, and links that say what they would allow. */
export function reportBucket() {
  const texts = new Map<string, string>();
  const files: ReportFiles = {
    read(key, longest) {
      const text = texts.get(key);
      if (text === undefined) return Promise.reject(new Error(`S3 answers 403: there is no ${key}`));
      const bytes = Buffer.byteLength(text);
      const etag = `"${createHash('md5').update(text).digest('hex')}"`;
      return Promise.resolve(bytes > longest ? { bytes, etag } : { bytes, etag, text });
    },
    link: (key, name, validForMs) => Promise.resolve(`https://reports.test/${key}?as=${name}&valid-for=${validForMs}`),
  };
  return {
    files,
    texts: (): string[] => [...texts.values()],
    putNew({ key, body }: { key: string; body: string }) {
      const before = texts.get(key);
      texts.set(key, before ?? body);
      return Promise.resolve(before);
    },
    put: ({ key, body }: { key: string; body: string }) => Promise.resolve(void texts.set(key, body)),
  };
}
