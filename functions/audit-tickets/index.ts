import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { auditTicketsHandler } from './handler.ts';

export const handler = lambda(auditTicketsHandler(jiraWork('audit-tickets')));
