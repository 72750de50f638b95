import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { sweepRemediation } from './handler.ts';

export const handler = lambda(sweepRemediation(jiraWork('sweep-remediation')));
