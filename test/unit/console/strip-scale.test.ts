import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf, stripScale } from '../../../console/fix/strip-scale.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const DAY = 86_400_000;

describe('the scale of a strip', () => {
  it('is even up to a year, and says when it is not', () => {
    const scale = stripScale(0, 300 * DAY);
    expect([scale.isLogarithmic, scale.at(0), scale.at(150 * DAY), scale.at(300 * DAY)]).toEqual([false, 0, 0.5, 1]);
    expect(stripScale(0, 400 * DAY).isLogarithmic).toBe(true);
  });

  it('gives the last month more room than its share of three years', () => {
    const end = 3 * 365 * DAY;
    expect(1 - stripScale(0, end).at(end - 30 * DAY)).toBeGreaterThan(0.3);
  });

  it('keeps the order of times, and stays between its ends', () => {
    const time = fc.integer({ min: -DAY, max: 4_000 * DAY });
    mustHold(
      fc.property(fc.integer({ min: 0, max: 4_000 }), time, time, (days, a, b) => {
        const { at, ticks } = stripScale(0, days * DAY);
        const [early, late] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expect(early).toBeLessThanOrEqual(late);
        for (const one of [early, late, ...ticks.map(at)]) expect(one >= 0 && one <= 1).toBe(true);
      }),
    );
  });

  it('lays no two marks of a lane on each other', () => {
    mustHold(
      fc.property(fc.array(fc.float({ min: 0, max: 500, noNaN: true })), (unsorted) => {
        const places = unsorted.toSorted((a, b) => a - b);
        const lanes = lanesOf(places, 24);
        for (const lane of new Set(lanes)) {
          const those = places.filter((_, at) => lanes[at] === lane);
          those.slice(1).forEach((place, at) => {
            expect(place - (those[at] ?? 0)).toBeGreaterThanOrEqual(24);
          });
        }
      }),
    );
  });
});
