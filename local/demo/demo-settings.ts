import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { LOOK_AGAIN_FUNCTION } from '../evidence-source/phishing-simulation.ts';
import { DEFAULT_PLAN, type DemoPlan } from './demo-plan.ts';

/** Sources of evidence of the demo: the second can be asked. */
export const MAIL_TEST = 'mail-filter-test';
export const SIMULATION = 'phishing-simulation';

type Jira = NonNullable<HoldfastConfigInput['jira']>;

/**
 * Policy of a team, with days shortened to seconds. Nothing else differs from a deployment to AWS.
 *
 * @param addresses where the site's API is elsewhere than its pages
 */
export function demoSettings(jiraSite: string, plan: DemoPlan = DEFAULT_PLAN, addresses: Partial<Jira> = {}) {
  return {
    postMortem: { recordUrl: `${jiraSite}/browse/${plan.incident.project}-1?post-mortem={id}` },
    programs: {
      scanner: { owner: 'sam@holdfast.localhost', scopes: ['signals.write'], sources: [MAIL_TEST, SIMULATION] },
    },
    evidenceSources: { [SIMULATION]: { ask: { function: LOOK_AGAIN_FUNCTION, timeout: 'PT5S' } } },
    // Short against the lease: who has it stops before a call could outlast it.
    jira: { site: jiraSite, ...addresses, timeoutMs: 2_000 },
    ...(plan.incidents === undefined ? {} : { incidents: plan.incidents }),
    remediation: {
      ...plan.remediation,
      // What is critical is overdue before the demo is over.
      dueWithin: { critical: 'PT5S', high: 'PT10M', medium: 'PT15M', low: 'PT20M' },
      create: { lease: 'PT10S', indexLag: 'PT5S', searchEvery: 'PT1S' },
    },
    verification: {
      steps: ['PT2S', 'PT6S'],
      // A fail that its source repeats when it is asked is not waited for.
      failStandsFor: 'PT1M',
      evidenceMaxAge: 'PT1H',
      unprovenAfter: 'PT1H',
      askAhead: 'PT1S',
    },
    reports: { period: 'P1D', settle: 'PT0S', upcomingWithin: 'P1D', title: 'Security lessons (demo)' },
    operations: { logRetentionDays: 1, removalPolicy: 'destroy', anchorRetentionDays: 1 },
  } satisfies HoldfastConfigInput;
}
