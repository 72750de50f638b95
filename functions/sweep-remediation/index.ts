import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { sweepRemediationHandler } from './handler.ts';

export const handler = lambda(sweepRemediationHandler(jiraWork('sweep-remediation')));
