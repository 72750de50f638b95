import { attribute, type FoundNode, type NodesLeft, nodesIn, nodesLeft } from './read-node.ts';
import { cardAddress, isInLine, wordsInLine } from './words-in-line.ts';

/** Levels of nodes within each other. Of what lies deeper the words are kept, and nothing of their form. */
const DEPTH_LIMIT = 100;

type Place = { readonly depth: number; readonly left: NodesLeft };

/**
 * The words of a document of Jira, a line for each block: items of lists with their signs, tasks with their boxes, cells of a
 * table side by side, and the addresses of links and cards. A node that nobody can read costs its own words and no others.
 */
export function wordsOfDocument(document: unknown): string {
  const lines = linesOf([document], { depth: 0, left: nodesLeft() });
  return shown(lines).join('\n').trim();
}

const shown = (lines: readonly string[]): string[] => lines.map((line) => line.trimEnd()).filter((line) => line !== '');

/** Lines of nodes that stand one after another. Words without a block of their own make a line, wherever they stand. */
function linesOf(content: readonly unknown[], place: Place): string[] {
  const nodes = nodesIn(content, place.left);
  if (place.depth > DEPTH_LIMIT) return wordsInLine(leavesOf(nodes, place.left)).split('\n');
  const lines: string[] = [];
  let line: FoundNode[] = [];
  const endLine = (): void => {
    if (line.length > 0) for (const words of wordsInLine(line).split('\n')) lines.push(words);
    line = [];
  };
  for (const node of nodes) {
    if (isInLine(node)) {
      line.push(node);
    } else {
      endLine();
      for (const words of blockLines(node, { ...place, depth: place.depth + 1 })) lines.push(words);
    }
  }
  endLine();
  return lines;
}

function blockLines(node: FoundNode, place: Place): string[] {
  switch (node.type) {
    case 'bulletList':
      return itemLines(node, place, () => '- ');
    case 'orderedList':
      return itemLines(node, place, (index) => `${firstNumber(node) + index}. `);
    case 'taskItem':
      return signed(node.attrs.state === 'DONE' ? '[x] ' : '[ ] ', linesOf(node.content, place));
    case 'decisionItem':
      return signed('Decision: ', linesOf(node.content, place));
    case 'tableRow':
      return [
        nodesIn(node.content, place.left)
          .map((cell) => shown(linesOf(cell.content, place)).join(' '))
          .join(' | '),
      ];
    case 'expand':
    case 'nestedExpand':
      return [attribute(node, 'title'), ...linesOf(node.content, place)];
    default:
      return [ownWords(node), ...linesOf(node.content, place)];
  }
}

/** What a card, a picture or an extension says of itself. Blocks of words say nothing beside them. */
const ownWords = (node: FoundNode): string =>
  cardAddress(node) || attribute(node, 'alt') || attribute(node, 'text') || node.text;

function itemLines(list: FoundNode, place: Place, signOf: (index: number) => string): string[] {
  return nodesIn(list.content, place.left).flatMap((item, index) =>
    item.type === 'listItem' ? signed(signOf(index), linesOf(item.content, place)) : linesOf([item], place),
  );
}

const firstNumber = ({ attrs: { order } }: FoundNode): number => (typeof order === 'number' ? order : 1);

/** An item with its sign before its first words, and its other lines below them. */
function signed(sign: string, lines: readonly string[]): string[] {
  const [first = '', ...rest] = shown(lines);
  return [`${sign}${first}`, ...rest.map((line) => `  ${line}`)];
}

/** All nodes without content of their own, in order, found without going deeper into the stack. */
function leavesOf(nodes: readonly FoundNode[], left: NodesLeft): FoundNode[] {
  const leaves: FoundNode[] = [];
  const ahead = nodes.toReversed();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (node.content.length === 0) leaves.push(node);
    else for (const child of nodesIn(node.content, left).toReversed()) ahead.push(child);
  }
  return leaves;
}
