import { describe, expect, it, vi } from 'vitest';
import { isTypedHere } from '../../../console/session/is-typed-here.ts';

const { device } = vi.hoisted(() => ({ device: { keys: async (): Promise<string[]> => [] } }));
vi.mock('idb-keyval', () => ({ keys: () => device.keys() }));

describe('what a sign-out would take from the device', () => {
  it('is what was written in any record and not sent, and entries that were begun', async () => {
    for (const name of ['writing nina PM-1 sections.impact tab', 'entry nina PM-1 new']) {
      device.keys = async () => ['recent', name];
      expect(await isTypedHere(), name).toBe(true);
    }
  });

  it('is nothing where nothing of the kind lies there, or the device does not say', async () => {
    device.keys = async () => ['recent', 'rewriting x'];
    expect(await isTypedHere()).toBe(false);
    device.keys = () => Promise.reject(new Error('not allowed'));
    expect(await isTypedHere()).toBe(false);
  });
});
