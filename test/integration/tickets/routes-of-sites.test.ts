import { afterEach, describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { withoutResolution } from '../../../local/jira-simulator/sites/without-resolution.ts';
import type { Examination } from '../../../shared/doctor/examination.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { examined, notesIn, problemsIn, unseenIn } from '../../support/world/examined.ts';
import { configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

async function worldOn(plan: SitePlan, with_: Parameters<typeof configOn>[1] = {}): Promise<void> {
  world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site });
}

/** What the doctor finds, having asked only what the description of Jira Cloud knows: there is none of Data Center's API, version 2. */
async function found(): Promise<Examination> {
  const examination = await examined(world);
  const described = world.simulator.requests().filter(({ path }) => !path.startsWith('/rest/api/2/'));
  expect([unseenIn(examination), problemsWithJira(described)]).toEqual([[], []]);
  return examination;
}

/** Somebody's ticket of the kind that the route makes, on its way through these statuses. */
function ticketIn({ route: { project, issueType } }: SitePlan, ...statuses: string[]): void {
  const type = issueType === '10122' ? 'Task' : issueType;
  const { key } = world.simulator.createIssue({ project, issueType: type, summary: 'Older work' });
  for (const status of statuses) world.simulator.transition(key, status, { by: 'Mia Okafor' });
}

function planOf(site: SiteDescription): SitePlan {
  const plan = SITE_PLANS.find((one) => one.site === site);
  if (plan === undefined) throw new Error(`there is no plan for ${site.name}`);
  return plan;
}

const ROUTE = 'remediation.defaultRoute';
const lineOf = (what: string) => (line: string) => `${what}: ${line}`;
const noLink = (choice: string) =>
  `Jira has no link type Duplicate, so second tickets are closed without a link → set ${ROUTE}.duplicateLink to ${choice}`;
const noIncidentLink = (choice: string) =>
  `Jira has no link type Relates, so no ticket is linked to its incident → set ${ROUTE}.incidentLink to ${choice}`;
const GERMAN_LINKS = "one of Blockiert, Klont, Duplikat, Bezieht sich auf, or to 'none'";
const required = (name: string, setting: string) =>
  `${name} is required, and nothing fills it: no ticket is made → set ${ROUTE}.${setting}`;
const nothingClaims = (names: string) =>
  `a ticket is done as ${names}, which remediation.claims does not know: no fix is ever taken for done → add ${
    names.includes(',')
      ? `those of ${names} that mean that the work was done to remediation.claims, with their resolutions`
      : `${names} to remediation.claims, with its resolutions`
  }`;
const noSeverity = (type: string, priorities: string) =>
  `the priorities of the type ${type} are ${priorities}, so every incident is medium → ` +
  'write them into incidents.jira.severityByPriority';

/** What each site's table says is odd, where a route names a project and a type and the rest is as it comes. */
const ODD: Record<string, string[]> = {
  'German classic': [noLink(GERMAN_LINKS), noIncidentLink(GERMAN_LINKS), nothingClaims('Fertig')],
  'service management': [noIncidentLink("one of Duplicate, Problem/Incident, or to 'none'")],
  'locked-down enterprise': [
    required('Data classification', 'fields.customfield_10050: one of Public, Confidential'),
    required('Cost centre', 'fields.customfield_10051'),
    noLink("one of Relates, or to 'none'"),
    nothingClaims('Risk Accepted, Remediated, Verified'),
  ],
  'workflow without resolution': [
    required('Assignee', 'assignee'),
    noLink("'none'"),
    noIncidentLink("'none'"),
    nothingClaims("Shipped, Won't fix, Verified"),
  ],
};

/** Of its incidents, where the severities are those of the default. */
const ODD_INCIDENTS: Record<string, string[]> = {
  'German classic': [noSeverity('Sicherheitsvorfall', 'Höchste, Hoch, Mittel, Niedrig, Niedrigste')],
  'service management': [noSeverity('[System] Incident', 'P1, P2, P3, P4')],
};

/** The same where claims are configured, and a ticket was done: of that status, the way back is known. */
const ODD_WHEN_DONE: Record<string, string[]> = {
  'locked-down enterprise': [
    `${ROUTE}: the way out of Remediated in SEC: the way "Reopen" wants Reason, and nothing fills it: no ticket is reopened from there → ` +
      `set ${ROUTE}.reopen.fields.customfield_10062, or name another way in ${ROUTE}.reopen.transition`,
  ],
};

const BOTH = SITE_PLANS.flatMap((plan) => [plan, { ...plan, site: onDataCenter(plan.site) }]);

describe.each(BOTH.map((plan) => [plan.site.name, plan] as const))('the doctor on the site "%s"', (name, plan) => {
  const { project, issueType } = plan.route;
  const kind = name.replace(', Data Center', '');
  const of = lineOf(`${ROUTE}: ${issueType} in ${project}`);
  const bare = { defaultRoute: { project, issueType } };

  it('finds nothing where the configuration is made for it, also when tickets were done', async () => {
    await worldOn(plan);
    ticketIn(plan);
    ticketIn(plan, ...plan.workEnds);
    expect(problemsIn(await found())).toEqual([]);
  });

  it('names exactly what is odd there where the configuration names a project and a type alone', async () => {
    const { claims: _, severityByPriority: __, ...asItComes } = plan;
    await worldOn(asItComes, bare);
    const ofIncidents = lineOf(`incidents of the Jira project ${plan.incident.project}`);
    expect(problemsIn(await found())).toEqual([
      ...(ODD_INCIDENTS[kind] ?? []).map(ofIncidents),
      ...(ODD[kind] ?? []).map(of),
    ]);
  });

  it('says that a way out of done is not known, until a ticket was there', async () => {
    await worldOn(plan, bare);
    const before = notesIn(await found()).filter((note) => note.includes('way out'));
    ticketIn(plan, ...plan.workEnds);
    const [status = ''] = plan.workEnds.slice(-1);
    const after = await found();
    expect([
      before.map((note) => note.includes(status)),
      notesIn(after).filter((note) => note.includes('way out') && note.includes(status)),
      problemsIn(after).filter((problem) => problem.includes('out of')),
    ]).toEqual([[true], [], ODD_WHEN_DONE[kind] ?? []]);
  });
});

describe('a move whose settings the workflow does not take', () => {
  const of = (status: string) => lineOf(`${ROUTE}: the way ${status} in SEC`);
  const plan = planOf(lockedDownEnterprise);
  const problemsOf = async (moves: Pick<SitePlan['route'], 'close' | 'reopen'>) => {
    const { close: _, reopen: __, ...route } = plan.route;
    await worldOn(plan, { defaultRoute: { ...route, ...moves } });
    ticketIn(plan);
    ticketIn(plan, 'Remediated');
    return problemsIn(await found());
  };
  const { close, reopen } = plan.route;

  it('is named where second tickets are closed: a field that is wanted, and a way that is not there', async () => {
    const from = of('to done from Registered');
    expect(await problemsOf({ ...(reopen && { reopen }), close: { transition: 'Remediate' } })).toEqual([
      from(
        'the way "Remediate" wants Root cause, and nothing fills it: no second ticket is closed from there → ' +
          `set ${ROUTE}.close.fields.customfield_10061, or name another way in ${ROUTE}.close.transition`,
      ),
    ]);
    await world.close();
    expect(await problemsOf({ ...(reopen && { reopen }), close: { ...close, transition: 'Nope' } })).toEqual([
      from(
        'there is no way called Nope: no second ticket is closed from there → ' +
          `correct ${ROUTE}.close.transition, or add that one to the workflow`,
      ),
    ]);
  });

  it('is named where a value is of the wrong kind', async () => {
    const line = `${ROUTE}.reopen.fields.customfield_10062`;
    const wrong = { fields: { customfield_10062: { number: 4 } } };
    expect(await problemsOf({ ...(close && { close }), reopen: wrong })).toEqual([
      of('out of Remediated')(`Reason takes a text, and no number → correct ${line}`),
    ]);
  });
});

describe('a workflow of which a status has no way out', () => {
  it('is named by that status, and by what is to be done', async () => {
    const plan = planOf(withoutResolution);
    await worldOn(plan);
    ticketIn(plan, ...plan.workEnds, 'Verified');
    expect(problemsIn(await found())).toEqual([
      `${ROUTE}: the way out of Verified in WEB: there is no way: no ticket is reopened from there → ` +
        'add one to the workflow that our account may go, or take Verified out of remediation.claims',
    ]);
  });
});

describe('claims that name what there is not', () => {
  it('are named with what there is', async () => {
    const plan = planOf(lockedDownEnterprise);
    await worldOn(plan, {
      claims: [{ statuses: ['Remediated', 'In Treatment', 'Shipped'], resolutions: ['Done', 'Solved'] }],
    });
    const done = 'Done, Risk Accepted, Remediated, Verified';
    const [noTreatment = '', noShipped = '', noSolved = '', ...more] = problemsIn(await found());
    expect([noTreatment, noShipped, more]).toEqual([
      `remediation.claims: the site has no status of the category Done In Treatment → write one of ${done} into remediation.claims[].statuses`,
      `remediation.claims: the site has no status of the category Done Shipped → write one of ${done} into remediation.claims[].statuses`,
      [],
    ]);
    expect(noSolved).toContain('remediation.claims: the site has no resolution Solved → write one of Done,');
  });
});

describe('claims with resolutions on a site that has none', () => {
  it('are named, since no ticket would ever have them', async () => {
    const plan = planOf(withoutResolution);
    await worldOn(plan, { claims: [{ statuses: ['Shipped'], resolutions: ['Done'] }] });
    expect(problemsIn(await found())).toEqual([
      'remediation.claims: the site has no resolution Done → take it out of remediation.claims[].resolutions, where null is none',
    ]);
  });
});

describe('claims that keep the names of the default beside those of the site', () => {
  it("are right, since no site has all of Jira's own names", async () => {
    const plan = planOf(germanClassic);
    const ofDefault = { statuses: ['Done', 'Resolved', 'Closed'], resolutions: ['Done', 'Fixed', 'Resolved', null] };
    await worldOn(plan, { claims: [ofDefault, ...(plan.claims ?? [])] });
    expect(problemsIn(await found())).toEqual([]);
  });
});

describe('a route with values and fields that the project lacks', () => {
  it('is named with each of them, and with those that there are', async () => {
    const plan = planOf(classicEnglish);
    await worldOn(plan, {
      defaultRoute: {
        ...plan.route,
        component: ['Firewall', 'Router'],
        priority: { critical: 'P1', high: 'High' },
        securityLevel: 'Secret',
        fields: { customfield_10099: { text: 'of another site' } },
      },
    });
    expect(problemsIn(await found())).toEqual(
      [
        `Components has no value Router → correct ${ROUTE}.component: one of Firewall`,
        `Priority has no value P1 → correct ${ROUTE}.priority.critical: one of Highest, High, Medium, Low, Lowest`,
        `the screen has no field security, or our account may not set it → add it to the screen, or take out ${ROUTE}.securityLevel`,
        'the screen has no field customfield_10099, so it is said in the description → ' +
          `add it to the screen, or take out ${ROUTE}.fields.customfield_10099`,
      ].map(lineOf(`${ROUTE}: Task in PLAT`)),
    );
  });
});

describe('a field of a route whose value the screen does not take', () => {
  const CLASS = { id: 'customfield_10050', name: 'Data classification', choice: ': one of Public, Confidential' };
  const COST = { id: 'customfield_10051', name: 'Cost centre', choice: '' };
  const noValue = (value: string) => `has no value ${value}`;

  it.each([
    [
      'a map to what there is not',
      CLASS,
      { from: 'severity', map: { critical: 'Secret', high: 'Public', medium: 'Public', low: 'Public' } },
      [['.map.critical', noValue('Secret')]],
    ],
    [
      'a map that lacks levels',
      CLASS,
      { from: 'severity', map: { critical: 'Confidential', high: 'Public' } },
      [
        ['.map.medium', noValue('medium')],
        ['.map.low', noValue('low')],
      ],
    ],
    ['a text that is no option', CLASS, { text: 'Secret' }, [['', noValue('Secret')]]],
    ['a number for an option', CLASS, { number: 4 }, [['', 'takes an option, and no number']]],
    ['words of people for an option', CLASS, { from: 'why' }, [['', 'takes an option, and no text']]],
    ['a text that is no number', COST, { text: 'abc' }, [['', 'takes a number, and not abc']]],
    ['words of people for a number', COST, { from: 'why' }, [['', 'takes a number, and no text']]],
    ['an option for a number', COST, { option: '4711' }, [['', 'takes a number, and no option']]],
    ['a text that is an option', CLASS, { text: 'public' }, []],
    ['a map to options', CLASS, { from: 'owner team', map: { platform: 'Public' } }, []],
    ['a text that is a number', COST, { text: '4711' }, []],
  ] as const)('is named: %s', async (_what, { id, name, choice }, setting, wrong) => {
    const plan = planOf(lockedDownEnterprise);
    await worldOn(plan, { defaultRoute: { ...plan.route, fields: { ...plan.route.fields, [id]: setting } } });
    expect(problemsIn(await found())).toEqual(
      wrong
        .map(([place, what]) => `${name} ${what} → correct ${ROUTE}.fields.${id}${place}${choice}`)
        .map(lineOf(`${ROUTE}: Remediation in SEC`)),
    );
  });
});

describe('a route into a project where our account may do little', () => {
  const lacks = (permission: string, without: string) =>
    `${ROUTE}: Remediation in FIN: our account lacks the permission to ${permission}, so ${without} → ` +
    'grant it in the permission scheme of the project';

  it('says which permissions are missing, and what does not work without them', async () => {
    const plan = planOf(lockedDownEnterprise);
    await worldOn(plan, {
      defaultRoute: { ...plan.route, project: 'FIN', assignee: '712020:mia', securityLevel: 'Security' },
    });
    const problems = problemsIn(await found());
    expect(problems.filter((problem) => problem.includes('permission to'))).toEqual([
      lacks('add comments', 'nobody reads in a ticket why it was reopened'),
      lacks('link issues', 'second tickets are closed without a link, and no ticket is linked to its incident'),
      lacks('assign issues', 'nobody is assigned'),
      lacks('set issue security', 'its security level is not set'),
    ]);
    expect(problems.filter((problem) => problem.includes('field security'))).toEqual([]);
  });

  it.each([
    ['second tickets are', { incidentLink: 'none' }, ['second tickets are closed without a link']],
    ['tickets and their incidents are', { duplicateLink: 'none' }, ['no ticket is linked to its incident']],
    ['nothing is', { duplicateLink: 'none', incidentLink: 'none' }, []],
  ])('asks for the permission to link where %s linked', async (_what, links, without) => {
    const plan = planOf(lockedDownEnterprise);
    await worldOn(plan, { defaultRoute: { ...plan.route, project: 'FIN', ...links } });
    const problems = problemsIn(await found()).filter((problem) => problem.includes('link issues'));
    expect(problems).toEqual(without.map((one) => lacks('link issues', one)));
  });
});
