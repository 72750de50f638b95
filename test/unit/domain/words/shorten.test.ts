import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened, shortenedToBytes } from '../../../../shared/domain/words/shorten.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { oddTexts } from '../../../support/texts/odd-texts.ts';

const inUnits = (text: string): number => text.length;
const inBytes = (text: string): number => Buffer.byteLength(text);

describe.each([
  ['by UTF-16 code units', shortened, inUnits],
  ['by bytes of UTF-8', shortenedToBytes, inBytes],
])('a text that is shortened %s', (_, cut, sizeOf) => {
  it('fits, is well-formed, and is the text itself or its beginning with an ellipsis', () => {
    mustHold(
      fc.property(oddTexts(60), fc.integer({ min: 3, max: 120 }), (text, limit) => {
        const whole = text.toWellFormed();
        const found = cut(text, limit);
        expect(sizeOf(found)).toBeLessThanOrEqual(limit);
        expect(found.isWellFormed()).toBe(true);
        if (sizeOf(whole) <= limit) expect(found).toBe(whole);
        else expect([whole.startsWith(found.slice(0, -1)), found.at(-1)]).toEqual([true, '…']);
      }),
      { runs: 1_000 },
    );
  });

  it('ends between two characters as people see them', () => {
    const characters = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
    mustHold(
      fc.property(oddTexts(40), fc.integer({ min: 3, max: 120 }), (text, limit) => {
        const whole = text.toWellFormed();
        const found = cut(text, limit);
        // Marks upon marks make one character of any length; that one may be cut.
        fc.pre(characters(whole).every((one) => one.length <= 64));
        const kept = characters(found === whole ? found : found.slice(0, -1));
        expect(kept).toEqual(characters(whole).slice(0, kept.length));
      }),
      { runs: 1_000 },
    );
  });

  it('keeps of an endless pile of marks what fits', () => {
    const pile = `a${'\u0301'.repeat(5_000)}`;
    expect(sizeOf(cut(pile, 1_000))).toBeGreaterThan(990);
  });
});

describe('a text that is shortened', () => {
  it.each([
    ['aaa😀', 5, 'aaa😀'],
    ['aaa😀 and so on', 5, 'aaa…'],
    ['aa😀 and so on', 5, 'aa😀…'],
    ['two 👩‍❤️‍💋‍👨 met', 12, 'two …'],
    ['caf\u0065\u0301 noir', 5, 'caf…'],
    ['half \ud83d', 10, 'half \ufffd'],
    ['nothing fits', 1, '…'],
    ['nothing fits', 0, ''],
  ])('is right for %j in %i code units', (text, limit, expected) => {
    expect(shortened(text, limit)).toBe(expected);
  });

  it('takes no time that grows with the square of its length', () => {
    const long = `${'x'.repeat(29_998)}👩‍❤️‍💋‍👨${'y'.repeat(5_000_000)}`;
    expect(shortened(long, 30_000)).toBe(`${'x'.repeat(29_998)}…`);
  });
});
