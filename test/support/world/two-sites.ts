import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { configOn, SITE_PLANS, type SitePlan } from './site-worlds.ts';
import { startWorld, type World } from './world.ts';

/** A team's Jira, and a second one for the fixes of the team "finance". */
export type TwoSites = { readonly name: string; readonly first: SitePlan; readonly second: SitePlan };

function planOf(site: SiteDescription): SitePlan {
  const plan = SITE_PLANS.find((one) => one.site === site);
  if (plan === undefined) throw new Error(`there is no plan for ${site.name}`);
  return plan;
}

/** Cloud with Data Center beside it, where projects, keys and ids are the same; and two sites on which everything differs. */
export const TWO_SITES: readonly TwoSites[] = [
  {
    name: 'Cloud, and Data Center with the same projects',
    first: planOf(classicEnglish),
    second: { ...planOf(classicEnglish), site: onDataCenter(classicEnglish) },
  },
  {
    name: 'a German one, and an enterprise that locks much',
    first: planOf(germanClassic),
    second: planOf(lockedDownEnterprise),
  },
];

function configOnTwo({ first, second }: TwoSites, with_: Parameters<typeof configOn>[1] = {}): HoldfastConfigInput {
  return configOn(first, {
    routes: [{ when: { team: ['finance'] }, site: 'finance', ...second.route }],
    claims: [...(first.claims ?? DEFAULT_CLAIMS), ...(second.claims ?? DEFAULT_CLAIMS)],
    ...with_,
  });
}

const DEFAULT_CLAIMS = [{ statuses: ['Done', 'Resolved', 'Closed'], resolutions: ['Done', 'Fixed', 'Resolved', null] }];

/** Both sites, and Holdfast on them. The next issues of both have the same ids, as soon as the first has its incident. */
export async function startOnTwo(
  endpoint: string,
  two: TwoSites,
  with_: Parameters<typeof configOn>[1] = {},
): Promise<World> {
  const { first, second } = two;
  const world = await startWorld(endpoint, configOnTwo(two, with_), {
    site: first.site,
    furtherSites: { finance: { site: second.site } },
  });
  jiraOfFinance(world).createIssue({ ...second.incident, summary: 'Something else' });
  return world;
}

export function jiraOfFinance({ further: { finance } }: World): JiraSimulator {
  if (finance === undefined) throw new Error('the world has one Jira alone');
  return finance;
}
