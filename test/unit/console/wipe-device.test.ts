import { afterEach, describe, expect, it, vi } from 'vitest';
import { wipeDevice } from '../../../console/session/wipe-device.ts';

/** A request of the browser that is answered, or fails, once somebody listens. */
function requested<Answer>(result: Answer, error?: Error) {
  const request: { result: Answer; error: Error | undefined; onsuccess?: () => void; onerror?: () => void } = {
    result,
    error,
  };
  setTimeout(() => (error === undefined ? request.onsuccess?.() : request.onerror?.()));
  return request;
}

/** Databases by name, each of one store that holds so much; one that is `broken` cannot be opened. */
function deviceOf(kept: Record<string, number | 'broken'>) {
  const database = (name: string) => ({
    objectStoreNames: ['drafts'],
    close: () => {},
    transaction: () => {
      const clear = () => {
        kept[name] = 0;
      };
      const change = { oncomplete: () => {}, objectStore: () => ({ clear }) };
      setTimeout(() => change.oncomplete());
      return change;
    },
  });
  vi.stubGlobal('indexedDB', {
    databases: async () => Object.keys(kept).map((name) => ({ name })),
    open: (name: string) => requested(database(name), kept[name] === 'broken' ? new Error('broken') : undefined),
  });
  return kept;
}

describe('what was kept on the device', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is gone after the sign-out, all of it', async () => {
    const kept = deviceOf({ 'drafts of nina': 3, 'drafts of max': 1 });
    expect([await wipeDevice(), kept]).toEqual([true, { 'drafts of nina': 0, 'drafts of max': 0 }]);
  });

  it('is said to stay where one part cannot be emptied, and the others are', async () => {
    const kept = deviceOf({ broken: 'broken', 'drafts of max': 1 });
    expect([await wipeDevice(), kept]).toEqual([false, { broken: 'broken', 'drafts of max': 0 }]);
  });

  it('is said to stay where nobody can tell what there is', async () => {
    vi.stubGlobal('indexedDB', { databases: () => Promise.reject(new Error('not allowed')) });
    expect(await wipeDevice()).toBe(false);
  });
});
