import { describe, expect, it } from 'vitest';
import { whenToLook } from '../../../console/reports/when-to-look.ts';

describe('how often a page looks whether a report is made', () => {
  it('is seldom after a while, and no more at last', () => {
    let [waited, looks] = [0, 0];
    const gaps: number[] = [];
    for (let next = whenToLook(waited); next !== undefined; next = whenToLook(waited)) {
      gaps.push(next);
      waited += next;
      looks += 1;
    }
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect([gaps[0], gaps.at(-1)]).toEqual([1_500, 15_000]);
    expect(waited).toBeLessThan(11 * 60_000);
    expect(looks).toBeLessThan(60);
  });
});
