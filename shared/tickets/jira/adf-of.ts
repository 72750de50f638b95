import type { AdfDocument, AdfNode } from '../../jira/adf.ts';
import type { TextBlock, TextRun, TicketText } from '../ticket-text.ts';

/** Renders a text in the Atlassian Document Format. */
export const adfOf = (blocks: TicketText): AdfDocument => ({ type: 'doc', version: 1, content: blocks.map(blockNode) });

function blockNode(block: TextBlock): AdfNode {
  if ('heading' in block) return { type: 'heading', attrs: { level: 3 }, content: [runNode({ text: block.heading })] };
  if ('paragraph' in block) return paragraphNode(block.paragraph);
  return {
    type: 'bulletList',
    content: block.bullets.map((runs) => ({ type: 'listItem', content: [paragraphNode(runs)] })),
  };
}

const paragraphNode = (runs: readonly TextRun[]): AdfNode => ({ type: 'paragraph', content: runs.map(runNode) });

function runNode({ text, isStrong, url }: TextRun): AdfNode {
  if (url !== undefined) return { type: 'text', text, marks: [{ type: 'link', attrs: { href: url } }] };
  return isStrong === true ? { type: 'text', text, marks: [{ type: 'strong' }] } : { type: 'text', text };
}
