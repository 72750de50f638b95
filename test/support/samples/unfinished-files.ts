import type { UnfinishedFiles } from '../../../shared/api/unfinished-files.ts';

/** Unfinished answers in memory. */
export function unfinishedBucket(): UnfinishedFiles {
  const texts = new Map<string, string>();
  return {
    keep: (name, text) => {
      texts.set(name, text);
      return Promise.resolve();
    },
    read: (name) => Promise.resolve(texts.get(name)),
  };
}
