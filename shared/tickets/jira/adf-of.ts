import type { AdfDocument } from '../../jira/document/document.ts';
import type { TicketText } from '../ticket-text.ts';
import { blockNodes } from './adf-nodes.ts';
import { shortText } from './short-text.ts';

/** Renders a text in the Atlassian Document Format, and so much of it as Jira takes. */
export const adfOf = (text: TicketText): AdfDocument => ({
  type: 'doc',
  version: 1,
  content: shortText(text).flatMap(blockNodes),
});
