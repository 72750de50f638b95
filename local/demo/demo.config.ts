import * as z from 'zod';
import { parseConfig } from '../../shared/domain/parse-config.ts';

/** The simulator listens on a free port, so its address comes with the deployment. */
const { HOLDFAST_JIRA_SITE } = z.object({ HOLDFAST_JIRA_SITE: z.url() }).parse(process.env);

/** What a team would decide, with days shortened to seconds. Nothing else differs from a deployment to AWS. */
export default parseConfig({
  postMortem: { recordUrl: `${HOLDFAST_JIRA_SITE}/browse/SEC-1?post-mortem={id}` },
  jira: { site: HOLDFAST_JIRA_SITE },
  remediation: {
    defaultRoute: { project: 'PLAT', issueType: 'Task' },
    routes: { identity: { project: 'IAM', issueType: 'Task' } },
    // A low priority is overdue before the demo is over.
    dueWithin: { critical: 'PT15M', high: 'PT10M', medium: 'PT5M', low: 'PT5S' },
    create: { lease: 'PT10S', indexLag: 'PT5S', searchEvery: 'PT1S' },
  },
  verification: {
    steps: ['PT2S', 'PT6S'],
    periodic: 'PT1H',
    retryInconclusiveAfter: 'PT1S',
    evidenceMaxAge: 'PT1H',
  },
  reports: { period: 'P1D', settle: 'PT0S', upcomingWithin: 'P1D', title: 'Security lessons (demo)' },
  operations: { logRetentionDays: 1, removalPolicy: 'destroy' },
});
