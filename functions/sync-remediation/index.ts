import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { syncRemediation } from './handler.ts';

export const handler = lambda(syncRemediation(jiraWork('sync-remediation')));
