import { type MarkdownToken, markdownBlocks, markdownRuns } from '../document/read-markdown/parse-markdown.ts';
import {
  type HeadingLevel,
  paragraph,
  type TableRow,
  type TextBlock,
  type TextRun,
  type TextRuns,
  text,
} from './ticket-text.ts';

type Tokens = IterableIterator<MarkdownToken>;
type Look = Omit<TextRun, 'text'>;

/**
 * Blocks of what a person wrote as Markdown: why, and when it is good. Its headings stand below ours. For what is no prose of a
 * person, `text` keeps every character.
 */
export function proseBlocks(markdown: string): TextBlock[] {
  const tokens = markdownBlocks(markdown);
  return tokens === undefined ? inParagraphs(markdown) : blocksIn(tokens.values());
}

/** The same within a line of ours, such as the statement of a check: marks and links, and no blocks. */
export function proseRuns(markdown: string): TextRun[] {
  const tokens = markdownRuns(markdown);
  return tokens === undefined ? [text(markdown)] : runsIn(tokens);
}

const inParagraphs = (words: string): TextBlock[] =>
  words
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(text(part.trim())));

/** Reads on to the end of the block that was opened last. */
function readEach<Part>(tokens: Tokens, read: (token: MarkdownToken) => Part[]): Part[] {
  const parts: Part[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) break;
    parts.push(...read(token));
  }
  return parts;
}

const blocksIn = (tokens: Tokens): TextBlock[] => readEach(tokens, (token) => blocksOf(token, tokens));

function blocksOf(token: MarkdownToken, tokens: Tokens): TextBlock[] {
  switch (token.type) {
    case 'paragraph_open':
      return [{ kind: 'paragraph', runs: lineIn(tokens) }];
    case 'heading_open':
      return [{ kind: 'heading', level: levelBelowOurs(token.tag), runs: lineIn(tokens) }];
    case 'bullet_list_open':
      return [{ kind: 'list', items: itemsIn(tokens) }];
    case 'ordered_list_open':
      return [{ kind: 'list', start: Number(token.attrGet('start') ?? 1), items: itemsIn(tokens) }];
    case 'blockquote_open':
      return [{ kind: 'quote', blocks: blocksIn(tokens) }];
    case 'table_open':
      return [{ kind: 'table', rows: rowsIn(tokens) }];
    case 'fence':
    case 'code_block':
      return [codeBlock(token)];
    case 'hr':
      return [{ kind: 'rule' }];
    default:
      return [paragraph(text(token.content))];
  }
}

/** A heading or a paragraph holds one token, with those of its line in it. */
const lineIn = (tokens: Tokens): TextRun[] => readEach(tokens, ({ children }) => runsIn(children ?? []));

const itemsIn = (tokens: Tokens): TextBlock[][] => readEach(tokens, () => [blocksIn(tokens)]);

/** A table has a head and a body, which have rows, which have cells. */
const rowsIn = (tokens: Tokens): TableRow[] => readEach(tokens, () => readEach(tokens, () => [cellsIn(tokens)]));

const cellsIn = (tokens: Tokens): TextRuns[] => readEach(tokens, () => [lineIn(tokens)]);

/** What follows the fence is a language when it is one word; a sentence there is words like any other. */
function codeBlock({ content, info }: MarkdownToken): TextBlock {
  const code = content.replace(/\n$/, '');
  const [language = '', more] = info.trim().split(/\s+/);
  if (more !== undefined) return { kind: 'code', code: `${info.trim()}\n${code}` };
  return language === '' ? { kind: 'code', code } : { kind: 'code', language, code };
}

const LEVELS: Record<string, HeadingLevel> = { h1: 4, h2: 5 };
const levelBelowOurs = (tag: string): HeadingLevel => LEVELS[tag] ?? 6;

const LOOKS: Record<string, Look> = {
  strong_open: { isStrong: true },
  em_open: { isEmphasis: true },
  s_open: { isStruck: true },
};

function runsIn(tokens: readonly MarkdownToken[]): TextRun[] {
  const looks: Look[] = [];
  const runs: TextRun[] = [];
  const say = (words: string, look: Look = {}): void => {
    if (words !== '') runs.push(Object.assign({}, ...looks, look, { text: words }));
  };
  for (const token of tokens) {
    if (token.nesting === 1) looks.push(LOOKS[token.type] ?? linkTo(token, 'href'));
    else if (token.nesting === -1) looks.pop();
    // People who break a line in a form mean it.
    else if (token.type === 'softbreak' || token.type === 'hardbreak') say('\n');
    else if (token.type === 'code_inline') say(token.content, { isCode: true });
    else if (token.type === 'image') say(token.content || String(token.attrGet('src')), linkTo(token, 'src'));
    else say(token.content);
  }
  return runs;
}

function linkTo(token: MarkdownToken, attribute: 'href' | 'src'): Look {
  const url = token.attrGet(attribute);
  return url === null ? {} : { url: String(url) };
}
