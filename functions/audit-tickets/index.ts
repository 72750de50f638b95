import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { auditTickets } from './handler.ts';

export const handler = lambda(auditTickets(jiraWork('audit-tickets')));
