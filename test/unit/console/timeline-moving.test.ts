import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../console/record/timeline/entries.ts';
import { between } from '../../../console/record/timeline/gaps.ts';
import {
  byTime,
  dropInTime,
  othersOf,
  stepInTime,
  type Underway,
} from '../../../console/record/timeline/moving/in-time.ts';
import { moveSaver } from '../../../console/record/timeline/moving/move-saver.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const entry = (id: string, ms: number): Entry => {
  const at = new Date(Date.UTC(2026, 10, 19) + ms).toISOString();
  return { id, at, what: id, kind: 'action', origin: 'person', self: '', etag: `"${id}"` };
};

/** Also entries of one minute, of one second, and of one instant. */
const times = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 90_000 }),
    fc.integer({ min: 0, max: 86_400_000 }),
  ),
  { minLength: 1, maxLength: 9 },
);
const timelines = times.map((all) => all.map((ms, index) => entry(`e${index}`, ms)).toSorted(byTime));

const placeOf = (shown: readonly Entry[], { entry: { id }, at }: Underway): number =>
  othersOf(shown, entry(id, 0)).filter((other) => byTime(other, { id, at }) < 0).length;

describe('an entry that is moved in time', () => {
  it('comes past the next entry on its way, and at the ends a minute further', () => {
    mustHold(
      fc.property(timelines, fc.nat(8), fc.array(fc.constantFrom<-1 | 1>(-1, 1), { maxLength: 9 }), (all, at, ways) => {
        const moved = all[at % all.length] ?? entry('none', 0);
        let now: Underway = { entry: moved, at: moved.at };
        for (const way of ways) {
          const before = placeOf(all, now);
          const slot = stepInTime(all, now, way);
          const wasAt = { id: moved.id, at: now.at };
          now = { entry: moved, at: slot.at };
          expect(placeOf(all, now)).toBe(slot.index);
          expect(Math.sign(byTime({ id: moved.id, at: slot.at }, wasAt))).toBe(way);
          const isAtEnd = before === (way < 0 ? 0 : all.length - 1);
          if (isAtEnd) expect(Date.parse(slot.at) - Date.parse(wasAt.at)).toBe(way * 60_000);
          else expect(Math.sign(slot.index - before)).toBe(way);
        }
      }),
      { runs: 1_000 },
    );
  });

  it('has its own time again in the gap from which it came', () => {
    mustHold(
      fc.property(timelines, fc.nat(8), fc.nat(9), (all, at, index) => {
        const moved = all[at % all.length] ?? entry('none', 0);
        const dropped = dropInTime(all, { entry: moved, at: moved.at }, index % all.length);
        if (dropped === undefined) return;
        expect(placeOf(all, { entry: moved, at: dropped.at })).toBe(dropped.index);
        const own = placeOf(all, { entry: moved, at: moved.at });
        expect(dropInTime(all, { entry: moved, at: dropped.at }, own)).toEqual({ index: own, at: moved.at });
      }),
      { runs: 1_000 },
    );
  });

  it('takes the middle between its new neighbours, and a minute at the ends', () => {
    const [a, b, c] = [entry('a', 0), entry('b', 600_000), entry('c', 1_200_000)];
    const step = (moved: Entry, way: -1 | 1, at = moved.at) =>
      stepInTime([a, b, c], { entry: moved, at }, way).at.slice(11, 19);
    expect([step(c, -1), step(b, -1), step(a, 1)]).toEqual(['00:05:00', '23:59:00', '00:15:00']);
    expect([step(b, 1), step(a, -1), step(c, 1)]).toEqual(['00:21:00', '23:59:00', '00:21:00']);
    expect(stepInTime([a], { entry: a, at: a.at }, 1).at.slice(11, 16)).toBe('00:01');
  });

  it('never leaves its gap for a full minute', () => {
    mustHold(
      fc.property(fc.nat(200_000), fc.integer({ min: 2, max: 200_000 }), (from, width) => {
        const [before, after] = [entry('a', from), entry('b', from + width)];
        const at = Date.parse(between(before, after));
        expect(at).toBeGreaterThan(Date.parse(before.at));
        expect(at).toBeLessThan(Date.parse(after.at));
      }),
    );
  });
});

describe('moves that are saved', () => {
  it('are unsaved from the first step until the save is through', async () => {
    let end = () => {};
    const saver = moveSaver(
      () => new Promise((resolve) => (end = resolve)),
      () => () => {},
    );
    expect(saver.isUnsaved()).toBe(false);
    saver.move({ entry: entry('a', 0), at: '' });
    expect(saver.isUnsaved()).toBe(true);
    const settled = saver.settle();
    expect(saver.isUnsaved()).toBe(true);
    await Promise.resolve();
    end();
    await settled;
    expect(saver.isUnsaved()).toBe(false);
  });

  it('are one for several steps, one after the other, and the last of each entry is what stands', async () => {
    const steps = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b'), rests: fc.boolean(), minute: fc.integer({ min: 1, max: 59 }) }),
      { minLength: 1, maxLength: 10 },
    );
    await mustHold(
      fc.asyncProperty(steps, async (all) => {
        const saves: string[] = [];
        const last = new Map<string, string>();
        let running = 0;
        let rest: (() => void) | undefined;
        const saver = moveSaver(
          async ({ entry: { id }, at }) => {
            running += 1;
            expect(running).toBe(1);
            await Promise.resolve();
            saves.push(`${id} ${at}`);
            last.set(id, at);
            running -= 1;
          },
          (run) => {
            rest = run;
            return () => {
              rest = undefined;
            };
          },
        );
        for (const { id, minute, rests } of all) {
          saver.move({ entry: entry(id, 0), at: `${minute}` });
          if (rests) rest?.();
        }
        await saver.settle();
        // One for each stretch of steps of one entry that nothing parted.
        const stretches = all.filter(({ id, rests }, index) => rests || all[index + 1]?.id !== id);
        expect(saves).toEqual(stretches.map(({ id, minute }) => `${id} ${minute}`));
        for (const [id, at] of last) expect(at).toBe(`${all.findLast((one) => one.id === id)?.minute}`);
      }),
      { runs: 300 },
    );
  });
});
