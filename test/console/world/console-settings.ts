import type { DemoPlan } from '../../../local/demo/demo-plan.ts';
import { demoSettings } from '../../../local/demo/demo-settings.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';

/** Team whose tickets Jira refuses: the project to which its route leads is not there. */
export const TEAM_WITHOUT_PROJECT = 'facilities';

/**
 * The demo's settings with the times of a deployment: what a recommendation wants judged at once says so by steps of its own, and
 * everything else stays as it was seeded for as long as somebody looks at it.
 */
export function consoleSettings(
  jiraSite: string,
  plan: DemoPlan,
  addresses: Partial<HoldfastConfigInput['jira']>,
): HoldfastConfigInput {
  const { remediation, verification: _, reports, ...demo } = demoSettings(jiraSite, plan, addresses);
  const { create, defaultRoute, routes } = remediation;
  return {
    ...demo,
    remediation: {
      create,
      defaultRoute,
      routes: {
        ...(Array.isArray(routes) ? {} : routes),
        [TEAM_WITHOUT_PROJECT]: { project: 'FAC', issueType: 'Task' },
      },
    },
    // A fail that nobody repeats leaves a fix in doubt.
    verification: { failStandsFor: 'P1D' },
    reports: { ...reports, period: 'P7D', title: 'Security lessons' },
    // A page asks for much at once, and tests look at many.
    api: { ...API_OF_TESTS },
  };
}

const API_OF_TESTS = { perMinute: { person: 100_000, program: 100_000 } };
