import { beforeEach, describe, expect, it, vi } from 'vitest';
import { typedHere } from '../../../console/session/typed-here.ts';

const { device, locks } = vi.hoisted(() => ({
  device: { entries: async (): Promise<[string, unknown][]> => [] },
  locks: { held: [] as { name: string }[] },
}));
vi.mock('idb-keyval', () => ({ entries: () => device.entries() }));
vi.stubGlobal('navigator', { locks: { query: async () => locks } });

const DAY_MS = 86_400_000;
const keeps = (name: string, days = 0) => {
  device.entries = async () => [
    ['recent', undefined],
    [name, { at: Date.now() - days * DAY_MS }],
  ];
};

describe('what a sign-out would take from the device', () => {
  beforeEach(() => {
    locks.held = [];
  });

  it('is what the person wrote in any record and did not send, and entries that were begun', async () => {
    for (const name of ['writing nina PM-1 sections.impact tab', 'entry nina PM-1 new']) {
      keeps(name);
      expect([name, await typedHere('nina'), await typedHere('max'), await typedHere(undefined)]).toEqual([
        name,
        'own',
        'of others',
        'of others',
      ]);
    }
  });

  it('is nothing where it is too old, where nothing of the kind lies there, or the device does not say', async () => {
    keeps('writing nina PM-1 sections.impact tab', 31);
    expect(await typedHere('nina')).toBeUndefined();
    keeps('rewriting x');
    expect(await typedHere('nina')).toBeUndefined();
    device.entries = () => Promise.reject(new Error('not allowed'));
    expect(await typedHere('nina')).toBeUndefined();
  });

  it('is also what another tab has in memory alone', async () => {
    keeps('rewriting x');
    locks.held = [{ name: 'holdfast writes in tab beside' }];
    expect(await typedHere('nina')).toBeUndefined();
    locks.held.push({ name: 'holdfast has unsent words in tab beside' });
    expect(await typedHere('nina')).toBe('own');
  });
});
