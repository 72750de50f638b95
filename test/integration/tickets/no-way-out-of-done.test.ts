import { afterEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import type { JiraSimulatorOptions } from '../../../local/jira-simulator/simulator.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { ProjectDescription, SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import type { WorkflowDescription } from '../../../local/jira-simulator/sites/workflow-description.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { latest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

function planOf(name: string): SitePlan {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no plan for ${name}`);
  return plan;
}

const english = planOf('classic English');
const german = planOf('German classic');
const enterprise = planOf('locked-down enterprise');
const shipping = planOf('workflow without resolution');

/** The site with one of its projects changed. */
const withProject = (
  plan: SitePlan,
  change: (project: ProjectDescription) => Partial<ProjectDescription>,
): { plan: SitePlan; site: SiteDescription } => {
  const projects = plan.site.projects.map((one) =>
    one.project.key === plan.route.project ? { ...one, ...change(one) } : one,
  );
  const site = { ...plan.site, projects };
  return { plan: { ...plan, site }, site };
};

/** The site where the workflow of the project of its route is another one. */
const withWorkflow = (plan: SitePlan, change: (workflow: WorkflowDescription) => WorkflowDescription) =>
  withProject(plan, ({ types }) => ({
    types: types.map((type) => ({ ...type, workflow: change(type.workflow) })),
  })).plan;

/** Every way out of done is refused by a rule, but those. */
const refusing =
  (doneStatusIds: readonly string[], ...open: string[]) =>
  (workflow: WorkflowDescription): WorkflowDescription => ({
    ...workflow,
    transitions: workflow.transitions.map((way) =>
      doneStatusIds.includes(way.to) || open.includes(way.name)
        ? way
        : { ...way, refusal: 'Only the board may do that' },
    ),
  });

const lacking = (plan: SitePlan, ...permissions: ProjectDescription['lacking']) =>
  withProject(plan, (project) => ({ lacking: [...project.lacking, ...permissions] })).plan;

const tickets = () => world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
const commentsOf = (key: string) =>
  world.simulator.issue(key)?.comments.map(({ body }) => plainText(body).split('\n')[0] ?? '') ?? [];
const linkedWith = (key: string) =>
  world.simulator.issue(key)?.links.map(({ otherIssueId }) => world.simulator.issue(otherIssueId)?.key);
const statusOf = (key: string) => world.simulator.issue(key)?.status.name;

async function signal(outcome: 'pass' | 'fail'): Promise<void> {
  const subject = { type: 'technique' as const, id: 'T1566.002' };
  const observed = { id: world.newId(), subject, outcome, observedAt: world.now(), source: 'mail-simulation' };
  await storeSignal(world.table, observed, world.event({ type: 'Signal Recorded', data: { signal: observed } }));
}

/** The ticket of the fix goes to done, and after a week a check says that the fix does not work. */
async function failsAfterAWeek(plan: SitePlan, key: string): Promise<void> {
  world.clock.advance('PT1H');
  for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Mia Okafor' });
  await world.sweep();
  world.clock.advance('P7D');
  await signal('fail');
  await world.verify();
  world.clock.advance('PT1H');
  await world.verify();
}

/** A fix that did not hold; its ticket is about to be reopened. */
async function failedFix(plan: SitePlan, options: Partial<JiraSimulatorOptions> = {}): Promise<Remediation> {
  const config = { ...configOn(plan), verification: { steps: ['P7D'] } };
  world = await startWorld(endpoint(), config, { site: plan.site, ...options });
  const { id } = await approvedOn(world, plan);
  await world.deliver();
  const [open] = await world.store.remediations(id);
  if (open === undefined || !isTicketed(open)) throw new Error('the fix has no ticket');
  await failsAfterAWeek(plan, open.ticket.key);
  const failed = await latest(world, open);
  if (failed.state !== 'ineffective') throw new Error(`expected a fix that failed, found ${failed.state}`);
  return failed;
}

const keyOf = (fix: Remediation): string => (isTicketed(fix) ? fix.ticket.key : '');
const told = async (type: string) => (await world.outbox()).filter((event) => event.type === type);

describe('a ticket whose way back is refused by a rule of its workflow', () => {
  it.each([
    { plan: withWorkflow(english, refusing(['10002'], 'In Review')), by: 'In Review' },
    { plan: withWorkflow(german, refusing(['10202'], 'In Arbeit')), by: 'In Arbeit' },
  ])('comes back by another way, $by', async ({ plan, by }) => {
    const fix = await failedFix(plan);
    await world.deliver();
    expect([(await latest(world, fix)).state, statusOf(keyOf(fix)), tickets().length]).toEqual(['open', by, 1]);
  });

  it('comes back by another way though its route names the one that is refused', async () => {
    const route = { ...english.route, reopen: { transition: 'To Do' } };
    const fix = await failedFix({ ...withWorkflow(english, refusing(['10002'], 'In Progress')), route });
    await world.deliver();
    expect([statusOf(keyOf(fix)), world.counted().TicketReopened]).toEqual(['In Progress', 1]);
  });

  it('is told why the fix does not hold, and never that it was reopened', async () => {
    const fix = await failedFix(withWorkflow(english, refusing(['10002'])));
    await world.deliver();
    expect(commentsOf(keyOf(fix))).toEqual([
      'This fix does not hold. This ticket was moved to done, but the evidence says that it does not work.',
      expect.stringMatching(/^Holdfast could not move this ticket out of done\. .* the work on it goes on in PLAT-2 /),
    ]);
  });
});

const closedForGood = [
  withWorkflow(english, refusing(['10002'])),
  withWorkflow(german, refusing(['10202'])),
  withWorkflow(enterprise, refusing(['10402', '10403', '10404'])),
  withWorkflow({ ...shipping, workEnds: [...shipping.workEnds, 'Verified'] }, (workflow) => workflow),
];

describe('a ticket with no way out of done', () => {
  it.each(closedForGood)(
    'gets one follow-up on $site.name, which the fix is worked on in from then on',
    async (plan) => {
      const fix = await failedFix(plan);
      await world.deliver();
      const open = await latest(world, fix);
      const [former, followUp, ...others] = tickets();
      expect([open, others]).toMatchObject([
        {
          state: 'open',
          reopenCount: 1,
          ticket: { key: followUp?.key },
          formerTickets: [{ key: former?.key, issueId: former?.id }],
        },
        [],
      ]);
      expect(followUp?.summary).toMatch(/^Follow-up: /);
      expect([former?.status.category, world.counted().TicketNotReopened, world.failures]).toEqual(['done', 1, []]);
    },
  );

  it('says in the follow-up which ticket that is, and what was found', async () => {
    await failedFix(withWorkflow(english, refusing(['10002'])));
    await world.deliver();
    const words = plainText(tickets()[1]?.description);
    expect([words, linkedWith('PLAT-2')]).toEqual([
      expect.stringMatching(
        /^Follow-up of PLAT-1 .*fail: Signal: .* T1566\.002 Phishing: Spearphishing Link must pass — mail-simulation: fail/s,
      ),
      ['SEC-1', 'PLAT-1'],
    ]);
  });

  it('makes the follow-up once, though Jira did not say whether it made it', async () => {
    const fix = await failedFix(withWorkflow(english, refusing(['10002'])));
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    const inDoubt = await latest(world, fix);
    for (let sweep = 0; sweep < 3; sweep += 1) {
      world.clock.advance('PT6M');
      await world.sweep();
      await world.deliver();
    }
    const open = await latest(world, fix);
    expect([inDoubt.state, open.state, keyOf(open), tickets().length]).toEqual(['ambiguous', 'open', 'PLAT-2', 2]);
  });

  it('makes the follow-up once, though the worker died before it and the message came again', async () => {
    const fix = await failedFix(withWorkflow(english, refusing(['10002'])));
    const { createTicket } = world.jira;
    world.jira.createTicket = () => Promise.reject(new Error('the worker died'));
    const failure = await told('Remediation Ineffective');
    await world.handOverTogether(failure);
    const waiting = await latest(world, fix);
    world.jira.createTicket = createTicket;
    await Promise.all([...failure, ...failure].map((event) => world.handOver(event)));
    world.clock.advance('PT3M');
    await world.sweep();
    world.clock.advance('PT6M');
    await world.sweep();
    expect([waiting, (await latest(world, fix)).state, tickets().length]).toMatchObject([
      { state: 'requested', attempt: 1, followsUp: {} },
      'open',
      2,
    ]);
  });

  it('makes the follow-up when Jira takes it, where it refused it at first', async () => {
    const fix = await failedFix(withWorkflow(english, refusing(['10002'])));
    world.simulator.faults.add({ kind: 'status', status: 403, method: 'POST', path: '/rest/api/3/issue', times: 1 });
    const [failure] = await told('Remediation Ineffective');
    const back = failure === undefined ? [] : await world.handOver(failure);
    const refused = await latest(world, fix);
    if (failure !== undefined) await world.handOver(failure);
    expect([back, refused, (await latest(world, fix)).state]).toMatchObject([
      [failure?.id],
      { state: 'requested', refusedBecause: expect.stringContaining('403') },
      'open',
    ]);
  });

  it.each(closedForGood.slice(0, 2))(
    'is told once to be overdue on $site.name, while its follow-up cannot be made',
    async (plan) => {
      const fix = await failedFix(plan);
      const refused = { kind: 'status', status: 403, method: 'POST', path: '/rest/api/3/issue' } as const;
      const ended = world.simulator.faults.add({ ...refused, probability: 1 });
      await world.deliver();
      const waiting = await latest(world, fix);
      await expect(world.sweep()).rejects.toThrow('403');
      const early = await told('Remediation Overdue');
      world.clock.advance('P365D');
      for (let sweep = 0; sweep < 2; sweep += 1) await world.sweep().catch(String);
      const late = await latest(world, fix);
      world.simulator.faults.remove(ended);
      world.clock.advance('PT2H');
      await world.sweep();
      await world.sweep();
      const open = await latest(world, fix);
      expect([waiting.state, early, late, open]).toMatchObject([
        'requested',
        [],
        { state: 'requested', overdueSince: waiting.dueAt },
        { state: 'open', overdueSince: waiting.dueAt },
      ]);
      expect((await told('Remediation Overdue')).map(({ data }) => data)).toMatchObject([{ dueAt: waiting.dueAt }]);
    },
  );

  it('is no ticket of the fix any more: what happens to it changes nothing, and the audit closes nothing', async () => {
    const fix = await failedFix(withWorkflow(english, refusing(['10002'])));
    await world.deliver();
    const before = await latest(world, fix);
    world.simulator.transition(keyOf(fix), 'To Do', { by: 'Mia Okafor' });
    world.simulator.transition(keyOf(fix), 'Done', { by: 'Mia Okafor' });
    world.clock.advance('PT1M');
    await world.sweep();
    await world.deliver();
    const audited = await auditTicketsHandler(world)({ all: true, dryRun: false });
    expect([await latest(world, fix), audited]).toEqual([before, { findings: [] }]);
  });

  it('is checked anew by its follow-up, and fails anew', async () => {
    const plan = withWorkflow(english, refusing(['10002']));
    const fix = await failedFix(plan);
    await world.deliver();
    await failsAfterAWeek(plan, 'PLAT-2');
    await world.deliver();
    const again = await latest(world, fix);
    expect([again, tickets().map(({ key }) => key)]).toMatchObject([
      {
        state: 'open',
        reopenCount: 2,
        ticket: { key: 'PLAT-3' },
        formerTickets: [{ key: 'PLAT-1' }, { key: 'PLAT-2' }],
      },
      ['PLAT-1', 'PLAT-2', 'PLAT-3'],
    ]);
  });
});

const englishToDo = withWorkflow(english, refusing(['10002'], 'To Do'));
const oneWayBack = [
  enterprise,
  withWorkflow(german, refusing(['10202'], 'In Arbeit')),
  { ...englishToDo, site: onDataCenter(englishToDo.site) },
];

describe('a passing answer to the only way out of done', () => {
  it.each(
    oneWayBack.flatMap((plan) => [
      { plan, what: 'a conflict in the words of Jira', fault: { kind: 'status' as const, status: 409 } },
      ...[405, 409, 410, 413, 422].map((status) => ({
        ...{ plan, what: `a page of a proxy with ${status}` },
        fault: { kind: 'proxy-page' as const, status },
      })),
    ]),
  )('makes no follow-up on $plan.site.name: $what', async ({ plan, fault }) => {
    const fix = await failedFix(plan);
    world.simulator.faults.add({ ...fault, method: 'POST', path: '/rest/api/*/issue/*/transitions', times: 1 });
    await world.deliver();
    for (let sweep = 0; sweep < 2; sweep += 1) {
      world.clock.advance('PT15M');
      await world.sweep();
      await world.deliver();
    }
    expect([(await latest(world, fix)).state, tickets().length, commentsOf(keyOf(fix)).length]).toEqual(['open', 1, 1]);
    expect(world.simulator.issue(keyOf(fix))?.status.category).not.toBe('done');
  });
});

/** A rule of the site that moves the ticket to done again whenever we move it. */
async function closeAgain(plan: SitePlan, key: string, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const { method, path } = await world.simulator.nextRequest();
    if (method !== 'POST' || !path.endsWith('/transitions')) continue;
    for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Jonas Berg' });
  }
}

describe('a ticket that a rule of the site moves to done again as soon as it is reopened', () => {
  it.each([english, german, enterprise])('was reopened once on $site.name, and claims anew', async (plan) => {
    const fix = await failedFix(plan);
    const end = new AbortController();
    void closeAgain(plan, keyOf(fix), end.signal);
    await world.deliver();
    end.abort();
    const reopened = await latest(world, fix);
    const moves = world.simulator
      .requests()
      .filter(({ path, method }) => method === 'POST' && /transitions$/.test(path));
    world.clock.advance('PT1M');
    await world.sweep();
    expect([reopened, moves.length, tickets().length, await latest(world, fix)]).toMatchObject([
      { state: 'open', reopenCount: 1 },
      1,
      1,
      { state: 'claimed', reopenCount: 1 },
    ]);
  });
});

describe('a ticket where our account may not comment', () => {
  it.each([lacking(english, 'ADD_COMMENTS'), lacking(enterprise, 'ADD_COMMENTS')])(
    'is reopened all the same on $site.name, and the record says that it was not told',
    async (plan) => {
      const fix = await failedFix(plan);
      await world.deliver();
      const open = await latest(world, fix);
      expect([open, commentsOf(keyOf(fix)), world.failures, world.counted().TicketNotReopened]).toMatchObject([
        { state: 'open', notTold: { about: 'failure', because: expect.stringContaining('refused') } },
        [],
        [],
        undefined,
      ]);
    },
  );

  it('nor link gets its follow-up, and the record says what could not be said', async () => {
    const plan = withWorkflow(lacking(english, 'ADD_COMMENTS', 'LINK_ISSUES'), refusing(['10002']));
    const fix = await failedFix(plan);
    await world.deliver();
    const about = (await told('Remediation Ticket Not Told')).map(({ data }) => Object(data).notTold.about);
    expect([(await latest(world, fix)).state, about, world.failures]).toEqual([
      'open',
      ['link to the incident', 'failure', 'link to the incident', 'link to the follow-up', 'follow-up'],
      [],
    ]);
  });
});

const outOfSight = [english, german].flatMap((plan) => [
  { plan, how: 'deleted', gone: (key: string) => world.simulator.deleteIssue(key) },
  { plan, how: 'hidden', gone: (key: string) => world.simulator.hideIssue(key) },
]);

/** Deliveries of the same failure, side by side and again, and the sweeps of a day. */
async function deliverAgain(): Promise<void> {
  await world.deliver();
  const failure = await told('Remediation Ineffective');
  await Promise.all([...failure, ...failure].map((event) => world.handOver(event)));
  for (let sweep = 0; sweep < 2; sweep += 1) {
    world.clock.advance('PT12H');
    await world.sweep();
    await world.deliver();
  }
}

describe('a ticket that is not shown any more when its fix fails', () => {
  it.each(outOfSight)('has one follow-up on $plan.site.name where it was $how', async ({ plan, gone }) => {
    const fix = await failedFix(plan);
    gone(keyOf(fix));
    await deliverAgain();
    const open = await latest(world, fix);
    const followUps = tickets().filter(({ key }) => key !== keyOf(fix));
    expect([open, followUps.length, world.counted().TicketNotReopened, world.failures]).toMatchObject([
      {
        state: 'open',
        reopenCount: 1,
        ticket: { key: followUps[0]?.key },
        formerTickets: [{ key: keyOf(fix), missingSince: expect.any(String) }],
      },
      1,
      1,
      [],
    ]);
    expect(plainText(followUps[0]?.description)).toMatch(/^Follow-up of .* deleted since, or hidden from Holdfast/);
    expect([(await told('Remediation Ticket Missing')).length, (await told('Remediation Reopened')).length]).toEqual([
      1, 0,
    ]);
  });

  it.each([english, german])('is no ticket of the fix any more on $site.name when it is shown again', async (plan) => {
    const fix = await failedFix(plan);
    world.simulator.hideIssue(keyOf(fix));
    await deliverAgain();
    const before = await latest(world, fix);
    world.simulator.showIssue(keyOf(fix));
    world.simulator.editIssue(keyOf(fix), { summary: 'Shown again' });
    await deliverAgain();
    const audited = await auditTicketsHandler(world)({ all: true, dryRun: false });
    expect([await latest(world, fix), audited, tickets().length]).toEqual([before, { findings: [] }, 2]);
  });
});
