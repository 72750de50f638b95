import { describe, expect, it } from 'vitest';
import { searchWords, WORDS_OF_A_RECORD, wordsOfRecord } from '../../../../shared/domain/lists/search-words.ts';
import { aMeasure, aRecord } from '../../../support/world/records.ts';

describe('the words of a text', () => {
  it.each([
    ['Zürich: SEC-12 phished', ['zurich', 'sec-12', 'sec', '12', 'phished']],
    ['a b I', []],
    ['Überweisung ÜBERWEISUNG', ['uberweisung']],
    ['漏 漏洞', ['漏', '漏洞']],
    ['x'.repeat(50), ['x'.repeat(40)]],
    ['mail.example.com', ['mail.example.com', 'mail', 'example', 'com']],
    ['half \ud83d of a character #', ['half', 'of', 'character']],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it('hold nothing that keys are made of', () => {
    expect(searchWords('a#b LINES#x\n\ty').join('')).not.toMatch(/[#\n\t]/);
  });
});

describe('a record', () => {
  it('is found by what was blocked for a while', () => {
    const record = { ...aRecord(), temporaryMeasures: [aMeasure({ what: 'Mail from quince.example' })] };
    expect(wordsOfRecord(record)).toContain('quince.example');
  });

  it('is found by so many words at the most, those of its key and title first', () => {
    const record = aRecord();
    const long = Array.from({ length: 1_000 }, (_, index) => `word${index}`).join(' ');
    const words = wordsOfRecord({ ...record, sections: { summary: { text: long } } });
    expect([words.length, words.slice(0, 3)]).toEqual([WORDS_OF_A_RECORD, ['sec-1', 'sec', 'employees']]);
  });
});
