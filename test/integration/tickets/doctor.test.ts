import { afterEach, describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import type { Occasion } from '../../../shared/doctor/examination.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { examined, problemsIn, unseenIn } from '../../support/world/examined.ts';
import { configOn, SITE_PLANS } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const owners = { owner: 'a@acme.com', lead: 'b@acme.com' };
const SEVERAL_ROUTES: HoldfastConfigInput = {
  jira: { timeoutMs: 2_000 },
  teams: {
    platform: { ...owners, route: { project: 'PLAT', issueType: 'Task' } },
    gone: { ...owners, route: { project: 'GONE', issueType: 'Task' } },
    identity: owners,
  },
  remediation: {
    routes: {
      identity: { project: 'IAM', issueType: 'Task' },
      lost: { project: 'IAM', issueType: 'Task', component: 'Firewall' },
      odd: { project: 'IAM', issueType: 'Chore "of" ours' },
    },
  },
};
const ONE_ROUTE: HoldfastConfigInput = { jira: { timeoutMs: 2_000 } };

const worldWith = async (config: HoldfastConfigInput, site: SiteDescription = classicEnglish) => {
  world = await startWorld(endpoint(), config, { site });
};

type Project = SiteDescription['projects'][number];

/** What somebody does in Jira with PLAT. */
const withPlat = (change: (project: Project) => Partial<Project>): SiteDescription => ({
  ...classicEnglish,
  projects: classicEnglish.projects.map((one) => (one.project.key === 'PLAT' ? { ...one, ...change(one) } : one)),
});
/** Nobody may comment on issues of PLAT any more. */
const withoutComments = withPlat(() => ({ lacking: ['ADD_COMMENTS'] }));
const hidden = withPlat(() => ({ lacking: ['ADD_COMMENTS', 'BROWSE_PROJECTS', 'CREATE_ISSUES'] }));
/** Issues of PLAT that are done stay so. */
const withoutWayBack = withPlat(({ types }) => ({
  types: types.map(({ workflow, ...type }) => ({
    ...type,
    workflow: { ...workflow, transitions: workflow.transitions.filter(({ name }) => name === 'Done') },
  })),
}));

describe('the doctor', () => {
  it('says of everything that the configuration names whether it is right, each once, and changes nothing', async () => {
    await worldWith(SEVERAL_ROUTES);
    const { looks } = await examined(world);
    const site = world.config.jira.site;
    expect(looks.map(({ what, problems }) => [what, problems.map(({ code }) => code)])).toEqual([
      ['incidents of the Jira project SEC', []],
      [`the cloudId of ${site}`, []],
      [`the kind of Jira at ${site}`, []],
      ['remediation.claims', []],
      ['remediation.routes.identity: Task in IAM', []],
      ['remediation.routes.lost: Task in IAM', []],
      ['remediation.routes.odd: Chore "of" ours in IAM', ['not creatable']],
      ['teams.platform.route: Task in PLAT', []],
      ['teams.gone.route: Task in GONE', ['not creatable']],
    ]);
    const changing = world.simulator
      .requests()
      .filter(({ method, path }) => method !== 'GET' && path !== '/rest/api/3/search/jql');
    expect(changing).toEqual([]);
    const toJira = world.simulator.requests().filter(({ path }) => path.startsWith('/rest/api/3/'));
    expect(problemsWithJira(toJira)).toEqual([]);
  });
});

describe('a look', () => {
  it('asks for the screen again, also while a worker would remember it: somebody has just changed it', async () => {
    await worldWith(ONE_ROUTE);
    const screens = () => world.simulator.requests().filter(({ path }) => path.endsWith('/createmeta/PLAT/issuetypes'));
    await examined(world);
    const before = screens().length;
    await examined(world);
    expect([before, screens().length]).toEqual([1, 2]);
  });

  it('finds the type of a route among hundreds, and does not print them all where it is not there', async () => {
    const ids = Array.from({ length: 450 }, (_, index) => String(20_000 + index));
    const [like] = classicEnglish.projects.flatMap(({ types }) =>
      types.filter(({ issueTypeId }) => issueTypeId === '10002'),
    );
    if (like === undefined) throw new Error('the site has no tasks');
    const site: SiteDescription = {
      ...classicEnglish,
      catalogue: {
        ...classicEnglish.catalogue,
        issueTypes: [
          ...classicEnglish.catalogue.issueTypes,
          ...ids.map((id) => ({ id, name: `Type ${id}`, description: '' })),
        ],
      },
      projects: classicEnglish.projects.map((one) =>
        one.project.key === 'PLAT'
          ? { ...one, types: [...one.types, ...ids.map((issueTypeId) => ({ ...like, issueTypeId }))] }
          : one,
      ),
    };
    const routes = [
      { when: { severity: ['critical' as const] }, project: 'PLAT', issueType: 'Type 20449' },
      { when: { severity: ['high' as const] }, project: 'PLAT', issueType: 'Type 99999' },
    ];
    await worldWith({ ...ONE_ROUTE, remediation: { routes } }, site);
    const problems = problemsIn(await examined(world));
    expect([problems.length, problems[0]?.includes('PLAT has no issue type Type 99999')]).toEqual([1, true]);
    expect(problems[0]?.length).toBeLessThan(800);
  });
});

describe('what is not as it was', () => {
  const SITE = 'acme.atlassian.net';
  const onSite = (jira: World) => ({ ...jira, ticketSites: ticketSites([{ ...jira.tickets, site: SITE }]) });
  /** Looks again, with the same memory, after something was done in Jira. */
  const lookAt = async (site: SiteDescription, occasion: Occasion, prepare: (jira: World) => void = () => {}) => {
    const other = await startWorld(endpoint(), ONE_ROUTE, { site });
    try {
      prepare(other);
      const examination = await examined(
        { ...onSite(other), table: world.table, telemetry: world.telemetry },
        occasion,
      );
      return examination.looks.flatMap(({ problems }) =>
        problems.map(({ code, driftedSince }) => [code, driftedSince !== undefined]),
      );
    } finally {
      await other.close();
    }
  };
  const drift = () => world.counted().SystemDrifted;
  const LACKS = 'permission ADD_COMMENTS';

  it('is drift, until a look finds it right again', async () => {
    await worldWith(ONE_ROUTE);
    await lookAt(classicEnglish, 'deployment');
    expect(drift()).toBe(0);
    expect(await lookAt(withoutComments, 'schedule')).toEqual([[LACKS, true]]);
    expect(drift()).toBe(1);
    expect(await lookAt(withoutComments, 'schedule')).toEqual([[LACKS, true]]);
    expect(await lookAt(withoutComments, 'deployment')).toEqual([[LACKS, true]]);
    expect(drift()).toBe(3);
    expect(await lookAt(classicEnglish, 'by hand')).toEqual([]);
    expect([drift(), world.counted().ProblemFound]).toEqual([3, undefined]);
  });

  it('was never right, and is told once: after the deployment that found it', async () => {
    await worldWith(ONE_ROUTE);
    expect(await lookAt(withoutComments, 'deployment')).toEqual([[LACKS, false]]);
    expect(await lookAt(withoutComments, 'schedule')).toEqual([[LACKS, false]]);
    expect([drift(), world.counted().ProblemFound]).toEqual([0, 1]);
    await lookAt(classicEnglish, 'schedule');
    expect(await lookAt(withoutComments, 'schedule')).toEqual([[LACKS, true]]);
  });

  it('is not what could not be looked at: that neither begins nor ends drift', async () => {
    await worldWith(ONE_ROUTE);
    await lookAt(classicEnglish, 'deployment');
    await lookAt(withoutComments, 'schedule');
    const before = drift();
    world.simulator.faults.add({ kind: 'status', status: 503, probability: 1, path: '/**' });
    const examination = await examined(onSite(world), 'schedule');
    expect([problemsIn(examination), unseenIn(examination).length, Number(drift()) - Number(before)]).toEqual([
      [],
      3,
      1,
    ]);
    expect(await lookAt(withoutComments, 'schedule')).toEqual([[LACKS, true]]);
  });

  it('is not what only a ticket shows, and nobody could know before: that is told once', async () => {
    const plan = SITE_PLANS.find(({ site }) => site === lockedDownEnterprise);
    if (plan === undefined) throw new Error('there is no plan for this site');
    const { reopen: _, ...route } = plan.route;
    await worldWith(configOn(plan, { defaultRoute: route }), plan.site);
    await examined(world, 'deployment');
    const { key } = world.simulator.createIssue({
      project: route.project,
      issueType: route.issueType,
      summary: 'Older work',
    });
    world.simulator.transition(key, 'Remediated', { by: 'Mia Okafor' });
    expect(problemsIn(await examined(world, 'schedule'))).toEqual([expect.stringContaining('wants Reason')]);
    await examined(world, 'schedule');
    expect([drift(), world.counted().ProblemFound]).toEqual([0, 1]);
  });

  it('was never right, also when the project was away in between', async () => {
    await worldWith(ONE_ROUTE);
    await lookAt(withoutComments, 'deployment');
    expect(await lookAt(hidden, 'schedule')).toEqual([['not creatable', true]]);
    expect(await lookAt(withoutComments, 'schedule')).toEqual([[LACKS, false]]);
    expect(await lookAt(classicEnglish, 'schedule')).toEqual([]);
    expect([drift(), world.counted().ProblemFound]).toEqual([1, 1]);
  });

  it('stays while no ticket shows it', async () => {
    await worldWith(ONE_ROUTE);
    const oneIsDone = ({ simulator }: World) => {
      const { key } = simulator.createIssue({ project: 'PLAT', issueType: 'Task', summary: 'Older work' });
      simulator.transition(key, 'Done', { by: 'Mia Okafor' });
    };
    await lookAt(classicEnglish, 'deployment', oneIsDone);
    const found = await lookAt(withoutWayBack, 'schedule', oneIsDone);
    expect(await lookAt(withoutWayBack, 'schedule')).toEqual([]);
    expect(drift()).toBe(2);
    expect([found.length, await lookAt(withoutWayBack, 'schedule', oneIsDone)]).toEqual([1, found]);
    await lookAt(classicEnglish, 'schedule', oneIsDone);
    expect([drift(), world.counted().ProblemFound]).toEqual([3, undefined]);
  });

  it('is not what somebody sees by hand before the look of the deployment that brought it', async () => {
    await worldWith(ONE_ROUTE);
    await lookAt(classicEnglish, 'deployment');
    expect(await lookAt(withoutComments, 'by hand')).toEqual([[LACKS, false]]);
    expect(await lookAt(withoutComments, 'deployment')).toEqual([[LACKS, false]]);
    expect([drift(), world.counted().ProblemFound]).toEqual([0, 1]);
  });

  it('is logged with system, problem and what to do', async () => {
    await worldWith(ONE_ROUTE, withoutComments);
    await examined(world, 'schedule');
    expect(world.log.filter((line) => line.startsWith('the doctor found'))).toEqual([
      expect.stringMatching(/"system":"tickets on .*ADD_COMMENTS.*"advice":"grant it/),
    ]);
  });

  it('and when the doctor came by itself, is told to whoever calls it by hand', async () => {
    await worldWith(ONE_ROUTE);
    const at = world.now();
    await examined(world, 'schedule');
    await examined(world, 'by hand');
    expect((await examined(world, 'by hand')).ranByItself).toEqual({ at, occasion: 'schedule' });
  });
});

describe('a Jira that does not answer as it should', () => {
  const unseenWith = async (fault: Parameters<World['simulator']['faults']['add']>[0]) => {
    await worldWith(ONE_ROUTE);
    world.simulator.faults.add(fault);
    const examination = await examined(world);
    return { unseen: unseenIn(examination), problems: problemsIn(examination), looks: examination.looks.length };
  };

  it.each([
    ['is down', { kind: 'status', status: 503, probability: 1, path: '/rest/api/3/**' }],
    [
      'has a proxy before it that answers pages with 200',
      { kind: 'proxy-page', probability: 1, path: '/rest/api/3/**' },
    ],
    ['does not know us', { kind: 'dead-login', probability: 1, path: '/rest/api/3/**' }],
  ] as const)('%s: nothing is known of it, and nothing is called a problem', async (_what, fault) => {
    const { unseen, problems } = await unseenWith(fault);
    expect([problems, unseen]).toEqual([
      [],
      [expect.stringMatching(/^source jira, it answers: /), expect.stringMatching(/^tickets on .*, it answers: /)],
    ]);
  });

  it.each([
    ['the create metadata', '/rest/api/3/issue/createmeta/**'],
    ['the permissions', '/rest/api/3/mypermissions'],
    ['the statuses', '/rest/api/3/project/PLAT/statuses'],
    ['the types of links', '/rest/api/3/issueLinkType'],
  ])('does not tell %s: the route is not known, the rest is', async (_what, path) => {
    const { unseen, problems, looks } = await unseenWith({ kind: 'proxy-page', probability: 1, path });
    expect([problems, unseen.filter((one) => one.includes('remediation.defaultRoute')).length, looks]).toEqual([
      [],
      1,
      5,
    ]);
  });

  it('refuses a question beside the creation: that says nothing of the route', async () => {
    const { unseen, problems } = await unseenWith({
      kind: 'status',
      status: 400,
      probability: 1,
      path: '/rest/api/3/mypermissions',
    });
    expect([problems, unseen]).toEqual([
      [],
      [
        expect.stringMatching(/^source jira, incidents of the Jira project SEC: .*mypermissions/),
        expect.stringMatching(/remediation\.defaultRoute: .*mypermissions/),
      ],
    ]);
  });

  it('hangs until the time of the run is over: the doctor says so, and comes to its end', async () => {
    await worldWith({ ...ONE_ROUTE, jira: { timeoutMs: 19_000 } });
    world.simulator.faults.add({
      kind: 'timeout-before-write',
      probability: 1,
      path: '/rest/api/3/issue/createmeta/PLAT/**',
    });
    const begun = Date.now();
    const examination = await examined(world, 'by hand', { getRemainingTimeInMillis: () => 4_000 });
    expect(Date.now() - begun).toBeLessThan(4_000);
    expect(unseenIn(examination)).toEqual([
      expect.stringContaining('remediation.defaultRoute: the time of this run was over before an answer came'),
    ]);
  });

  const HANGING = { kind: 'timeout-before-write', probability: 1 } as const;
  const until = (ms: number) => {
    const endsAt = Date.now() + ms;
    return { getRemainingTimeInMillis: () => endsAt - Date.now() };
  };

  it('hangs on as many routes as are looked at together: those that wait for them are seen', async () => {
    const routes = ['a', 'b', 'c', 'd'].map((team) => ({
      when: { team: [team] },
      project: 'PLAT',
      issueType: 'Task',
      labels: [team],
    }));
    const defaultRoute = { project: 'IAM', issueType: 'Nope' };
    await worldWith({ jira: { timeoutMs: 19_000 }, remediation: { routes, defaultRoute } });
    world.simulator.faults.add({ ...HANGING, path: '/rest/api/3/issue/createmeta/PLAT/**' });
    const examination = await examined(world, 'by hand', until(6_000));
    expect([problemsIn(examination), unseenIn(examination).length]).toEqual([
      [expect.stringContaining('IAM has no issue type Nope')],
      4,
    ]);
  });

  it('hangs on one project of incidents: the others of that source are seen', async () => {
    const projects = ['SEC', 'GONE'].map((project) => ({ project, issueTypes: ['Security Incident'] }));
    await worldWith({ jira: { timeoutMs: 19_000 }, incidents: { jira: { projects } } });
    world.simulator.faults.add({ ...HANGING, path: '/rest/api/3/project/SEC' });
    const examination = await examined(world, 'by hand', until(5_000));
    const ofSource = examination.looks.filter(({ system }) => system === 'source jira');
    expect(ofSource.map(({ what, problems, unseen }) => [what, problems.length, unseen])).toEqual([
      ['incidents of the Jira project SEC', 0, 'its share of the time of this run was over before an answer came'],
      ['incidents of the Jira project GONE', 1, undefined],
    ]);
  });
});
