import * as z from 'zod';

const Mark = z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).prefault({}) });
const Node = z.object({
  type: z.string(),
  text: z.string().prefault(''),
  attrs: z.record(z.string(), z.unknown()).prefault({}),
  marks: z.array(Mark).prefault([]),
  get content() {
    return z.array(Node).prefault([]);
  },
});
type Node = z.infer<typeof Node>;

/**
 * A document of ours in the wiki markup that texts of Data Center have. It knows the nodes that we write; of others it keeps
 * the words.
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export const wikiOfDocument = (document: unknown): string => blocks(Node.parse(document).content);

const blocks = (nodes: readonly Node[]): string =>
  nodes
    .map(block)
    .filter((markup) => markup !== '')
    .join('\n\n');

function block(node: Node): string {
  switch (node.type) {
    case 'heading':
      return `h${String(node.attrs.level)}. ${words(node.content, ' ')}`;
    case 'bulletList':
      return list(node, '*');
    case 'orderedList':
      return list(node, '#');
    case 'blockquote':
      return `{quote}\n${blocks(node.content)}\n{quote}`;
    case 'codeBlock':
      return code(node.content.map(({ text }) => text).join(''));
    case 'rule':
      return '----';
    case 'table':
      return node.content.map(row).join('\n');
    case 'paragraph':
      return lineStartsEscaped(words(node.content, '\n'));
    default:
      return node.content.length === 0 ? words([node], '\n') : blocks(node.content);
  }
}

/** A list within an item is marked by two signs. */
function list({ content }: Node, signs: string): string {
  return content
    .map((item) => {
      const lines = item.content.map((child) => {
        if (child.type === 'bulletList') return list(child, `${signs}*`);
        return child.type === 'orderedList' ? list(child, `${signs}#`) : block(child);
      });
      return `${signs} ${lines.join('\n')}`;
    })
    .join('\n');
}

function row({ content }: Node): string {
  const isHeading = content.some(({ type }) => type === 'tableHeader');
  const border = isHeading ? '||' : '|';
  const cells = content.map(
    (cell) =>
      words(
        cell.content.flatMap((child) => child.content),
        ' \\\\ ',
      ) || ' ',
  );
  return `${border}${cells.join(border)}${border}`;
}

/** Code that holds the end of its own block stands as words. */
const code = (text: string): string => (text.includes('{code') ? escaped(text) : `{code}\n${text}\n{code}`);

const words = (nodes: readonly Node[], lineBreak: string): string =>
  nodes.map((node) => word(node, lineBreak)).join('');

function word(node: Node, lineBreak: string): string {
  const { type, text, attrs, content } = node;
  if (type === 'hardBreak') return lineBreak;
  if (type === 'inlineCard') return String(attrs.url);
  if (type !== 'text') return content.length > 0 ? words(content, lineBreak) : escaped(String(attrs.text ?? ''));
  return marked(node, text);
}

/** Marks go around the words, and never around the blanks beside them: there they would be no marks. */
function marked({ marks }: Node, text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (inner === '') return text;
  const markup = marks.reduce((around, { type, attrs }) => {
    const sign = SIGNS[type];
    if (sign !== undefined) return `{${sign}}${around}{${sign}}`;
    if (type === 'code') return `{{${around}}}`;
    return type === 'link' ? `[${around}|${String(attrs.href).replace(/[|[\]{}]/g, encodeURIComponent)}]` : around;
  }, escaped(inner));
  return `${before}${markup}${after}`;
}

/** In braces they hold within a word as well. */
const SIGNS: Readonly<Record<string, string>> = { strong: '*', em: '_', strike: '-', underline: '+' };

/** Shows each character as it is. Two backslashes would break the line, so one is an entity. */
const escaped = (text: string): string =>
  text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('\\', '&#92;')
    .replace(/[{}[\]|!]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])[*_\-+^~?](?=\S)/gu, '\\$&');

/** Words at the beginning of a line that would make a list or a heading of it. */
const lineStartsEscaped = (text: string): string =>
  text.replace(/^[*#-]+(?= )|^h[1-6](?=\.)|^bq(?=\.)/gm, (sign) => (/\w$/.test(sign) ? `${sign}\\` : `\\${sign}`));
