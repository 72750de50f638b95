import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/jira/adf.ts';
import { wikiOfDocument } from '../../../../shared/jira/data-center/wiki-of-document.ts';
import { adfOf } from '../../../../shared/tickets/jira/adf-of.ts';
import { proseBlocks } from '../../../../shared/tickets/prose.ts';
import { paragraph, type TextBlock, type TicketText, text } from '../../../../shared/tickets/ticket-text.ts';
import { markdownTexts } from '../../../support/texts/markdown-texts.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

/** As Data Center gets it. */
const wikiOf = (blocks: TicketText): string => wikiOfDocument(adfOf(blocks));
const ofWords = (value: string): string => wikiOf([paragraph(text(value))]);

describe('a text for Data Center', () => {
  it.each([
    ['## Scope\n\none\ntwo', 'h5. Scope\n\none\ntwo'],
    ['**a** _b_ ~~c~~ `d`', '{*}a{*} {_}b{_} {-}c{-} {{d}}'],
    ['[the **book**](https://a.test/x|y)', '[the {*}book{*}|https://a.test/x%7Cy]'],
    ['- a\n  1. b\n- c', '* a\n*# b\n* c'],
    ['> a', '{quote}\na\n{quote}'],
    ['```SH\nls *\n```', '{code:sh}\nls *\n{code}'],
    ['```kusto\nx\n```', '{code}\nx\n{code}'],
    ['```\n{code}\n```', '{noformat}\n{code}\n{noformat}'],
    ['| a | b |\n|--|--|\n| c \\| d | |', '||a||b||\n|c \\| d| |'],
    ['---', '----'],
  ])('is in wiki markup: %j', (markdown, markup) => {
    expect(wikiOf(proseBlocks(markdown))).toBe(markup);
  });

  it.each([
    ['arn:aws:s3:::a_b_c*', 'arn:aws:s3:::a_b_c*'],
    ['*a* _b_ -c- {x} [SEC-1] !a! ||', '\\*a* \\_b_ \\-c- \\{x\\} \\[SEC-1\\] \\!a! \\|\\|'],
    ['* a\nh1. b\n# c\n- d', '\\* a\nh1\\. b\n\\# c\n\\- d'],
    ['C:\\x and \\\\srv', 'C:&#92;x and &#92;&#92;srv'],
    ['&lt; :) (x) look-alike', '&amp;lt; \\:) \\(x) look-alike'],
  ])('shows words as they are: %j', (words, markup) => {
    expect(ofWords(words)).toBe(markup);
  });

  it('is read back as the same words', () => {
    const unit = fc.constantFrom(
      ...'ab1 *_-+^~?{}[]|\\!#.:;()&<>/@\n'.split(''),
      'h1.',
      'bq.',
      '&amp;',
      'é',
      '攻',
      '😀',
    );
    mustHold(
      fc.property(fc.string({ unit, maxLength: 30 }), (value) => {
        const lines = (words: string) => words.split('\n').map((line) => line.trim());
        expect(lines(plainText(ofWords(value)))).toEqual(lines(value.trim()));
      }),
      { runs: 2_000 },
    );
  });

  it('has every word of what people write', () => {
    mustHold(
      fc.property(markdownTexts(), (markdown) => {
        const blocks: TextBlock[] = proseBlocks(markdown);
        const words =
          JSON.stringify(blocks)
            .match(/"(?:text|code)":"[^"]*"/g)
            ?.join()
            .match(/w\d+/g) ?? [];
        expect(wikiOf(blocks).match(/w\d+/g) ?? []).toEqual(expect.arrayContaining(words));
      }),
    );
  });
});
