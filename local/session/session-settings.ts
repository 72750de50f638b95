import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { demoSettings } from '../demo/demo-settings.ts';

/** How often each schedule runs: the shortest that EventBridge Scheduler knows is a minute. */
export const SCHEDULE_MINUTES = {
  sweepIncidents: 1,
  sweepRemediation: 1,
  verifyRemediation: 1,
  publishReport: 10,
  auditTickets: 60,
  anchorChains: 60,
} as const;

const rate = (minutes: number) => (minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`);

/**
 * The demo's settings at the pace of a person: days are minutes, and the schedules run.
 *
 * @param pagesUrl where a browser finds the console, to which links in Jira and in reports lead
 */
export function sessionSettings(jiraSite: string, pagesUrl: string) {
  const demo = demoSettings(jiraSite);
  return {
    ...demo,
    postMortem: { recordUrl: `${pagesUrl}/console/post-mortems/{id}` },
    remediation: { ...demo.remediation, dueWithin: { critical: 'PT15M', high: 'PT30M', medium: 'PT1H', low: 'PT2H' } },
    verification: {
      steps: ['PT1M', 'PT2M'],
      failStandsFor: 'PT1M',
      evidenceMaxAge: 'PT1H',
      unprovenAfter: 'PT10M',
      askAhead: 'PT30S',
    },
    reports: { ...demo.reports, title: 'Security lessons (npm run local)' },
    schedules: {
      sweepIncidents: rate(SCHEDULE_MINUTES.sweepIncidents),
      sweepRemediation: rate(SCHEDULE_MINUTES.sweepRemediation),
      verifyRemediation: rate(SCHEDULE_MINUTES.verifyRemediation),
      publishReport: rate(SCHEDULE_MINUTES.publishReport),
      auditTickets: rate(SCHEDULE_MINUTES.auditTickets),
      anchorChains: rate(SCHEDULE_MINUTES.anchorChains),
    },
  } satisfies HoldfastConfigInput;
}
