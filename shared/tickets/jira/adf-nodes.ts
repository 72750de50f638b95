import { webUrl } from '../../document/links.ts';
import type { AdfBlock, AdfBlockInItem, AdfInline, AdfListItem, AdfMarks } from '../../jira/document/document.ts';
import type { TextBlock, TextRun, TextRuns, TicketText } from '../ticket-text.ts';
import { type BlockInItem, blocksInItem } from './blocks-in-item.ts';

/** Nodes of the Atlassian Document Format for a block of a text. */
export function blockNodes(block: TextBlock): AdfBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: block.level }, content: inlineNodes(block.runs) }];
    case 'quote': {
      const content = nodesInItem(block.blocks);
      return content.length === 0 ? [] : [{ type: 'blockquote', content }];
    }
    case 'table':
      return tableNodes(block.rows);
    case 'rule':
      return [{ type: 'rule' }];
    case 'whole text':
      return [];
    default:
      return nodeInItem(block);
  }
}

const nodesInItem = (blocks: TicketText): AdfBlockInItem[] => blocksInItem(blocks).flatMap(nodeInItem);

function nodeInItem(block: BlockInItem): AdfBlockInItem[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphNode(block.runs)];
    case 'list':
      return listNodes(block.items.map(itemNode), block.start);
    case 'code':
      return [codeNode(block.code, block.language)];
  }
}

const paragraphNode = (runs: TextRuns) => ({ type: 'paragraph' as const, content: inlineNodes(runs) });

function codeNode(code: string, language: string | undefined) {
  const content = code === '' ? [] : [{ type: 'text' as const, text: code.toWellFormed().replace(/\r\n?/g, '\n') }];
  return { type: 'codeBlock' as const, ...(language === undefined ? {} : { attrs: { language } }), content };
}

function listNodes(content: AdfListItem[], start: number | undefined): AdfBlockInItem[] {
  if (content.length === 0) return [];
  if (start === undefined) return [{ type: 'bulletList', content }];
  return [{ type: 'orderedList', attrs: { order: start }, content }];
}

/** An item that begins with a list gets an empty paragraph before it. */
function itemNode(blocks: TicketText): AdfListItem {
  const [first, ...rest] = nodesInItem(blocks);
  if (first?.type === 'paragraph' || first?.type === 'codeBlock')
    return { type: 'listItem', content: [first, ...rest] };
  return { type: 'listItem', content: [paragraphNode([]), ...(first === undefined ? [] : [first]), ...rest] };
}

function tableNodes(rows: readonly (readonly TextRuns[])[]): AdfBlock[] {
  if (rows.length === 0) return [];
  const content = rows.map((cells, index) => ({
    type: 'tableRow' as const,
    content: cells.map((runs) => ({
      type: index === 0 ? ('tableHeader' as const) : ('tableCell' as const),
      content: [paragraphNode(runs)],
    })),
  }));
  return [{ type: 'table', content }];
}

const inlineNodes = (runs: TextRuns): AdfInline[] => runs.flatMap(runNodes);

/** A line break in a text is a node of its own, and no text is empty. */
function runNodes(run: TextRun): AdfInline[] {
  const marks = marksOf(run);
  return run.text
    .toWellFormed()
    .split(/\r\n?|\n/)
    .flatMap((line, index): AdfInline[] => {
      const words: AdfInline = { type: 'text', text: line, ...(marks.length === 0 ? {} : { marks }) };
      return [...(index === 0 ? [] : [{ type: 'hardBreak' as const }]), ...(line === '' ? [] : [words])];
    });
}

/** Code goes with a link and with nothing else. */
function marksOf({ isStrong, isEmphasis, isStruck, isCode, url }: TextRun): AdfMarks {
  const href = url === undefined ? undefined : webUrl(url);
  const link = href === undefined ? [] : [{ type: 'link' as const, attrs: { href } }];
  if (isCode === true) return [{ type: 'code' }, ...link];
  return [
    ...(isStrong === true ? [{ type: 'strong' as const }] : []),
    ...(isEmphasis === true ? [{ type: 'em' as const }] : []),
    ...(isStruck === true ? [{ type: 'strike' as const }] : []),
    ...link,
  ];
}
