import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { illFormedIn, parseJson } from '../../../../shared/domain/words/well-formed.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { oddTexts } from '../../../support/texts/odd-texts.ts';

/** Repairs every text and name of a value, by another way than that of the program. */
function repaired(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(repaired);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.toWellFormed(), repaired(field)]));
}

const documents = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    oddTexts(12),
    fc.constantFrom(null, true, 1.5),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(oddTexts(6), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('JSON of another system', () => {
  it('is read as it is, with U+FFFD for each half of a character, in names as in values', () => {
    mustHold(
      fc.property(documents, (document) => {
        const read = parseJson(JSON.stringify(document));
        expect(read).toEqual(repaired(document));
        expect(illFormedIn(read)).toBeUndefined();
      }),
      { runs: 500 },
    );
  });

  it.each([
    ['"\\ud83d\\ude00"', '😀'],
    ['"\\uD83D\\uDE00"', '😀'],
    ['"\\ud83d\\ud83d\\ude00"', '\ufffd😀'],
    ['"\\ude00\\ud83d"', '\ufffd\ufffd'],
    ['"\\\\ud83d"', '\\ud83d'],
    ['"\\\\\\ud83d"', '\\\ufffd'],
    ['"\\"\\ud83d\\n"', '"\ufffd\n'],
    ['{"\\ud83d":1}', { '\ufffd': 1 }],
  ])('tells an escape from what looks like one: %s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  it.each(['', '{', '"\\ud83"', '"\\x"'])('is refused when it is none: %s', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});
