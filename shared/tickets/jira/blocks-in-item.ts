import type { TextBlock, TextRun, TextRuns, TicketText } from '../ticket-text.ts';

export type BlockInItem = Extract<TextBlock, { kind: 'paragraph' | 'list' | 'code' }>;

/** List items and quotes of Jira take no heading, quote, table or line. The words of those come in paragraphs there. */
export const blocksInItem = (blocks: TicketText): BlockInItem[] => blocks.flatMap(inItem);

function inItem(block: TextBlock): BlockInItem[] {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
    case 'code':
      return [block];
    case 'heading':
      return [{ kind: 'paragraph', runs: block.runs.map((run) => ({ ...run, isStrong: true })) }];
    case 'quote':
      return blocksInItem(block.blocks);
    case 'table':
      return block.rows.map((cells) => ({ kind: 'paragraph', runs: withSeparators(cells) }));
    case 'rule':
    case 'whole text':
      return [];
  }
}

const withSeparators = (cells: readonly TextRuns[]): TextRun[] =>
  cells.flatMap((runs, index) => (index === 0 ? runs : [{ text: ' | ' }, ...runs]));
