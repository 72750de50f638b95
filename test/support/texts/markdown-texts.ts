import * as fc from 'fast-check';

const word = fc.nat(99).map((number) => `w${number}`);

const inline = fc.letrec<{ line: string; part: string }>((tie) => ({
  line: fc
    .array(tie('part'), { minLength: 1, maxLength: 4, depthIdentifier: 'inline' })
    .map((parts) => parts.join(' ')),
  part: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'inline' },
    word,
    fc.constantFrom(
      '😀',
      '\u202ew\u202c',
      'שלום',
      '\ud83d',
      '\0',
      '  \n',
      '\\\n',
      '&amp;',
      '<b>',
      '\\',
      '*',
      '_',
      '`',
      '[',
      '](',
      '~~',
      '|',
      '!',
    ),
    fc
      .tuple(fc.constantFrom('*', '**', '_', '~~', '`', '``', '***'), tie('line'))
      .map(([mark, within]) => `${mark}${within}${mark}`),
    fc
      .tuple(tie('line'), fc.constantFrom('https://a.test/x', 'javascript:alert(1)', 'mailto:a@b.test', '/x', ''))
      .map(([within, address]) => `[${within}](${address})`),
  ),
})).line;

const block = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc
    .array(tie('block'), { minLength: 1, maxLength: 4, depthIdentifier: 'block' })
    .map((all) => all.join('\n\n')),
  block: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'block' },
    inline,
    fc.tuple(fc.integer({ min: 1, max: 7 }), inline).map(([level, line]) => `${'#'.repeat(level)} ${line}`),
    inline.map((line) => `${line}\n===`),
    fc.constantFrom(
      '---',
      '>',
      '-',
      '1.',
      '- [ ] w1',
      '<div>',
      '    w2',
      '```\nw3',
      '| w4 |\n|--|\n| w5 | w6 |',
      '|w7|\n|-|',
    ),
    inline.map((line) => `\`\`\`\n${line}\n\`\`\``),
    tie('blocks').map((within) => within.replace(/^/gm, '> ')),
    fc
      .tuple(fc.constantFrom('- ', '* ', '1. ', '7) '), tie('blocks'))
      .map(([sign, within]) => `${sign}${within.replace(/\n/g, `\n${' '.repeat(sign.length)}`)}`),
  ),
})).blocks;

/** Markdown as people write it, and as nobody does. Its words are `w` and a number. */
export const markdownTexts = (): fc.Arbitrary<string> => block;
