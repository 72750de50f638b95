import * as z from 'zod';
import { readable } from '../words/readable.ts';

/** https://support.atlassian.com/jira-software-cloud/docs/what-are-labels/ */
export const TicketLabel = z
  .string()
  .max(255, { error: 'expected a Jira label of at most 255 characters' })
  .regex(/^[^\s\p{Cc}]+$/u, { error: 'expected a Jira label, which has no spaces' })
  .regex(readable(1), { error: 'expected a label that can be read' });
