import { describe, expect, it } from 'vitest';
import { isReadable, readable, UNREADABLE, UNREADABLE_SPELLED_OUT } from '../../../../shared/domain/words/readable.ts';

const NOTHING = [
  ['blanks', '          '],
  ['blanks of other widths', '\u00a0\u2003\u202f\u3000\u1680'],
  ['line breaks and tabs', '\n\t\r\u2028\u2029'],
  ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
  ['soft hyphens', '\u00ad'.repeat(10)],
  ['marks of direction', '\u200e\u200f\u202e\u2066\u061c'],
  ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
  ['a Braille blank', '\u2800'.repeat(10)],
  ['variation selectors', '\ufe0f\ufe00\u{e0100}'],
  ['tags', '\u{e0041}\u{e007f}'],
  ['controls', '\u0000\u0007\u007f\u0085'],
  ['what was lost', '\ufffd\ufffc'],
  ['blanks among letters, marks and symbols', '\u{13441}\u{13442}\u{16fe4}\u{1d159}'],
  ['private use', '\ue000\uf8ff\u{f0000}\u{10fffd}'],
  ['code points that are no characters', '\ufdd0\ufdef\uffff\ufffe'],
] as const;

describe('what can be read', () => {
  it.each(NOTHING)('is nothing in %s, however many there are', (_, text) => {
    expect([isReadable(text), isReadable(''), isReadable(`${text}x${text}`)]).toEqual([false, false, true]);
  });

  it.each(['Fix it now', 'قم بإصلاحه', 'सुधार करो', '直してください', '😀😀😀😀😀', '👍🏽 ok!!', 'e\u0301e\u0301!'])(
    'is counted in characters, blanks left out: %s',
    (text) => {
      const count = Array.from(text).filter((one) => isReadable(one)).length;
      const counts = [0, 1].map((more) => readable(count + more).test(`\u200b ${text} \u2800`));
      expect(counts).toEqual([true, false]);
    },
  );

  it('leaves out no character that Unicode calls white space, control, format or ignorable', () => {
    const invisible = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
    const [one, spelledOut] = [UNREADABLE, UNREADABLE_SPELLED_OUT].map(
      (characters) => new RegExp(`[${characters}]`, 'u'),
    );
    const strays: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10_ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      const isLeftOut = one?.test(character);
      if (invisible.test(character) && !isLeftOut) strays.push(codePoint.toString(16));
      if (codePoint <= 0xffff && spelledOut?.test(character) !== isLeftOut) strays.push(codePoint.toString(16));
    }
    expect(strays).toEqual([]);
  });

  it('is found at once in the longest text', () => {
    const long = `${'\u200b '.repeat(20_000)}nine char${' \u2800'.repeat(20_000)}`;
    expect(readable(10).test(long)).toBe(false);
  });
});
