import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { createRemediation } from './handler.ts';

export const handler = lambda(createRemediation(jiraWork('create-remediation')));
