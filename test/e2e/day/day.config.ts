import * as z from 'zod';
import { demoSettings } from '../../../local/demo/demo-settings.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';

const { HOLDFAST_JIRA_SITE, HOLDFAST_SIGN_IN_URL } = z
  .object({ HOLDFAST_JIRA_SITE: z.url(), HOLDFAST_SIGN_IN_URL: z.url() })
  .parse(process.env);
const settings = demoSettings(HOLDFAST_JIRA_SITE);

/** Policy of the demo with the patience and the due dates of a deployment, and a route by which decisions move tickets. */
export default parseConfig({
  signIn: { address: HOLDFAST_SIGN_IN_URL },
  ...settings,
  jira: { ...settings.jira, timeoutMs: 10_000 },
  postMortem: {
    ...settings.postMortem,
    templates: [{ name: 'incident', requires: ['summary', 'root causes', 'recommendations'] }],
  },
  remediation: {
    ...settings.remediation,
    create: { ...settings.remediation.create, lease: 'PT2M' },
    routes: {
      identity: {
        project: 'IAM',
        issueType: 'Task',
        onCancelled: { transition: 'Done', resolution: "Won't Do" },
        onAccepted: { transition: 'In Review' },
      },
    },
    dueWithin: { critical: 'P7D', high: 'P14D', medium: 'P30D', low: 'P90D' },
  },
  // A fail that its source is not asked about has to count before the day is over.
  verification: { ...settings.verification, failStandsFor: 'PT5S' },
});
