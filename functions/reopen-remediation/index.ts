import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { reopenRemediation } from './handler.ts';

export const handler = lambda(reopenRemediation(jiraWork('reopen-remediation')));
