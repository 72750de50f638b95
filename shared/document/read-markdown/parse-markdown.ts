import markdownIt, { type Token } from 'markdown-it';
import { webUrl } from '../links.ts';
import { withoutMarksWithinWords } from './no-mark-within-words.ts';
import { keepWholeRows } from './whole-rows.ts';
import { keepWindowsPath } from './windows-path.ts';

export type MarkdownToken = Token;

/** Levels of quotes and lists within each other; a list with its items is two. markdown-it leaves out what lies deeper. */
const NESTING_LIMIT = 20;

/** In UTF-16 code units, beyond any field that people write. */
const LENGTH_LIMIT = 100_000;

/**
 * CommonMark with tables and strikethrough, read so that no word is lost:
 * - HTML is no markup: `<script>` is eight characters;
 * - a link leads to the web; of any other, as `[a](javascript:b)`, all characters are kept;
 * - nothing is a definition: `[CVE-2024-1]: https://…` would vanish;
 * - bare addresses are words: records of incidents quote those of attackers, and nobody should click on them.
 */
const parser = markdownIt({ html: false, linkify: false, typographer: false }).disable('reference');
parser.set({ maxNesting: NESTING_LIMIT });
parser.validateLink = (address) => webUrl(address) !== undefined;
parser.inline.ruler.before('escape', 'windows_path', keepWindowsPath);
parser.inline.State = withoutMarksWithinWords(parser.inline.State);
parser.core.ruler.after('block', 'whole_rows', keepWholeRows);

/** Tokens of a text in blocks; undefined when it is nested or long as no person writes. */
export function markdownBlocks(markdown: string): Token[] | undefined {
  if (markdown.length > LENGTH_LIMIT) return undefined;
  const tokens = parser.parse(markdown.toWellFormed(), {});
  return tokens.some(({ level }) => level >= NESTING_LIMIT - 1) ? undefined : tokens;
}

/** Tokens of running text, in which no heading, list or quote begins; undefined when it is too long. */
export function markdownRuns(markdown: string): Token[] | undefined {
  if (markdown.length > LENGTH_LIMIT) return undefined;
  return parser.parseInline(markdown.toWellFormed(), {}).flatMap(({ children }) => children ?? []);
}
