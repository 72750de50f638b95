import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { createRemediationHandler } from './handler.ts';

export const handler = lambda(createRemediationHandler(jiraWork('create-remediation')));
