import {
  type AdfDocument,
  type AdfNode,
  bulletList,
  document,
  heading,
  link,
  paragraph,
  strong,
  text,
} from '../../jira/adf.ts';
import type { TextBlock, TextRun, TicketText } from '../ticket-text.ts';

/** Renders a text in the Atlassian Document Format. */
export const adfOf = (blocks: TicketText): AdfDocument => document(...blocks.map(blockNode));

function blockNode(block: TextBlock): AdfNode {
  if ('heading' in block) return heading(block.heading);
  if ('paragraph' in block) return paragraph(...block.paragraph.map(runNode));
  return bulletList(block.bullets.map((runs) => runs.map(runNode)));
}

function runNode(run: TextRun): AdfNode {
  if (run.url !== undefined) return link(run.text, run.url);
  return run.isStrong === true ? strong(run.text) : text(run.text);
}
