import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfProblem } from '../../../../local/jira-simulator/api/documents/adf-problem.ts';
import { adfDocumentSchema, textOfDocument } from '../../../../local/jira-simulator/site/adf-document.ts';
import { illFormedIn } from '../../../../shared/domain/words/well-formed.ts';
import { wikiOfDocument } from '../../../../shared/jira/data-center/wiki-of-document.ts';
import { blockNodes } from '../../../../shared/tickets/jira/adf-nodes.ts';
import { adfOf } from '../../../../shared/tickets/jira/adf-of.ts';
import { shortText } from '../../../../shared/tickets/jira/short-text.ts';
import { proseBlocks } from '../../../../shared/tickets/prose.ts';
import {
  bulletList,
  heading,
  paragraph,
  type TicketText,
  text,
  wholeTextAt,
} from '../../../../shared/tickets/ticket-text.ts';
import { markdownTexts } from '../../../support/texts/markdown-texts.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { oddTexts } from '../../../support/texts/odd-texts.ts';

const wikiOf = (blocks: TicketText): string =>
  wikiOfDocument({ type: 'doc', version: 1, content: blocks.flatMap(blockNodes) });
const RECORD = 'https://records.test/1';
const lastLine = '… the rest stands in [the record|https://records.test/1].';
/** What Jira takes of a text, in wiki markup, when it took so many characters. */
const shortOf = (blocks: TicketText, limit: number): string =>
  wikiOf(shortText([...blocks, wholeTextAt(RECORD)], limit));

describe('a text that is longer than Jira takes', () => {
  it.each([
    ['after a word', [paragraph(text('one two three four'))], 14, 'one two …'],
    [
      'after a block, and not after a heading',
      [paragraph(text('one')), heading('Two'), paragraph(text('three'))],
      14,
      'one',
    ],
    [
      'after an item',
      [bulletList(['a', 'b', 'c'].map((one) => [text(one.repeat(40))]))],
      125,
      `* ${'a'.repeat(40)}\n* ${'b'.repeat(40)}`,
    ],
    [
      'after a row',
      proseBlocks(`| a | b |\n|--|--|\n| ${'c'.repeat(20)} | d |\n| ${'e'.repeat(20)} | f |`),
      50,
      `||a||b||\n|${'c'.repeat(20)}|d|`,
    ],
    ['within a quote', proseBlocks('> one two\n>\n> three four'), 34, '{quote}\none two\n{quote}'],
    ['within code', proseBlocks(`\`\`\`\n${'x'.repeat(100)}\n\`\`\``), 70, `{code}\n${'x'.repeat(19)}…\n{code}`],
    ['between characters', [paragraph(text(`${'x'.repeat(70)}😀${'y'.repeat(99)}`))], 72, `${'x'.repeat(70)}…`],
  ])('is cut %s, and says where the rest stands', (_, blocks, limit, markup) => {
    expect(shortOf(blocks, limit)).toBe(`${markup}\n\n${lastLine}`);
  });

  it('is whole when it fits', () => {
    expect(shortOf([paragraph(text('one two'))], 7)).toBe('one two');
  });

  it('says that it ends where nobody knows of the rest', () => {
    expect(wikiOf(shortText([paragraph(text('one two'))], 5))).toBe(
      'one …\n\n… the text was longer than Jira takes, and ends here.',
    );
  });

  it('is taken by Jira, whatever it is', () => {
    const long = fc.tuple(fc.oneof(markdownTexts(), oddTexts(40)), fc.integer({ min: 1, max: 2_000 }), fc.boolean());
    mustHold(
      fc.property(fc.array(long, { minLength: 1, maxLength: 3 }), (parts) => {
        const blocks = parts.flatMap(([words, times, isProse]) => {
          const all = `${words} `.repeat(times);
          return isProse ? proseBlocks(all) : [paragraph(text(all))];
        });
        const document = adfOf([...blocks, wholeTextAt(RECORD)]);
        expect(adfProblem(document, { lineBreaksInText: 'refused' })).toBeUndefined();
        expect(textOfDocument(adfDocumentSchema.parse(document)).length).toBeLessThanOrEqual(32_767);
        expect(illFormedIn(document)).toBeUndefined();
      }),
      { runs: 25 },
    );
  });
});
