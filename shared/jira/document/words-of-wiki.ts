import { linked } from './words-in-line.ts';

/** Blocks whose inside is no markup. */
const VERBATIM = /\{(code|noformat)(?::[^{}\n]*)?\}\n?([\s\S]*?)\n?\{\1\}/g;

/**
 * The words of a text in Jira's wiki markup, as version 2 of the API, Data Center and webhooks have it. It takes away what would
 * stand between the words, and leaves alone what may be one of them: `*bold*` stays as it is.
 */
export function wordsOfWiki(markup: string): string {
  // Between two texts stand the name of the block and its inside.
  const parts = markup.replace(/\r\n?/g, '\n').split(VERBATIM);
  return parts.map((part, index) => (index % 3 === 0 ? wordsOf(part) : index % 3 === 1 ? '' : part)).join('');
}

function wordsOf(markup: string): string {
  const counts: Count[] = [];
  return markup
    .split('\n')
    .map((line) => lineWords(line, counts))
    .join('\n');
}

/** Sign of a list, and how many items it has had. */
type Count = { readonly sign: string; readonly items: number };

/** @param counts of the list at hand, one for each of its levels */
function lineWords(line: string, counts: Count[]): string {
  const [, signs, item = ''] = /^\s*([*#-]+)\s+(.*)$/.exec(line) ?? [];
  if (signs !== undefined) return `${itemSign(signs, counts)}${inlineWords(item)}`;
  counts.length = 0;
  if (/^\s*-{4,}\s*$/.test(line)) return '';
  if (/^\s*\|/.test(line)) return cellsOf(line).map(inlineWords).join(' | ');
  return inlineWords(line.replace(/^\s*(?:h[1-6]|bq)\.\s+/, ''));
}

function itemSign(signs: string, counts: Count[]): string {
  const depth = signs.length - 1;
  counts.length = depth + 1;
  const [sign, before] = [signs.slice(-1), counts[depth]];
  const items = before?.sign === sign ? before.items + 1 : 1;
  counts[depth] = { sign, items };
  return `${'  '.repeat(Math.min(depth, 20))}${sign === '#' ? `${items}.` : '-'} `;
}

/** The bar between two cells may also stand in a link, or behind a backslash. */
const cellsOf = (row: string): string[] =>
  (row.match(/(?:\\.|\[[^\][]*\]|[^|\\[]|[\\[])+/g) ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');

const MARKUP = new RegExp(
  [
    String.raw`(?<end>\\\\(?=\s|$)\s?)`,
    String.raw`\\(?<plain>[^A-Za-z0-9\s\\])`,
    String.raw`\{\{(?<code>(?:\\.|[^{}\\])+)\}\}`,
    String.raw`\{panel:(?<panel>[^{}]*)\}`,
    String.raw`(?<none>\{(?:[*_+^~?-]|(?:color|quote|panel|anchor)(?::[^{}]*)?)\})`,
    String.raw`\[(?<words>(?:\\.|[^\][|\\])*)\|(?<address>[^\][|]+)(?:\|[^\][]*)?\]`,
    String.raw`\[(?<bare>(?:https?:\/\/|mailto:|[~^])[^\][|]+)\]`,
    String.raw`!(?<picture>[^\s!|]+\.\w{2,4})(?:\|[^!]*)?!`,
    String.raw`(?<entity>&(?:#\d+|amp|lt|gt);)`,
  ].join('|'),
  'g',
);

const ENTITIES: Record<string, string> = { '&#92;': '\\', '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function inlineWords(markup: string): string {
  return markup.replace(MARKUP, (...found) => {
    const { end, plain, code, panel, none, words, address, bare, picture, entity }: Record<string, string | undefined> =
      found.at(-1);
    if (end !== undefined) return '\n';
    if (none !== undefined) return '';
    if (code !== undefined) return inlineWords(code);
    if (address !== undefined) return linked(inlineWords(words ?? ''), address);
    if (bare !== undefined) return personOrAddress(bare);
    if (entity !== undefined) return ENTITIES[entity] ?? entity;
    if (panel !== undefined) return /(?:^|\|)title=([^|]*)/.exec(panel)?.[1] ?? '';
    return plain ?? picture ?? '';
  });
}

/** `[~anna]` is a person and `[^log.txt]` a file. An account id tells nobody who it is. */
function personOrAddress(bare: string): string {
  if (bare.startsWith('~')) return bare.includes(':') ? '@someone' : `@${bare.slice(1)}`;
  return bare.replace(/^(?:\^|mailto:)/, '');
}
