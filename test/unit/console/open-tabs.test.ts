import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnsentElsewhere, tellUnsent } from '../../../console/session/open-tabs.ts';

/** Locks of a browser: each is held until what was asked for with it is over. */
const held = new Map<string, Promise<void>>();
const request = async (name: string, run: () => Promise<void>) => {
  const until = run();
  held.set(name, until);
  await until;
  held.delete(name);
};

describe('tabs that have unsent words', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', {
      locks: { request, query: async () => ({ held: [...held.keys()].map((name) => ({ name })) }) },
    });
    vi.stubGlobal('addEventListener', () => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('say so for as long as they have some, to the others and not to themselves', async () => {
    vi.resetModules();
    const beside = await import('../../../console/session/open-tabs.ts');
    let isUnsent = false;
    beside.tellUnsent(() => isUnsent);
    const known: unknown[] = [];
    for (const now of [false, true, true, false, true]) {
      isUnsent = now;
      await vi.advanceTimersByTimeAsync(2_500);
      known.push([now, await isUnsentElsewhere(), await beside.isUnsentElsewhere()]);
    }
    expect(known).toEqual([false, true, true, false, true].map((now) => [now, now, false]));
  });

  it('need no locks of the browser', async () => {
    vi.stubGlobal('navigator', {});
    tellUnsent(() => true);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await isUnsentElsewhere()).toBe(false);
  });
});
