import { webUrl } from '../../document/links.ts';
import type { TextBlock, TextRun, TextRuns, TicketText } from '../ticket-text.ts';
import { blocksInItem } from './blocks-in-item.ts';
import { asWords } from './wiki-words.ts';

/**
 * Renders a text in the wiki markup of Jira Data Center, where texts are strings:
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export const wikiOf = (text: TicketText): string => text.map(blockMarkup).filter(isSomething).join('\n\n');

const isSomething = (markup: string): boolean => markup !== '';

function blockMarkup(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}. ${runsMarkup(block.runs, ' ')}`;
    case 'paragraph':
      return runsMarkup(block.runs, '\n');
    case 'list':
      return listMarkup(block, '');
    case 'quote':
      return `{quote}\n${wikiOf(block.blocks)}\n{quote}`;
    case 'code':
      return codeMarkup(block.code, block.language);
    case 'table':
      return block.rows.map(rowMarkup).join('\n');
    case 'rule':
      return '----';
    case 'whole text':
      return '';
  }
}

type List = Extract<TextBlock, { kind: 'list' }>;

/** A list within an item is marked by two signs, `*#`. The wiki counts for itself, and from one. */
function listMarkup({ start, items }: List, outer: string): string {
  const sign = `${outer}${start === undefined ? '*' : '#'}`;
  return items.map((blocks) => itemMarkup(blocks, sign)).join('\n');
}

/** An item that begins with a list or with code has an empty line of its own before it. */
function itemMarkup(blocks: TicketText, sign: string): string {
  const within = blocksInItem(blocks);
  const lines = within.map((block) => (block.kind === 'list' ? listMarkup(block, sign) : blockMarkup(block)));
  const [first = '', ...rest] = within[0]?.kind === 'paragraph' ? lines : ['', ...lines];
  return [`${sign} ${first}`, ...rest].join('\n');
}

const rowMarkup = (cells: readonly TextRuns[], index: number): string => {
  const border = index === 0 ? '||' : '|';
  return `${border}${cells.map((runs) => runsMarkup(runs, ' \\\\ ') || ' ').join(border)}${border}`;
};

/** Languages that Data Center has a formatter for. Of another it shows an error in the place of the code. */
const LANGUAGES = new Set(
  (
    'actionscript ada applescript bash c c# c++ css erlang go groovy haskell html java javascript js json lua objc perl php ' +
    'python r ruby scala sh sql swift visualbasic xml yaml'
  ).split(' '),
);

/** Code that has the end of its own block in it comes as words. */
function codeMarkup(code: string, language: string | undefined): string {
  const known = language?.toLowerCase() ?? '';
  if (!code.includes('{code')) return `{code${LANGUAGES.has(known) ? `:${known}` : ''}}\n${code}\n{code}`;
  return code.includes('{noformat') ? asWords(code) : `{noformat}\n${code}\n{noformat}`;
}

const runsMarkup = (runs: TextRuns, lineBreak: string): string =>
  linksIn(runs)
    .map(linkMarkup)
    .join('')
    .replace(LINE_SIGN, (sign) => (/\w$/.test(sign) ? `${sign}\\` : `\\${sign}`))
    .replace(/\r\n?|\n/g, lineBreak);

/** Words at the beginning of a line that would make a list or a heading of it. */
const LINE_SIGN = /(?<=^[ \t]*)(?:[*#-]+(?= )|h[1-6](?=\.)|bq(?=\.))/gm;

type LinkOfRuns = { readonly url: string | undefined; readonly runs: TextRun[] };

/** Runs that stand side by side and lead to one address are one link. */
function linksIn(runs: TextRuns): LinkOfRuns[] {
  const links: LinkOfRuns[] = [];
  for (const run of runs) {
    const last = links.at(-1);
    if (last !== undefined && last.url === run.url) last.runs.push(run);
    else links.push({ url: run.url, runs: [run] });
  }
  return links;
}

function linkMarkup({ url, runs }: LinkOfRuns): string {
  const words = runs.map(runMarkup).join('');
  const href = url === undefined ? undefined : webUrl(url);
  return href === undefined ? words : `[${words}|${href.replace(/[|[\]{}]/g, encodeURIComponent)}]`;
}

/** Marks in braces, `{*}`, hold within a word as well. They go around the words, and never around the blanks beside them. */
function runMarkup({ text, isStrong, isEmphasis, isStruck, isCode }: TextRun): string {
  const words = text.trim();
  if (words === '') return text;
  let markup = asWords(words);
  if (isCode === true) markup = `{{${markup}}}`;
  if (isStruck === true) markup = `{-}${markup}{-}`;
  if (isEmphasis === true) markup = `{_}${markup}{_}`;
  if (isStrong === true) markup = `{*}${markup}{*}`;
  return text.replace(words, () => markup);
}
