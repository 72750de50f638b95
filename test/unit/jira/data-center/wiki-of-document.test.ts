import { describe, expect, it } from 'vitest';
import { wikiOfDocument } from '../../../../shared/jira/data-center/wiki-of-document.ts';

type AdfNode = {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: AdfNode[];
};

const text = (value: string, ...marks: string[]): AdfNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const node = (type: string, content: AdfNode[], attrs?: Record<string, unknown>): AdfNode => ({
  type,
  content,
  ...(attrs && { attrs }),
});
const paragraph = (...content: AdfNode[]) => node('paragraph', content);
const wiki = (...content: AdfNode[]) => wikiOfDocument({ type: 'doc', version: 1, content });

describe('a document in wiki markup', () => {
  it.each([
    [
      'blocks apart',
      [node('heading', [text('Why')], { level: 3 }), paragraph(text('Because.'))],
      'h3. Why\n\nBecause.',
    ],
    ['marks', [paragraph(text('a '), text(' bold ', 'strong'), text('x', 'code'))], 'a  {*}bold{*} {{x}}'],
    [
      'a link',
      [
        paragraph({
          type: 'text',
          text: 'the record',
          marks: [{ type: 'link', attrs: { href: 'https://a.test/x|y' } }],
        }),
      ],
      '[the record|https://a.test/x%7Cy]',
    ],
    [
      'lists in lists',
      [
        node('bulletList', [
          node('listItem', [paragraph(text('one')), node('orderedList', [node('listItem', [paragraph(text('two'))])])]),
        ]),
      ],
      '* one\n*# two',
    ],
    ['code', [node('codeBlock', [text('rm -rf {x}')])], '{code}\nrm -rf {x}\n{code}'],
    ['a quote', [node('blockquote', [paragraph(text('said'))])], '{quote}\nsaid\n{quote}'],
    ['a line break', [paragraph(text('a'), { type: 'hardBreak' }, text('b'))], 'a\nb'],
    [
      'a table',
      [
        node('table', [
          node('tableRow', [node('tableHeader', [paragraph(text('A'))])]),
          node('tableRow', [node('tableCell', [paragraph(text('1'))])]),
        ]),
      ],
      '||A||\n|1|',
    ],
    ['words of a node that we do not write', [node('panel', [paragraph(text('mind'))])], 'mind'],
    ['nothing', [], ''],
  ])('has %s', (_what, content, expected) => {
    expect(wiki(...content)).toBe(expected);
  });

  it.each([
    ['C:\\temp\\x', 'C:&#92;temp&#92;x'],
    ['a {panel} [link] |', 'a \\{panel\\} \\[link\\] \\|'],
    ['*all* -of- _it_', '\\*all* \\-of- \\_it_'],
    ['a_b-c*d', 'a_b-c*d'],
    ['* no list', '\\* no list'],
    ['h1. no heading', 'h1\\. no heading'],
    ['!image.png!', '\\!image.png!'],
    ['&lt; stays', '&amp;lt; stays'],
  ])('shows each character of words as it is: %s', (words, expected) => {
    expect(wiki(paragraph(text(words)))).toBe(expected);
  });
});
