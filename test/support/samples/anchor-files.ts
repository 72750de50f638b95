import type { AnchorFile } from '../../../shared/audit/read-anchors.ts';

/** A locked bucket in memory: what was written first stays. */
export function anchorFiles(now: () => string) {
  const files = new Map<string, AnchorFile>();
  return {
    putNew: ({ key, body }: { key: string; body: string }): Promise<boolean> => {
      if (files.has(key)) return Promise.resolve(false);
      files.set(key, { key, text: body, writtenAt: now(), isChangedLater: false });
      return Promise.resolve(true);
    },
    all: (): AnchorFile[] => [...files.values()],
  };
}
