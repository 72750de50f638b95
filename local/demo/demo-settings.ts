import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';

/** The source that the demo's plans name, and for which its scanner may speak. */
export const SCANNER_SOURCE = 'phishing-simulation';

/** Policy of a team, with days shortened to seconds. Nothing else differs from a deployment to AWS. */
export function demoSettings(jiraSite: string) {
  return {
    postMortem: { recordUrl: `${jiraSite}/browse/SEC-1?post-mortem={id}` },
    programs: {
      scanner: { owner: 'sam@holdfast.localhost', scopes: ['signals.write'], sources: [SCANNER_SOURCE] },
    },
    // Short against the lease: who has it stops before a call could outlast it.
    jira: { site: jiraSite, timeoutMs: 2_000 },
    remediation: {
      defaultRoute: { project: 'PLAT', issueType: 'Task' },
      routes: { identity: { project: 'IAM', issueType: 'Task' } },
      // What is critical is overdue before the demo is over.
      dueWithin: { critical: 'PT5S', high: 'PT10M', medium: 'PT15M', low: 'PT20M' },
      create: { lease: 'PT10S', indexLag: 'PT5S', searchEvery: 'PT1S' },
    },
    verification: {
      steps: ['PT2S', 'PT6S'],
      failStandsFor: 'PT1S',
      evidenceMaxAge: 'PT1H',
      unprovenAfter: 'PT1H',
      askAhead: 'PT1S',
    },
    reports: { period: 'P1D', settle: 'PT0S', upcomingWithin: 'P1D', title: 'Security lessons (demo)' },
    operations: { logRetentionDays: 1, removalPolicy: 'destroy', anchorRetentionDays: 1 },
  } satisfies HoldfastConfigInput;
}
