import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfProblem } from '../../../local/jira-simulator/api/documents/adf-problem.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { AdfDocument } from '../../../shared/jira/document/document.ts';
import { adfOf } from '../../../shared/tickets/jira/adf-of.ts';
import { proseBlocks, proseRuns } from '../../../shared/tickets/prose.ts';
import { paragraph, text } from '../../../shared/tickets/ticket-text.ts';
import { markdownTexts } from '../../support/texts/markdown-texts.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { oddTexts } from '../../support/texts/odd-texts.ts';

const words = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
});
const line = (...content: object[]) => ({ type: 'paragraph', content });
const bullets = (...items: object[][]) => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
});
const href = (address: string) => ({ type: 'link', attrs: { href: address } });
const [strong, em, code, strike] = ['strong', 'em', 'code', 'strike'].map((type) => ({ type }));

/** Document that Jira gets of a text in Markdown. */
const documentOf = (markdown: string) => adfOf(proseBlocks(markdown));

function expectSound(document: unknown): void {
  expect(AdfDocument.safeParse(document).error?.message).toBeUndefined();
  expect(adfProblem(document, { lineBreaksInText: 'refused' })).toBeUndefined();
}

describe('what a person writes as Markdown', () => {
  it.each([
    ['paragraphs', 'one\n\ntwo', [line(words('one')), line(words('two'))]],
    [
      'a break of a line',
      'one\ntwo  \nthree',
      [line(words('one'), { type: 'hardBreak' }, words('two'), { type: 'hardBreak' }, words('three'))],
    ],
    [
      'a heading, below those of ours',
      '# Scope',
      [{ type: 'heading', attrs: { level: 4 }, content: [words('Scope')] }],
    ],
    [
      'marks',
      '**a** _b_ ~~c~~ `d`',
      [
        line(
          words('a', strong ?? {}),
          words(' '),
          words('b', em ?? {}),
          words(' '),
          words('c', strike ?? {}),
          words(' '),
          words('d', code ?? {}),
        ),
      ],
    ],
    ['code that is bold, which Jira has not', '**`a`**', [line(words('a', code ?? {}))]],
    [
      'a link',
      '[the **book**](https://a.test/b)',
      [line(words('the ', href('https://a.test/b')), words('book', strong ?? {}, href('https://a.test/b')))],
    ],
    ['an address in angle brackets', '<https://a.test/b>', [line(words('https://a.test/b', href('https://a.test/b')))]],
    [
      'a picture, as a link to it',
      '![the chart](https://a.test/c.png)',
      [line(words('the chart', href('https://a.test/c.png')))],
    ],
    ['a list in a list', '- a\n  - b', [bullets([line(words('a')), bullets([line(words('b'))])])]],
    [
      'a list that begins at 3',
      '3. a\n4. b',
      [
        {
          type: 'orderedList',
          attrs: { order: 3 },
          content: ['a', 'b'].map((one) => ({ type: 'listItem', content: [line(words(one))] })),
        },
      ],
    ],
    ['an item that is a list', '- - a', [bullets([line(), bullets([line(words('a'))])])]],
    ['an item without words', '-', [bullets([line()])]],
    [
      'a heading and a quote in an item, where Jira takes neither',
      '- # a\n  > b',
      [bullets([line(words('a', strong ?? {})), line(words('b'))])],
    ],
    ['a quote', '> a\n> > b', [{ type: 'blockquote', content: [line(words('a')), line(words('b'))] }]],
    ['a quote of nothing', 'a\n\n>', [line(words('a'))]],
    ['code', '```sh\nls\n\nrm\n```', [{ type: 'codeBlock', attrs: { language: 'sh' }, content: [words('ls\n\nrm')] }]],
    ['code of nothing', '```\n```', [{ type: 'codeBlock', content: [] }]],
    ['a rule', 'a\n\n***', [line(words('a')), { type: 'rule' }]],
    [
      'a table',
      '| a | b |\n|---|---|\n| c | |',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', content: [line(words('a'))] },
                { type: 'tableHeader', content: [line(words('b'))] },
              ],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', content: [line(words('c'))] },
                { type: 'tableCell', content: [line()] },
              ],
            },
          ],
        },
      ],
    ],
    ['nothing', ' \n ', []],
  ])('becomes a document with %s', (_, markdown, content) => {
    const document = documentOf(markdown);
    expect(document).toEqual({ type: 'doc', version: 1, content });
    expectSound(document);
  });

  it.each([
    '<script>alert(1)</script>',
    '[run](javascript:alert(1))',
    '[page](data:text/html;base64,PHNjcmlwdD4=)',
    '[here](docs/runbook.md)',
    '![x](file:///etc/passwd)',
    '[CVE-2024-1]: https://a.test',
    'https://evil.test/payload',
    'arn:aws:s3:::a_b_c*',
    'check_*_x and check_*_y',
    'iam:*Role* and logs-*-prod*',
    '*.exe and foo*.txt',
    'a_*b*_c',
    String.raw`C:\_drop\*.exe`,
    String.raw`\\server\share_a\_b`,
    String.raw`"C:\Users\_svc"`,
    '10.0.0.1, 10.0.0.2',
    '@anna and [~accountid:5b10]',
    'a < b && c > d',
  ])('keeps what is no markup: %s', (markdown) => {
    expect(documentOf(markdown)).toEqual({ type: 'doc', version: 1, content: [line(words(markdown))] });
  });

  it('is sound in Jira, whatever it is', () => {
    mustHold(
      fc.property(
        fc.oneof(markdownTexts(), oddTexts(200), fc.string({ unit: 'binary', maxLength: 200 })),
        (markdown) => {
          expectSound(documentOf(markdown));
          expectSound(adfOf([paragraph(text('so: '), ...proseRuns(markdown))]));
        },
      ),
      { runs: 500 },
    );
  });

  it('loses no word', () => {
    // The language of code is an attribute.
    const kept = (markdown: string) => JSON.stringify(documentOf(markdown)).match(/w\d+/g) ?? [];
    mustHold(
      fc.property(markdownTexts(), (markdown) => {
        expect(kept(markdown)).toEqual(expect.arrayContaining(markdown.match(/w\d+/g) ?? []));
      }),
      { runs: 500 },
    );
  });

  const many = 20_000;
  it.each([
    ['quotes in quotes', `${'>'.repeat(many)} w1`],
    ['lists in lists', `${'1) '.repeat(many)}w1`],
    ['lists in quotes', `${'> - '.repeat(many)}w1`],
    ['brackets', `${'['.repeat(many)}w1`],
    ['pictures', `${'!['.repeat(many)}w1`],
    ['stars', `${'*a '.repeat(many)}w1`],
    ['ticks', `${Array.from({ length: 200 }, (_, index) => '`'.repeat(index + 1)).join(' ')} w1`],
    ['backslashes', `${'C:\\*'.repeat(many)} w1`],
    ['cells', `${'|'.repeat(many)}\n${'|-'.repeat(many)}\n| w1`],
    ['characters', `${'x '.repeat(60_000)}`],
  ])('costs little, and is not lost, when somebody nests or repeats %s', (_, markdown) => {
    const begunAt = performance.now();
    const document = documentOf(markdown);
    expectSound(document);
    expect(plainText(document)).toMatch(/w1|the text was longer than Jira takes/);
    expect(performance.now() - begunAt).toBeLessThan(5_000);
  });
});

describe('words that are no Markdown', () => {
  it.each([
    '1. Turn it on',
    '# Not a heading',
    '> x',
    '**a**',
    '- a',
    '`b`',
    '    indented',
    'a_b_c',
    '[a](https://a.test)',
  ])('come out as they are: %s', (value) => {
    expect(adfOf([paragraph(text(value))])).toEqual({ type: 'doc', version: 1, content: [line(words(value))] });
  });

  it('have their breaks of lines as nodes, and no empty text beside them', () => {
    const document = adfOf([paragraph(text('a\r\n\nb\n'))]);
    const hardBreak = { type: 'hardBreak' };
    expect(document.content).toEqual([line(words('a'), hardBreak, hardBreak, words('b'), hardBreak)]);
    expectSound(document);
  });
});
