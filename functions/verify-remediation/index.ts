import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { signalsAbout } from '../../shared/store/inbox/signals.ts';
import { verifyRemediationHandler } from './handler.ts';

const work = jiraWork('verify-remediation');

export const handler = lambda(
  verifyRemediationHandler({ ...work, signalsAbout: (subject, window) => signalsAbout(work.table, subject, window) }),
);
