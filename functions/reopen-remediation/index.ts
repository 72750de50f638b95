import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { reopenRemediationHandler } from './handler.ts';

export const handler = lambda(reopenRemediationHandler(jiraWork('reopen-remediation')));
