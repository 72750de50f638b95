import * as z from 'zod';
import { asWords } from './wiki-words.ts';

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
      return codeBlock(node);
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

/** Languages that Data Center has a formatter for. Of another it shows an error in the place of the code. */
const LANGUAGES = new Set(
  (
    'actionscript ada applescript bash c c# c++ css erlang go groovy haskell html java javascript js json lua objc perl php ' +
    'python r ruby scala sh sql swift visualbasic xml yaml'
  ).split(' '),
);

/** Code that has the end of its own block in it comes as words. */
function codeBlock({ attrs, content }: Node): string {
  const code = content.map(({ text }) => text).join('');
  const language = String(attrs.language ?? '').toLowerCase();
  if (!code.includes('{code')) return `{code${LANGUAGES.has(language) ? `:${language}` : ''}}\n${code}\n{code}`;
  return code.includes('{noformat') ? asWords(code) : `{noformat}\n${code}\n{noformat}`;
}

const words = (nodes: readonly Node[], lineBreak: string): string =>
  linksIn(nodes)
    .map(({ href, linked }) => {
      const markup = linked.map((node) => word(node, lineBreak)).join('');
      return href === undefined ? markup : `[${markup}|${href.replace(/[|[\]{}]/g, encodeURIComponent)}]`;
    })
    .join('');

type Linked = { readonly href: string | undefined; readonly linked: Node[] };

/** Nodes that stand side by side and lead to one address are one link. */
function linksIn(nodes: readonly Node[]): Linked[] {
  const links: Linked[] = [];
  for (const node of nodes) {
    const mark = node.marks.find(({ type }) => type === 'link');
    const href = mark === undefined ? undefined : String(mark.attrs.href);
    const last = links.at(-1);
    if (last !== undefined && last.href === href) last.linked.push(node);
    else links.push({ href, linked: [node] });
  }
  return links;
}

function word(node: Node, lineBreak: string): string {
  const { type, text, attrs, content } = node;
  if (type === 'hardBreak') return lineBreak;
  if (type === 'inlineCard') return String(attrs.url);
  if (type !== 'text') return content.length > 0 ? words(content, lineBreak) : asWords(String(attrs.text ?? ''));
  return marked(node, text);
}

/** Marks go around the words, and never around the blanks beside them: there they would be no marks. */
function marked({ marks }: Node, text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (inner === '') return text;
  const has = (wanted: string): boolean => marks.some(({ type }) => type === wanted);
  const around = SIGNS.filter(([type]) => has(type)).reduce(
    (markup, [, sign]) => `{${sign}}${markup}{${sign}}`,
    has('code') ? `{{${asWords(inner)}}}` : asWords(inner),
  );
  return `${before}${around}${after}`;
}

/** In braces they hold within a word as well. The innermost first. */
const SIGNS = [
  ['strike', '-'],
  ['underline', '+'],
  ['em', '_'],
  ['strong', '*'],
] as const;

/** Words at the beginning of a line that would make a list or a heading of it. */
const lineStartsEscaped = (text: string): string =>
  text.replace(/(?<=^[ \t]*)(?:[*#-]+(?= )|h[1-6](?=\.)|bq(?=\.))/gm, (sign) =>
    /\w$/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
