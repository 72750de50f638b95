import { afterEach, describe, expect, it } from 'vitest';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { plannedRoutes } from '../../../shared/domain/remediation/choose-route.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

/** What the check says of the default route, a line for each; nothing where tickets can be made, reopened, commented and linked. */
async function problemsOn(plan: SitePlan, with_: Parameters<typeof configOn>[1] = {}): Promise<string[]> {
  world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site });
  const [check] = await world.tickets.check(plannedRoutes(world.config));
  expect(problemsWithJira(world.simulator.requests())).toEqual([]);
  return check?.problem?.split('; ') ?? [];
}

const ROUTE = 'remediation.defaultRoute';
const LINK = (choice: string) => [
  'Jira has no link type Duplicate',
  `set ${ROUTE}.duplicateLink to ${choice}: until then second tickets are closed without a link`,
];
const INCIDENT_LINK = (choice: string) => [
  'Jira has no link type Relates',
  `set ${ROUTE}.incidentLink to ${choice}: until then no ticket is linked to its incident`,
];
const GERMAN_LINKS = "one of Blockiert, Klont, Duplikat, Bezieht sich auf, or to 'none'";
const FIELDS = [
  `set ${ROUTE}.fields.customfield_10050: Data classification is required: one of Public, Confidential`,
  `set ${ROUTE}.fields.customfield_10051: Cost centre is required`,
];
const ODD: Record<string, string[]> = {
  'German classic': [...LINK(GERMAN_LINKS), ...INCIDENT_LINK(GERMAN_LINKS)],
  'service management': INCIDENT_LINK("one of Duplicate, Problem/Incident, or to 'none'"),
  'locked-down enterprise': [...FIELDS, ...LINK("one of Relates, or to 'none'")],
  'workflow without resolution': [
    `set ${ROUTE}.assignee: Assignee is required`,
    ...LINK("'none'"),
    ...INCIDENT_LINK("'none'"),
  ],
};

describe.each(SITE_PLANS.map((plan) => [plan.site.name, plan] as const))('a route on the site "%s"', (name, plan) => {
  it('that is made for it has no problem', async () => {
    expect(await problemsOn(plan)).toEqual([]);
  });

  it('that names a project and a type alone lacks exactly what is odd there', async () => {
    const { project, issueType } = plan.route;
    expect(await problemsOn(plan, { defaultRoute: { project, issueType } })).toEqual(ODD[name] ?? []);
  });
});

describe('a route into a project where our account may do little', () => {
  it('says which permissions are missing, and what does not work without them', async () => {
    const plan = SITE_PLANS.find(({ site }) => site === lockedDownEnterprise);
    if (plan === undefined) throw new Error('there is no plan for the locked-down enterprise');
    const problems = await problemsOn(plan, {
      defaultRoute: { ...plan.route, project: 'FIN', assignee: '712020:mia' },
    });
    expect(problems.filter((problem) => problem.startsWith('our account'))).toEqual([
      'our account lacks the permission to add comments, so nobody reads in a ticket why it was reopened: grant it in the permission scheme of the project',
      'our account lacks the permission to link issues, so second tickets are closed without a link: grant it in the permission scheme of the project',
      'our account lacks the permission to assign issues, so nobody is assigned: grant it in the permission scheme of the project',
    ]);
  });
});
