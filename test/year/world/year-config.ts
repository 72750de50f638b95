import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfig, HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { ASKABLE } from '../truth/sources.ts';

export const TEAMS = ['network', 'identity', 'messaging'] as const;

/**
 * What verification promises, in milliseconds, as people read it in `holdfast.config.ts`. Written down here once more: promises that
 * were read from the policy of a run would follow it wherever it goes.
 */
export const PROMISED = {
  steps: [7, 30, 90].map((days) => days * 86_400_000),
  evidenceMaxAge: 35 * 86_400_000,
  unprovenAfter: 7 * 86_400_000,
  failStandsFor: 3_600_000,
  shortFails: 3,
  shortFailsWithin: 14 * 86_400_000,
  recoveredAfter: 7 * 86_400_000,
  verifiedEvery: 3_600_000,
  askAhead: 5 * 86_400_000,
  dueWithin: { critical: 7, high: 14, medium: 30, low: 90 },
} as const;

/** The defaults of a team, on a board that is no Jira. */
export function yearConfig(
  verification: HoldfastConfigInput['verification'] = {},
  askable: readonly string[] = ASKABLE,
): HoldfastConfig {
  return parseConfig({
    jira: { site: 'https://jira.test' },
    postMortem: { templates: [{ name: 'incident', requires: ['summary', 'root causes', 'recommendations'] }] },
    remediation: {
      defaultRoute: { project: 'PLAT', issueType: 'Task' },
      claims: [{ statuses: ['Shipped'], resolutions: [null] }],
    },
    programs: { scanners: { owner: 'sam@scanners.test', scopes: ['signals.write'], sources: ['*'] } },
    evidenceSources: Object.fromEntries(askable.map((name) => [name, { ask: { function: `ask-${name}` } }])),
    // Nothing is being recorded at the moment of a report: simulated time stands still.
    reports: { settle: 'PT0S' },
    verification,
  });
}
