import * as fc from 'fast-check';

/** Each is one character to whoever reads it, and up to 14 UTF-16 code units to a program. */
const LONG_CHARACTERS = ['😀', '👩‍❤️‍💋‍👨', '👍🏽', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301', 'नि', '각', '\r\n', '❤️'];
const HALVES = ['\ud83d', '\ude00'];

/** Texts that people and programs put into a field: emoji, marks, halves of surrogate pairs, and plain letters. */
export const oddTexts = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('a', ' ', '攻', '\u0301', '\u200d', ...LONG_CHARACTERS) },
      { weight: 1, arbitrary: fc.constantFrom(...HALVES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    ),
    maxLength,
  });
