import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfig, HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { JIRA_TIMEOUT_MS, JIRA_URL } from './jira/jira-access.ts';
import { type StormSite, stormSiteCalled } from './jira/storm-sites.ts';

/** Jira's search may lag by as much as this, in every run: longer than a sweep's interval, so that one may look in vain. */
export const LONGEST_INDEX_LAG_MS = 1_200_000;

const REQUIRED = ['summary', 'impact', 'detection', 'response', 'root causes', 'recommendations'] as const;

/** A team in a hurry: what takes months elsewhere happens within hours here, so that a short run sees it all. */
export function simulationConfig(
  { remediation, incidents, ...others }: HoldfastConfigInput = {},
  site: StormSite = stormSiteCalled(),
): HoldfastConfig {
  return parseConfig({
    jira: { site: JIRA_URL, ...site.api, timeoutMs: JIRA_TIMEOUT_MS },
    incidents: { jira: site.incidents, lookBackEvery: 'PT1H', lookBack: 'P2D', ...incidents },
    postMortem: {
      templates: [
        { name: 'grave', appliesTo: { severities: ['critical', 'high'] }, requires: [...REQUIRED], approvers: 2 },
        { name: 'incident', requires: [...REQUIRED] },
      ],
      notificationWarning: 'PT30M',
    },
    programs: { scanner: { owner: 'sam@scanners.test', scopes: ['signals.write'], sources: ['scanner', 'edr'] } },
    verification: {
      steps: ['PT20M', 'PT1H'],
      evidenceMaxAge: 'PT3H',
      failStandsFor: 'PT10M',
      shortFailsWithin: 'PT4H',
      recoveredAfter: 'PT1H',
      hold: { within: 'PT4H', quietFor: 'PT1H' },
      unprovenAfter: 'PT1H',
      askAhead: 'PT10M',
    },
    evidenceSources: { scanner: { ask: { function: 'ask-scanner', timeout: 'PT10S' } } },
    schedules: {
      sweepIncidents: 'rate(20 minutes)',
      sweepRemediation: 'rate(15 minutes)',
      verifyRemediation: 'rate(20 minutes)',
      auditTickets: 'rate(4 hours)',
      publishReport: 'rate(2 hours)',
      anchorChains: 'rate(6 hours)',
    },
    ...others,
    remediation: {
      ...site.remediation,
      dueWithin: { critical: 'PT1H', high: 'PT2H', medium: 'PT4H', low: 'P1D' },
      ...remediation,
      create: { lease: 'PT2M', indexLag: 'PT21M', searchEvery: 'PT30S', ...remediation?.create },
    },
  });
}
