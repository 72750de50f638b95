import { browserSha256 } from './browser-sha256.ts';
import { followed, type Link, NOTHING_FOLLOWED } from './chain.ts';

/*
 * Follows the chain of one log, page by page, beside the page that shows it: thousands of hashes are computed, and nothing that
 * somebody types or scrolls has to wait for them.
 */
let so = Promise.resolve(NOTHING_FOLLOWED);

self.addEventListener('message', ({ data: { id, entries } }: MessageEvent<{ id: string; entries: Link[] }>) => {
  so = so.then((before) => followed(before, entries, { id, sha256: browserSha256 }));
  // A promise that fails in here tells the page nothing; what is reported does.
  so.then((now) => self.postMessage(now), reportError);
});
self.addEventListener('messageerror', () => reportError(new Error('a part of the log could not be read')));
