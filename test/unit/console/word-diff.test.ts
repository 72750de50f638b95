import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike, wordDiff } from '../../../console/parts/word-diff.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const textOf = (parts: ReturnType<typeof wordDiff>, without: 'gone' | 'new') =>
  parts
    .filter(({ is }) => is !== without)
    .map(({ text }) => text)
    .join('');

describe('a diff of words', () => {
  it('tells what is new in a sentence', () => {
    expect(wordDiff('sender blocked.', 'sender and its domain blocked.')).toEqual([
      { text: 'sender ', is: 'same' },
      { text: 'and its domain ', is: 'new' },
      { text: 'blocked.', is: 'same' },
    ]);
  });

  it('takes neighbours that changed together, with the space between them', () => {
    expect(wordDiff('240 users were hit', '260 people were hit')).toEqual([
      { text: '240 users', is: 'gone' },
      { text: '260 people', is: 'new' },
      { text: ' were hit', is: 'same' },
    ]);
  });

  it('loses no letter of either text', () => {
    const words = fc.array(fc.constantFrom('a', 'mail', ' ', '  ', '\n', '.', 'Über', 'ß', '“'), { maxLength: 40 });
    mustHold(
      fc.property(words, words, (old, now) => {
        const [before, after] = [old.join(''), now.join('')];
        const parts = wordDiff(before, after);
        expect(textOf(parts, 'new')).toBe(before);
        expect(textOf(parts, 'gone')).toBe(after);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('calls the same text the same', () => {
    mustHold(
      fc.property(fc.string(), (text) => {
        expect(wordDiff(text, text).every(({ is }) => is === 'same')).toBe(true);
      }),
    );
  });

  it('calls texts alike that have a fourth of their letters in common', () => {
    const alike = (before: string, after: string) => isAlike(wordDiff(before, after));
    expect([
      alike('Four shares.', 'Three shares.'),
      alike('The mail filter was off.', 'Nobody looked at the alert until noon.'),
      alike('', 'Three shares.'),
      alike('same', 'same'),
    ]).toEqual([true, false, false, true]);
  });

  it('ends with texts of a hundred thousand words', () => {
    const long = 'word other '.repeat(50_000);
    expect(textOf(wordDiff(`x ${long}`, long.replaceAll('other', 'more')), 'new')).toBe(`x ${long}`);
  });
});
