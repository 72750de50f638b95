import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { openPostMortem } from './handler.ts';

export const handler = lambda(openPostMortem(jiraWork('open-post-mortem')));
