import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepOf, setKeptClose } from '../../../console/record/editing/device-keep.ts';
import type { Kept } from '../../../console/record/editing/kept.ts';

const { device, session, pace } = vi.hoisted(() => ({
  device: new Map<string, unknown>(),
  session: { isOver: false },
  pace: { wait: async () => {} },
}));
vi.mock('../../../console/session/token.ts', () => ({ isTakenAway: () => session.isOver }));
vi.mock('idb-keyval', () => ({
  set: async (key: string, value: unknown) => {
    await pace.wait();
    device.set(key, value);
  },
  del: async (key: string) => void device.delete(key),
  delMany: async (keys: string[]) => {
    await pace.wait();
    for (const key of keys) device.delete(key);
  },
  keys: async () => [...device.keys()],
  entries: async () => [...device],
}));

const locks: string[] = [];
vi.stubGlobal('navigator', {
  locks: {
    request: async (name: string) => void locks.push(name),
    query: async () => ({ held: locks.map((name) => ({ name })) }),
  },
});

const PLACE = 'sections.impact';
const typed = (text: string): Kept => ({
  mine: { text },
  base: { value: undefined, etag: undefined },
  conflicts: [],
  mark: text,
  at: Date.now(),
});

describe('what is typed and kept on a device', () => {
  beforeEach(() => {
    device.clear();
    session.isOver = false;
    pace.wait = async () => {};
  });

  it('moves off the device when the mark of its record is raised, and back when it is lowered', async () => {
    const keep = keepOf('nina', 'raised');
    await keep.set(PLACE, typed('a'));
    expect(device.size).toBe(1);
    setKeptClose('raised', true);
    expect([(await keep.get(PLACE))[0]?.mine, keep.isOnDevice(), device.size]).toEqual([{ text: 'a' }, false, 0]);
    await keep.set(PLACE, typed('ab'));
    expect(device.size).toBe(0);
    setKeptClose('raised', false);
    expect([(await keep.get(PLACE))[0]?.mine, keep.isOnDevice(), device.size]).toEqual([{ text: 'ab' }, true, 1]);
  });

  it('loses no word while the mark changes', async () => {
    const keep = keepOf('nina', 'to and fro');
    await keep.set(PLACE, typed('a'));
    pace.wait = () => new Promise((resolve) => setImmediate(resolve));
    const late = keep.set(PLACE, typed('ab'));
    setKeptClose('to and fro', true);
    setKeptClose('to and fro', false);
    await Promise.all([late, keep.set('sections.summary', typed('b'))]);
    expect((await keep.all()).map(({ path, kept }) => [path, kept.mine?.text]).toSorted()).toEqual([
      [PLACE, 'ab'],
      ['sections.summary', 'b'],
    ]);
    setKeptClose('to and fro', true);
    const last = keep.set(PLACE, typed('abc'));
    await last;
    expect([(await keep.get(PLACE))[0]?.mine, device.size]).toEqual([{ text: 'abc' }, 0]);
  });

  it('puts back its own words alone, and what closed tabs left, when the mark is lowered', async () => {
    locks.splice(0, locks.length, 'holdfast writes in tab beside');
    const keep = keepOf('nina', 'beside');
    const [own, left] = ['sections.impact', 'sections.summary'];
    device.set(`writing nina beside ${own} beside`, typed('of the tab beside'));
    device.set(`writing nina beside ${left} closed`, typed('of a closed tab'));
    setKeptClose('beside', true);
    await keep.set(own, typed('of this tab'));
    expect(device.size).toBe(0);
    setKeptClose('beside', false);
    expect((await keep.all()).map(({ kept }) => kept.mark).toSorted()).toEqual(['of a closed tab', 'of this tab']);
    expect([...device.values()].map((kept) => (kept as Kept).mark).toSorted()).toEqual([
      'of a closed tab',
      'of this tab',
    ]);
  });

  it('says of a tab whose words come onto the device that it is open', async () => {
    vi.resetModules();
    const anew = await import('../../../console/record/editing/device-keep.ts');
    locks.length = 0;
    anew.setKeptClose('first', true);
    await anew.keepOf('nina', 'first').set(PLACE, typed('a'));
    expect(locks).toEqual([]);
    anew.setKeptClose('first', false);
    await anew.keepOf('nina', 'first').all();
    expect([device.size, locks]).toEqual([1, [expect.stringContaining('holdfast writes in tab')]]);
  });

  it('takes nothing off the device of another record', async () => {
    await keepOf('nina', 'other').set(PLACE, typed('a'));
    setKeptClose('one', true);
    await keepOf('nina', 'one').all();
    expect(device.size).toBe(1);
  });

  it('finds what each tab kept in a place, and takes away what it is told to', async () => {
    const keep = keepOf('nina', 'tabs');
    await keep.set(PLACE, typed('of this tab'));
    device.set(`writing nina tabs ${PLACE} another-tab`, typed('of another'));
    device.set(`writing nina tabs ${PLACE} open-tab`, typed('of one that is open'));
    locks.push('holdfast writes in tab open-tab');
    device.set(`writing nina tabs ${PLACE}`, typed('of an earlier console'));
    device.set('writing nina tabs sections.impactless', typed('of another place'));
    const marks = async () => (await keep.get(PLACE)).map(({ mark }) => mark).toSorted();
    expect(await marks()).toEqual(['of an earlier console', 'of another', 'of this tab']);
    await keep.drop(PLACE, ['of this tab', 'of an earlier console']);
    expect(await marks()).toEqual(['of another']);
    await keep.drop(PLACE);
    expect((await keep.all()).map(({ path }) => path)).toEqual(['sections.impactless']);
  });

  it('keeps nothing more once the session is over, and says so', async () => {
    session.isOver = true;
    const keep = keepOf('nina', 'over');
    await keep.set(PLACE, typed('a'));
    expect([device.size, keep.isOnDevice()]).toEqual([0, false]);
  });
});
