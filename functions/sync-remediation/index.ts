import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { syncRemediationHandler } from './handler.ts';

export const handler = lambda(syncRemediationHandler(jiraWork('sync-remediation')));
